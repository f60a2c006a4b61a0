import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { importHar } from './har.ts'
import { createRedactor } from './redactor.ts'

const IIN = '850312200016'
const redactor = createRedactor(new Uint8Array(32).fill(1), adapters)
const header = (name: string, value: string) => ({ name, value })

function entry(url: string, sent: string, content: { readonly text: string; readonly encoding?: string }, status = 200, method = 'POST') {
  const headers = [header('Authorization', 'Bearer secret-of-ours'), header('Content-Type', 'application/json')]
  const response = { status, headers: [header('Content-Type', 'application/json')], content }
  return { startedDateTime: '2026-11-24T10:00:00.000+05:00', request: { method, url, headers, postData: { text: sent } }, response }
}
const har = (...entries: readonly unknown[]) => ({ log: { version: '1.2', entries } })
const BASE = 'https://courses.invalid/api'
const SEARCH = `${BASE}/api/v1/certificates/search`
const row = JSON.stringify({ items: [{ iin: IIN, certificateNo: 'KZ-1234567', hours: 72 }], nextCursor: null })

test('reads the entries of one source, redacted, and counts what was taken out', () => {
  const { exchanges, skipped, preview } = importHar(
    har(entry(SEARCH, `{"iin":"${IIN}"}`, { text: row }), entry('https://other.invalid/', '', { text: '' })),
    'courses',
    BASE,
    redactor,
  )
  expect(exchanges).toHaveLength(1)
  expect(skipped).toBe(1)
  expect(preview).toMatchObject({ numbers: 3, headers: 1 })
  for (const secret of [IIN, 'KZ-1234567', 'secret-of-ours']) expect(JSON.stringify([exchanges, preview])).not.toContain(secret)
  expect(exchanges[0]?.at).toBe('2026-11-24T05:00:00.000Z')
})

test.each(['https://courses.invalid/api-of-others/x', 'https://courses.invalid/apis'])('takes %s for another address', (url) => {
  expect(importHar(har(entry(url, '', { text: row })), 'courses', BASE, redactor)).toMatchObject({ exchanges: [], skipped: 1 })
})

test('reads bodies in base64, and takes a call without an answer for a broken connection', () => {
  const packed = { text: Buffer.from(row).toString('base64'), encoding: 'base64' }
  const [one, other] = importHar(
    har(entry(SEARCH, '', packed), entry(SEARCH, '', { text: '' }, 0)),
    'courses',
    `${BASE}/`,
    redactor,
  ).exchanges
  expect(one?.answer).toMatchObject({ body: { json: { items: [{ hours: 72 }] } } })
  expect(other?.answer).toEqual({ fault: 'connect' })
})

test.each([
  ['no archive', { log: {} }, 'log.entries'],
  [
    'an entry without an address',
    har({ ...entry(SEARCH, IIN, { text: '' }), request: { method: 'GET', headers: [] } }),
    'log.entries[0].request.url',
  ],
  ['a text', IIN, 'the whole'],
])('refuses %s by its place and without a value', (_, given, place) => {
  const read = () => importHar(given, 'courses', BASE, redactor)
  expect(read).toThrow(place)
  expect(read).not.toThrow(IIN)
})
