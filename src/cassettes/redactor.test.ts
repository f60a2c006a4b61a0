import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { checkDigit, iinFault, sexOf } from '../../schemas/identifiers.ts'
import { toBody, toBytes } from './body.ts'
import type { RecordedExchange } from './cassette.ts'
import { createRedactor } from './redactor.ts'
import { decode1251, encode1251 } from './single-byte.ts'

const KEY = new Uint8Array(32).fill(9)
const redactor = createRedactor(KEY, adapters)
const IIN = '850312200016'
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

type Asked = Partial<RecordedExchange['request']>

function exchange(source: RecordedExchange['source'], answer: string | Uint8Array, headers = {}, asked: Asked = {}): RecordedExchange {
  const bytes = typeof answer === 'string' ? new TextEncoder().encode(answer) : answer
  return {
    source,
    at: '2026-11-24T05:00:00.000Z',
    request: { method: 'POST', path: '/', headers: {}, body: null, ...asked },
    answer: { status: 200, headers, body: toBody(bytes) },
  }
}

function bytesAfter(source: RecordedExchange['source'], answer: string | Uint8Array, headers = {}): Uint8Array {
  const { answer: given } = redactor.exchange(exchange(source, answer, headers))
  return 'fault' in given || given.body === null ? new Uint8Array() : toBytes(given.body)
}
const after = (source: RecordedExchange['source'], answer: string, headers = {}) => utf8.decode(bytesAfter(source, answer, headers))

test.each([
  ['a value', '{"items":[{"iin":"850312200016"}]}', (iin: string) => `{"items":[{"iin":"${iin}"}]}`],
  ['a value among blanks', '{ "iin" :\n"850312200016" }', (iin: string) => `{ "iin" :\n"${iin}" }`],
  ['a number', '{"iin":850312200016}', (iin: string) => `{"iin":${iin}}`],
  ['a key', '{"850312200016":{}}', (iin: string) => `{"${iin}":{}}`],
  ['an end that is missing', '{"iin":"850312200016","hours":7', (iin: string) => `{"iin":"${iin}","hours":7`],
  ['a text that is read', '{"titleRu":"О (850312200016)"}', (iin: string) => `{"titleRu":"О (${iin})"}`],
])('puts a pseudonym in place of a person number in %s', (_, given, expected) => {
  expect(after('courses', given)).toBe(expected(redactor.iin(IIN)))
})

test('gives a number of the same sex that is valid and nobody’s', () => {
  const iin = redactor.iin(IIN)
  expect([iinFault(iin), sexOf(iin), iin[6], iin === IIN]).toEqual([null, sexOf(IIN), '2', false])
})

test('keeps lost zeros lost, and the birth date that of the number', () => {
  const lost = `5031220001${checkDigit('05031220001')}`
  const whole = redactor.iin(`0${lost}`)
  expect(whole.startsWith('0')).toBe(true)
  expect(redactor.iin(lost)).toBe(whole.slice(1))
  const born = redactor.claim({ iin: IIN, names: { birthDate: '1885-03-12' } }).names.birthDate
  expect(born.slice(2).replaceAll('-', '')).toBe(redactor.iin(IIN).slice(0, 6))
})

test.each(['850312200017', '859912200016', '8503122', '************'])('keeps %s nobody’s number', (number) => {
  expect(iinFault(redactor.iin(number))).toBe(iinFault(number))
})

test('keeps the number of an organisation', () => {
  expect(after('employment', '<contract><employerBin>000140000002</employerBin></contract>')).toContain('000140000002')
})

test.each([
  ['a page', '<html><body>Айша Мысалова</body></html>', /^<html><body>[а-яА-ЯёЁіІ]{4} [а-яА-ЯёЁіІ]{8}<\/body><\/html>$/u],
  ['a text', 'ORA-01403: Айша', /^[A-Z]{3}-0\d{4}: [а-яА-ЯёЁіІ]{4}$/u],
  ['a fault', '<Fault><faultstring>Айша</faultstring></Fault>', /^<Fault><faultstring>[а-яА-ЯёЁіІ]{4}<\/faultstring><\/Fault>$/u],
  ['a key that nobody reads', '{"comment":"Айша 77"}', /^\{"comment":"[а-яА-ЯёЁіІ]{4} [1-9]\d"\}$/u],
])('leaves of %s its shape alone', (_, given, shape) => {
  const written = after('diplomas', given)
  expect(written).toMatch(shape)
  expect(written).not.toContain('Айша')
})

test('redacts a document that is escaped in another one, and a form by the codes of its values', () => {
  const inner = '<d:x xmlns:d="u"><contractId>900000001</contractId><rate>0.5</rate></d:x>'
  const escaped = after('employment', `<data>${inner.replaceAll('<', '&lt;')}</data>`)
  expect(escaped).toMatch(/&lt;contractId>[1-9]\d{8}&lt;\/contractId>&lt;rate>0.5&lt;\/rate>/)
  const pair = '<updatedValues><values><string>12-а</string></values><code>current_category_order_no</code></updatedValues>'
  expect(after('egov-portal', pair)).toMatch(/<string>[1-9]\d-[а-яёі]<\/string>.*<code>current_category_order_no<\/code>/u)
})

test('takes signatures out', () => {
  expect(after('diplomas', '<a><ds:Signature><ds:X>Айша</ds:X></ds:Signature><serviceId>S</serviceId></a>')).toBe(
    '<a><serviceId>S</serviceId></a>',
  )
})

test('keeps the encoding of a table and its quotation marks, and tells its hash in the manifest', () => {
  const table = encode1251('IIN;FIO;TOPIC_RU\r\n850312200016;Мысалова Айша;"О; ""опыте"""\r\n')
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const source = 'experience-generalisation'
  const file = bytesAfter(source, table)
  expect(decode1251(file)).toMatch(/^IIN;FIO;TOPIC_RU\r\n\d{12};[А-Я][а-я]+ [А-Я][а-я]+;"О; ""опыте"""\r\n$/u)
  const manifest = redactor.exchange(exchange(source, JSON.stringify([{ sha256: hashOf(table) }])))
  expect(redactor.settled([manifest])[0]?.answer).toMatchObject({ body: { json: [{ sha256: hashOf(file) }] } })
})

test.each([
  ['authorization', 'Basic YTpi', 'Basic redacted'],
  ['access-token', 'abc', 'redacted'],
  ['cookie', 'a=b', 'redacted'],
])('keeps nothing of the credential in %s', (name, value, word) => {
  expect(redactor.request('courses', { method: 'GET', path: '/', headers: { [name]: value }, body: null }).headers).toEqual({
    [name]: word,
  })
})

test('is the same for a key and another for another', () => {
  expect(createRedactor(KEY, adapters).iin(IIN)).toBe(redactor.iin(IIN))
  expect(createRedactor(new Uint8Array(32).fill(1), adapters).iin(IIN)).not.toBe(redactor.iin(IIN))
  expect(() => createRedactor(new Uint8Array(8), adapters)).toThrow(RangeError)
})

const letter = fc.constantFrom(...'абвгқұүәіАБҚҰ')
const unusual = fc.string({ unit: letter, minLength: 9, maxLength: 14 })
const shown = fc.constantFrom<(name: string) => string>(
  (name) => JSON.stringify({ surname: name }),
  (name) => JSON.stringify({ anything: [name] }),
  (name) => `<person><surname>${name}</surname></person>`,
  (name) => `<data>&lt;x>${name}&lt;/x></data>`,
  (name) => `<html>${name}</html>`,
  (name) => `\uFEFF<a b="${name}"><![CDATA[${name}]]></a>`,
  (name) => `a=${encodeURIComponent(name)}`,
)

test('leaves nothing of a name in whatever body it stands', () => {
  fc.assert(
    fc.property(unusual, shown, (name, body) => {
      const text = JSON.stringify(redactor.exchange(exchange('population-register', body(name))))
      return !text.includes(name) && !text.includes(encodeURIComponent(name))
    }),
  )
})
