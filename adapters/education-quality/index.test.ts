import { expect, test } from 'vitest'
import { teacher } from '../../test/support/ask-rig.ts'
import { scriptedSource } from '../../test/support/scripted-source.ts'
import type { Access, Pull } from '../adapter.ts'
import { educationQuality } from './index.ts'

const access = educationQuality.access as Extract<Access, { kind: 'session' }>

test('asks for the school years by the years in which they begin, the number in the body', async () => {
  const { source, calls } = scriptedSource({ json: () => ({ content: [], totalElements: 0 }) })
  const asked = teacher({ schoolYears: { from: 2022, to: 2024 } })
  expect(await (educationQuality.delivery as Pull).fetch(asked, source)).toEqual({ records: [] })
  expect(calls).toEqual([
    {
      method: 'POST',
      path: '/api/v1/education-quality/search',
      query: { page: 0, size: 50 },
      json: { iin: asked.iin, from: 2022, to: 2024 },
    },
  ])
})

test('returns a verdict for an answer that is no list', async () => {
  const { source } = scriptedSource({ json: () => ({ items: [] }) })
  expect(await (educationQuality.delivery as Pull).fetch(teacher(), source)).toEqual({ outcome: 'unreadable', reason: 'protocol' })
})

test('logs in with name and password in the body', () => {
  expect(access.login('u', 'p')).toMatchObject({ method: 'POST', json: { username: 'u', password: 'p' } })
})

test.each([
  ['a token with its life', { accessToken: 't', expiresIn: 3600 }, { token: 't', seconds: 3600 }],
  ['none from an error object', { type: 'authorizationFailed', description: '' }, null],
  ['none that is empty', { accessToken: '', expiresIn: 3600 }, null],
])('returns %s', (_, body, token) => {
  expect(access.token(body)).toEqual(token)
})
