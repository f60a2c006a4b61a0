import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import type { SourceId } from '../../schemas/section.ts'
import { toBody, toBytes } from './body.ts'
import type { RecordedExchange } from './cassette.ts'
import { createKeyed } from './keyed.ts'
import { createKnownNames } from './known-names.ts'
import { createRedactor } from './redactor.ts'
import { putBack } from './swaps.ts'

/* Persons where nobody expects them: each of these would reach a disk. */

const IIN = '790704100017'
const redactor = createRedactor(new Uint8Array(32).fill(9), adapters)
redactor.claim({ iin: IIN, names: { surname: 'Үлгібаев', name: 'Әлия', patronymic: 'Серікқызы' } } as { iin: string })
const TRACES = /790.?704|100.?017|лгібаев|лгибаев|ulgibaev|Әли|790 70 41/i

function after(source: SourceId, body: string, type = '', asked: Partial<RecordedExchange['request']> = {}): RecordedExchange {
  const request = { method: 'GET' as const, path: '/', headers: {}, body: null, ...asked }
  const answer = { status: 200, headers: { 'content-type': type }, body: toBody(new TextEncoder().encode(body)) }
  return redactor.exchange({ source, at: '2026-11-24T05:00:00.000Z', request, answer })
}
function told({ answer }: RecordedExchange): string {
  return 'fault' in answer || !answer.body ? '' : new TextDecoder().decode(toBytes(answer.body))
}

test.each([
  'ИИН 790704 100017',
  'ИИН 790704-100017',
  '790704\u00a0100017',
  '790 704 100 017',
  '7907 0410 0017',
  '790704/1/00017',
  'Выдано Үлгібаеву Әлии',
  'Үлгібаевтың, Әлияға, Серикқызының',
  'a.ulgibaev@mail.example',
  '+7 701 790 70 41',
  '8 (701) 790-70-41',
  'https://x.example/%D2%AE%D0%BB%D0%B3%D1%96%D0%B1%D0%B0%D0%B5%D0%B2.pdf',
])('leaves nobody in a title: %s', (title) => {
  const written = told(after('courses', JSON.stringify({ items: [{ titleRu: title }] })))
  expect(decodeURIComponent(written)).not.toMatch(TRACES)
  expect(JSON.parse(written).items[0].titleRu).not.toBe(title)
})

test('keeps the groups of a number, and numbers in groups that are nobody’s', () => {
  const digits = redactor.iin(IIN)
  const written = told(after('courses', '{"items":[{"titleRu":"790704-100017, 790704-100018"}]}'))
  expect(written).toContain(`"${digits.slice(0, 6)}-${digits.slice(6)}, 790704-100018"`)
})

test('knows a name of the claim beside one of the record', () => {
  const keyed = createKeyed(new Uint8Array(32).fill(9))
  const claimed = createKnownNames(keyed)
  claimed.add('Үлгібаев', false)
  const recorded = createKnownNames(keyed, claimed)
  recorded.add('Ахметов', false)
  expect(recorded.without('Ахметов, Үлгібаев, жауап')).not.toMatch(/хметов|лгібаев/)
  expect(recorded.without('жауап')).toBe('жауап')
})

test('puts nothing back in place of nothing', () => {
  const bytes = new TextEncoder().encode('abc')
  expect(putBack(bytes, [['', 'x']])).toBe(bytes)
})

test.each([
  ['courses', '{"items":[{"titleRu":7.90704100017e11}]}'],
  ['courses', '{"Үлгібаев Әлия":{"a":1}}'],
  ['courses', '{"790704 100017":{"a":1}}'],
  ['diplomas', '<?xml-stylesheet href="790704100017"?><a>1</a>'],
  ['diplomas', '<?xml version="1.0" author="Үлгібаев"?><a>1</a>'],
  ['diplomas', '<a ФИО="Үлгібаев">1</a>'],
  ['diplomas', '<html><input value=790704100017 name=Үлгібаев></html>'],
  ['diplomas', '<a></a Үлгібаев>'],
  ['diplomas', '<a Үлгібаев'],
  ['leadership-reserve', 'iin;year;Үлгібаев\n1;2;3\n'],
] as const)('leaves nobody in %s: %s', (source, body) => {
  expect(told(after(source, body))).not.toMatch(TRACES)
})

test('keeps marks that are nobody’s', () => {
  const page = '<?xml version="1.0" encoding="UTF-8"?><a b="" c><d/></a >'
  expect(told(after('diplomas', page))).toBe(page)
  expect(told(after('leadership-reserve', 'iin;ФИО;year\n'))).toBe('iin;ФИО;year\n')
})

test.each([
  '/x?790704100017',
  '/x?790704100017=1',
  '/x?%D2%AE%D0%BB%D0%B3%D1%96%D0%B1%D0%B0%D0%B5%D0%B2=1',
  '/p/%D2%AE%D0%BB%D0%B3%D1%96%D0%B1%D0%B0%D0%B5%D0%B2/x',
  '/p/%37%39%30704100017/x',
  '/p/790704%20100017/x',
])('leaves nobody in the address %s', (path) => {
  expect(decodeURIComponent(after('courses', '{}', '', { path }).request.path)).not.toMatch(TRACES)
})

test('keeps an address that is nobody’s as it was written', () => {
  expect(after('courses', '{}', '', { path: '/api/v1%20a/?wsdl' }).request.path).toBe('/api/v1%20a/?wsdl')
})

test.each(['790704100017&Үлгібаев', '790704100017=1', '{"iin":"790704100017","n":"Үлгібаев"}'])('leaves nobody in the form %s', (form) => {
  expect(decodeURIComponent(told(after('courses', form, 'application/x-www-form-urlencoded')))).not.toMatch(TRACES)
})

test.each(['790704100017', 'W/"790704100017"', '"790704100017", W/"790704100017"'])('leaves nobody in the tag %s', (tag) => {
  const { request } = after('courses', '{}', '', { headers: { 'if-none-match': tag } })
  expect(request.headers['if-none-match']).not.toMatch(TRACES)
  expect(request.headers['if-none-match']?.replace(/\d/g, '0')).toBe(tag.replace(/\d/g, '0'))
})

test('reads a text of many megabytes in JSON, and what is nested without end', () => {
  const scan = 'QUJD'.repeat(3 * 1024 * 1024)
  expect(told(after('courses', `{"titleRu":"${scan}"}`))).toContain(scan.slice(0, 100))
  const nested = `${'{"a":'.repeat(20_000)}790704100017`
  expect(told(after('courses', nested))).not.toMatch(TRACES)
})
