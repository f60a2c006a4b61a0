import { expect, test } from 'vitest'
import { teacher } from '../../test/support/ask-rig.ts'
import { scriptedSource } from '../../test/support/scripted-source.ts'
import { answer, createWire } from '../../test/support/wire-rig.ts'
import type { Access, Pull } from '../adapter.ts'
import { courses } from './index.ts'

const access = courses.access as Extract<Access, { kind: 'session' }>
const { fetch } = courses.delivery as Pull

test('asks page by page with the number in the body, the cursor only where there is one', async () => {
  const bodies = [{ items: [{ certificateNo: 'A' }], nextCursor: 'eyJ' }, { items: [{ certificateNo: 'B' }] }]
  const { source, calls } = scriptedSource({ json: () => bodies.shift() })
  const { iin } = teacher()
  expect(await fetch(teacher(), source)).toMatchObject({ records: [{}, {}] })
  const call = { method: 'POST', path: '/api/v1/certificates/search' }
  expect(calls).toEqual([
    { ...call, json: { iin, limit: 50 } },
    { ...call, json: { iin, cursor: 'eyJ', limit: 50 } },
  ])
})

test('logs in as a client, with a form', () => {
  const form = { grant_type: 'client_credentials', client_id: 'u', client_secret: 'p' }
  expect(access.login('u', 'p')).toEqual({ method: 'POST', path: '/oauth/token', form })
  expect(access.header('t')).toEqual(['authorization', 'Bearer t'])
})

test.each([
  ['a token with its life', { access_token: 't', token_type: 'Bearer', expires_in: 300 }, { token: 't', seconds: 300 }],
  ['a token with its life as text', { access_token: 't', expires_in: '300' }, { token: 't', seconds: 300 }],
  ['none with no life', { access_token: 't', expires_in: '0' }, null],
  ['none from a problem', { type: 'about:blank', title: 'invalid_client', status: 401 }, null],
  ['none that is empty', { access_token: '', expires_in: 300 }, null],
  ['none without a life', { access_token: 't' }, null],
])('returns %s', (_, body, token) => {
  expect(access.token(body)).toEqual(token)
})

test('goes on with a new token where the old one is refused in the middle', async () => {
  const pages = [answer('{"items":[{"certificateNo":"A"}],"nextCursor":"2"}'), answer('', 401), answer('{"items":[{"certificateNo":"B"}]}')]
  let logins = 0
  const { source, requests } = createWire(
    (request) =>
      request.url.endsWith('/oauth/token')
        ? answer(`{"access_token":"t${++logins}","expires_in":300}`)
        : (pages.shift() ?? answer('', 500)),
    { access },
  )
  const reply = await fetch(teacher(), source)
  expect('records' in reply && reply.records.map(({ value }) => value)).toEqual([{ certificateNo: 'A' }, { certificateNo: 'B' }])
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer t1', 'Bearer t1', undefined, 'Bearer t2'])
})
