import { expect, test } from 'vitest'
import { teacher } from '../../test/support/ask-rig.ts'
import { EXCHANGE, scriptedSource } from '../../test/support/scripted-source.ts'
import { answer, createWire, failureIn, syncAnswer } from '../../test/support/wire-rig.ts'
import type { Pull } from '../adapter.ts'
import { populationRegister } from './index.ts'

/* Answers as the register writes them, by hand; everybody in them is invented. */

const { fetch } = populationRegister.delivery as Pull
const IIN = '790704100017'
const OTHER = '910226200012'
const asked = teacher({ iin: IIN, consent: { token: 't', publicKey: 'k' } })
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

const result = (code: string) =>
  `<messageResult><code>${code}</code><nameRu>Обработано</nameRu><nameKz>Өңделді</nameKz><changeDate ${XSI} xsi:nil="true"/></messageResult>`
const person = (iin: string) =>
  `<person><iin>${iin}</iin><surname>ҮЛГІБАЕВ</surname><name>ӘДІЛ</name><patronymic>-</patronymic><birthDate>1879-07-04</birthDate>` +
  `<gender><code>1</code><nameRu>Мужской</nameRu><nameKz>Ер</nameKz></gender><addresses/></person>`
const HEAD = '<messageId>m</messageId><sender><code>A</code></sender><receiver><code>B</code></receiver>'
const persons = (...people: readonly string[]) => `${HEAD}${result('00000')}<persons>${people.join('')}</persons>`
const typed = (content: string) => `<data ${XSI} xmlns:q1="urn:mock:gbdfl:v1" xsi:type="q1:PersonResponse">${content}</data>`
const escaped = (xml: string) => xml.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const document = (content: string) => `<?xml version="1.0"?><p:PersonResponse xmlns:p="urn:mock:gbdfl:v1">${content}</p:PersonResponse>`

const reply = (data: string) => fetch(asked, createWire(answer(syncAnswer(data))).source)
const people = async (data: string) => {
  const given = await reply(data)
  return 'records' in given ? given.records.map(({ iin }) => iin) : [given.outcome, given.reason]
}

test.each([
  ['typed', typed(persons(person(IIN)))],
  ['as children', `<data>${persons(person(IIN))}</data>`],
  ['as an element', `<data><PersonResponse>${persons(person(IIN))}</PersonResponse></data>`],
  ['as escaped text', `<data>${escaped(document(persons(person(IIN))))}</data>`],
  ['in CDATA', `<data><![CDATA[${document(persons(person(IIN)))}]]></data>`],
])('reads an answer %s', async (_, data) => {
  expect(await people(data)).toEqual([IIN])
})

test.each([
  ['the same person twice as two records', typed(persons(person(IIN), person(IIN))), [IIN, IIN]],
  ['whom each record names', typed(persons(person(OTHER), person(''), '<person><surname>Ә</surname></person>')), [OTHER, null, null]],
  ['no list as nobody', typed(HEAD + result('00000')), []],
  ['an empty list as nobody', typed(`${result('00000')}<persons/>`), []],
  ['other elements in its place as drift', typed(`${result('00000')}<people>${person(IIN)}</people>`), ['unreadable', 'drift']],
  ['nobody found', typed(result('00404')), ['empty', null]],
  ['consent refused', typed(result('00403')), ['consent_missing', 'refused']],
  ['consent expired', typed(result('00413')), ['consent_missing', 'expired']],
  ['consent revoked', typed(result('00423')), ['consent_missing', 'revoked']],
])('gives %s', async (_, data, expected) => {
  expect(await people(data)).toEqual(expected)
})

test("fails on the register's own error, and on an answer without a result", async () => {
  expect(await failureIn(reply(typed(result('00500'))))).toBe('unavailable/remote_error once')
  expect(await failureIn(reply(typed('<persons/>')))).toBe('unreadable/protocol once')
})

test('asks with the number, and with the consent where there is one', async () => {
  const { source, calls } = scriptedSource({ shep: () => ({ data: {}, exchange: EXCHANGE }) })
  await fetch(asked, source)
  await fetch(teacher({ iin: IIN }), source)
  expect(calls).toMatchObject([
    { serviceId: 'MOCK_GBDFL_PERSON_BY_IIN', shape: 'typed', fields: { iin: IIN, kdpToken: 't', publicKey: 'k' } },
    { fields: { iin: IIN, kdpToken: undefined, publicKey: undefined } },
  ])
})
