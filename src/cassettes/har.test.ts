import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { harEntry, harOf } from '../../test/support/har.ts'
import { CassetteError } from './cassette-error.ts'
import { readHar } from './har.ts'
import { redactionPreview } from './redaction-preview.ts'
import { createRedactor } from './redactor.ts'

const IIN = '850312200016'
const BASE = 'https://courses.invalid/api'
const SEARCH = `${BASE}/api/v1/certificates/search`
const row = JSON.stringify({ items: [{ iin: IIN, certificateNo: 'KZ-1234567', hours: 72 }], nextCursor: null })
const asked = harEntry(SEARCH, `{"iin":"${IIN}"}`, { text: row })
const read = (...entries: readonly unknown[]) => readHar(harOf(entries), 'courses', BASE)

test('reads the entries of one source, without the headers that show who asks', () => {
  const { exchanges, elsewhere } = read(asked, harEntry('https://other.invalid/', '', { text: '' }))
  expect([exchanges.length, elsewhere]).toEqual([1, 1])
  expect(exchanges[0]).toMatchObject({
    source: 'courses',
    at: '2026-11-24T05:00:00.000Z',
    request: { path: '/api/v1/certificates/search' },
  })
  expect(JSON.stringify(exchanges)).not.toContain('secretofours')
})

test('counts what a redactor takes out, and tells no value', () => {
  const redactor = createRedactor(new Uint8Array(32).fill(1), adapters)
  expect(redactionPreview(read(asked).exchanges, redactor)).toEqual({ numbers: 3, days: 0, texts: 0 })
})

test.each(['https://courses.invalid/api-of-others/x', 'https://courses.invalid/apis'])('takes %s for another address', (url) => {
  expect(read(harEntry(url, '', { text: row }))).toEqual({ exchanges: [], elsewhere: 1, bodiless: 0 })
})

test('reads bodies in base64, and takes a call without an answer for a broken connection', () => {
  const packed = { text: Buffer.from(row).toString('base64'), encoding: 'base64' }
  const entries = [harEntry(SEARCH, '', packed), harEntry(SEARCH, '', { text: '' }, 0)]
  const [one, other] = readHar(harOf(entries), 'courses', `${BASE}/`).exchanges
  expect(one?.answer).toMatchObject({ body: { json: { items: [{ hours: 72 }] } } })
  expect(other?.answer).toEqual({ fault: 'connect' })
})

test('reads a form that stands there as its fields', () => {
  const form = { ...asked, request: { ...asked.request, postData: { params: [{ name: 'a', value: 'б&' }] } } }
  expect(read(form).exchanges[0]?.request.body).toEqual({ encoding: 'utf-8', text: ['a=%D0%B1%26'] })
})

test.each([
  ['an answer', { ...asked, response: { ...asked.response, content: { size: 900 } } }],
  ['a question', { ...asked, request: { ...asked.request, bodySize: 20, postData: undefined } }],
])('leaves out %s whose body the archive does not have', (_, entry) => {
  expect(read(entry, asked)).toMatchObject({ exchanges: [{}], bodiless: 1 })
})

test.each([
  ['no archive', { log: {} }, 'log.entries'],
  ['an entry without an address', harOf([{ ...asked, request: { method: 'GET', headers: [] } }]), 'log.entries[0].request.url'],
  ['an entry of no time', harOf([asked, { ...asked, startedDateTime: IIN }]), 'log.entries[1].startedDateTime'],
  ['a text', IIN, 'the whole'],
])('refuses %s by its place and without a value', (_, given, place) => {
  expect(() => readHar(given, 'courses', BASE)).toThrow(new CassetteError(place))
})
