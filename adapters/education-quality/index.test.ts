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

test.each([
  ['null', null],
  ['a list of another name', { items: [] }],
  ['rows that are no list', { content: {}, totalElements: 1 }],
  ['no rows at all', { totalElements: 0 }],
  ['a count that is none', { content: [], totalElements: 'all' }],
])('refuses an answer that is no page: %s', async (_, body) => {
  const { source } = scriptedSource({ json: () => body })
  const verdict = { outcome: 'unreadable', reason: 'protocol' }
  await expect((educationQuality.delivery as Pull).fetch(teacher(), source)).rejects.toMatchObject({ verdict })
})

test('refuses a list that never ends', async () => {
  const { source, calls } = scriptedSource({ json: () => ({ content: [calls.length], totalElements: 1_000_000 }) })
  await expect((educationQuality.delivery as Pull).fetch(teacher(), source)).rejects.toThrow('protocol')
  expect(calls.length).toBeLessThan(100)
})

test('echoes the number of the teacher, also one that lost its zeros', async () => {
  const content = [{ teacherIin: '790704100017' }, { teacherIin: 115100012 }, {}]
  const { source } = scriptedSource({ json: () => ({ content, totalElements: 3 }) })
  const reply = await (educationQuality.delivery as Pull).fetch(teacher(), source)
  expect(reply).toMatchObject({ records: [{ iin: '790704100017' }, { iin: '115100012' }, { iin: null }] })
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
