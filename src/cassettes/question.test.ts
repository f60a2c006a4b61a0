import { expect, test } from 'vitest'
import { toBody } from './body.ts'
import type { RecordedRequest } from './cassette.ts'
import { differencesOf, questionOf } from './question.ts'

const bytes = (text: string) => toBody(new TextEncoder().encode(text))
const asked = (path: string, text: string, headers: Record<string, string> = {}): RecordedRequest => ({
  method: 'POST',
  path,
  headers,
  body: text === '' ? null : bytes(text),
})
const bus = (messageId: string, date: string, password: string, data: string) =>
  asked(
    '/',
    `<E><B><request><messageId>${messageId}</messageId><messageDate>${date}</messageDate><password>p</password>${data}</request></B></E>`.replace(
      '>p<',
      `>${password}<`,
    ),
  )

test('takes two calls of the bus for one question, whatever their ids, instants and senders', () => {
  const one = bus('5f6f7a2e-0a51-4a57-8f0f-1c2b3d4e0001', '2026-01-15T10:00:00.120+05:00', 'a', '<iin>1</iin>')
  const other = bus('m-2', '2026-02-15T10:00:00.000+05:00', 'b', '<iin>1</iin>')
  expect(questionOf(one).key).toBe(questionOf(other).key)
  expect([...questionOf(other).ids]).toEqual([['/E/B/request/messageId', 'm-2']])
})

test('takes data that is escaped for the same as data that is not', () => {
  expect(questionOf(bus('1', '', '', '<data>&lt;iin&gt;1&lt;/iin&gt;</data>')).key).toBe(
    questionOf(bus('1', '', '', '<data><iin>1</iin></data>')).key,
  )
})

test.each([
  ['another page', asked('/a?page=1', '{"a":1}'), asked('/a?page=2', '{"a":1}'), ['query page']],
  ['another path', asked('/a', ''), asked('/b', ''), ['path']],
  ['another year', asked('/a', '{"from":2025,"x":{"y":[1]}}'), asked('/a', '{"from":2026,"x":{"y":[1]}}'), ['/from']],
  ['a key more', asked('/a', '{"a":1}'), asked('/a', '{"a":1,"b":{"c":2}}'), ['/b/c']],
])('tells %s by its place', (_, one, other, places) => {
  expect(questionOf(one).key).not.toBe(questionOf(other).key)
  expect(differencesOf(questionOf(one), questionOf(other))).toEqual(places)
})

test.each([
  [
    'a form',
    asked('/t', 'client_id=a&client_secret=b', { 'content-type': 'application/x-www-form-urlencoded' }),
    'client_secret=b',
    'client_secret=c',
  ],
  ['JSON', asked('/t', '{"username":"a","password":"b"}'), '"b"', '"c"'],
])('takes two logins by %s for one question', (_, one, before, after) => {
  const text = 'text' in one.body! ? one.body.text.join('') : JSON.stringify((one.body as { json: unknown }).json)
  const other = { ...one, body: bytes(text.replace(before, after)) }
  expect(other.body).not.toEqual(one.body)
  expect(questionOf(other).key).toBe(questionOf(one).key)
})

test('knows a question that is put only in case something changed', () => {
  expect(questionOf(asked('/a', '', { 'if-none-match': '"1"' })).conditional).toBe(true)
  expect(questionOf(asked('/a', '')).conditional).toBe(false)
})
