import { expect, test } from 'vitest'
import { teacher } from '../../test/support/ask-rig.ts'
import { EXCHANGE, scriptedSource } from '../../test/support/scripted-source.ts'
import { answer, createWire, failureIn, syncAnswer } from '../../test/support/wire-rig.ts'
import type { Pull } from '../adapter.ts'
import { employment } from './index.ts'

/* Answers as the register writes them, by hand; everybody in them is invented. */

const { fetch } = employment.delivery as Pull
const IIN = '790704100017'
const OTHER = '910226200012'
const asked = teacher({ iin: IIN, consent: { token: 't', publicKey: 'k' } })

const contract = (id: string) =>
  `<contract><contractId>${id}</contractId><employerBin>000140000002</employerBin><contractDate>2015-08-25+06:00</contractDate>` +
  `<beginDate>2015-09-01+06:00</beginDate><positionCode>2330-1-001</positionCode><establishedPost>Учитель физики</establishedPost></contract>`
const ours = `<subject><iin>${IIN}</iin></subject>`
const code = (value: string) => `<resultCode>${value}</resultCode>`
const listed = (...ids: readonly string[]) => `${code('0')}${ours}<contracts>${ids.map(contract).join('')}</contracts>`
/** Only the opening signs are escaped, as the real service does it. */
const escaped = (xml: string) => xml.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const root = (content: string) => `<ns3:contractResponse xmlns:ns3="urn:mock:esutd:v1">${content}</ns3:contractResponse>`
const document = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${root(content)}`
const asText = (content: string) =>
  `<data xmlns="http://www.w3.org/2001/XMLSchema-instance" type="xsd:string">${escaped(document(content))}</data>`

const reply = (data: string) => fetch(asked, createWire(answer(syncAnswer(data))).source)
/** The ids of the contracts and whose they are, or the verdict. */
const told = async (data: string) => {
  const given = await reply(data)
  if ('outcome' in given) return [given.outcome, given.reason]
  return given.records.map(({ value, iin }) => [(value as { contractId: string }).contractId, iin])
}

test.each([
  ['as escaped text', asText(listed('1', '2'))],
  ['as escaped text after blanks', `<data>\n${escaped(document(listed('1', '2')))}\n</data>`],
  ['in CDATA', `<data><![CDATA[${document(listed('1', '2'))}]]></data>`],
  ['as an element', `<data>${root(listed('1', '2'))}</data>`],
  [
    'typed',
    `<data xmlns:q1="urn:mock:esutd:v1" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="q1:contractResponse">${listed('1', '2')}</data>`,
  ],
  ['as children', `<data>${listed('1', '2')}</data>`],
])('reads an answer %s', async (_, data) => {
  expect(await told(data)).toEqual([
    ['1', IIN],
    ['2', IIN],
  ])
})

test.each([
  ['consent refused', code('403'), ['consent_missing', 'refused']],
  ['consent expired', code('413'), ['consent_missing', 'expired']],
  ['consent revoked', code('423'), ['consent_missing', 'revoked']],
  ['other elements in place of the list as drift', `${code('0')}${ours}<items>${contract('1')}</items>`, ['unreadable', 'drift']],
  ['nothing beside contracts as a contradiction', `${code('404')}<contracts>${contract('1')}</contracts>`, ['unreadable', 'protocol']],
])('gives %s', async (_, content, expected) => {
  expect(await told(asText(content))).toEqual(expected)
})

test.each([
  ['404 with the person', code('404') + ours, IIN],
  ['404 without a person', code('404'), null],
  ['404 with somebody else', `${code('404')}<subject><iin>${OTHER}</iin></subject>`, OTHER],
  ['404 with a reason', `${code(' 404 ')}<reason><nameRu>Нет договоров</nameRu></reason>`, null],
  ['0 without a list', code('0') + ours, IIN],
  ['0 with an empty list of somebody else', `${code('0')}<subject><iin>${OTHER}</iin></subject><contracts/>`, OTHER],
  ['a person as text', `${code('0')}<subject>${OTHER}</subject><contracts/>`, OTHER],
  ['an empty person', `${code('0')}<subject><iin>-</iin></subject>`, null],
])('gives no contracts, and about whom, for %s', async (_, content, subject) => {
  expect(await reply(asText(content))).toEqual({ records: [], subject })
})

test('takes no person for the one asked where an answer names two', async () => {
  const both = `<subject><iin>${IIN}</iin></subject><subject><iin>${OTHER}</iin></subject>`
  expect(await told(asText(`${code('0')}${both}<contracts>${contract('1')}</contracts>`))).toEqual([['1', `${IIN},${OTHER}`]])
})

test('names nobody where no person is echoed', async () => {
  expect(await told(asText(`${code('0')}<contracts>${contract('1')}</contracts>`))).toEqual([['1', null]])
})

test("fails on the register's own error, and on text that is no answer", async () => {
  expect(await failureIn(reply(asText(code('500'))))).toBe('unavailable/remote_error once')
  expect(await failureIn(reply(asText('<error/>')))).toBe('unreadable/protocol once')
  expect(await failureIn(reply('<data>сервис недоступен</data>'))).toBe('unreadable/protocol once')
})

test('asks in a document as text, with the consent beside the number', async () => {
  const { source, requests } = createWire(answer(syncAnswer(asText(code('404')))))
  await fetch(asked, source)
  const fields = `&lt;iin&gt;${IIN}&lt;/iin&gt;&lt;kdpToken&gt;t&lt;/kdpToken&gt;&lt;publicKey&gt;k&lt;/publicKey&gt;`
  const [{ body } = { body: '' }] = requests
  expect(body).toContain(`xsi:type="xs:string"`)
  expect(body).toContain(`&lt;d:contractRequest xmlns:d=&quot;urn:mock:esutd:v1&quot;&gt;${fields}&lt;/d:contractRequest&gt;`)
})

test('asks without a consent where none was given', async () => {
  const { source, calls } = scriptedSource({ shep: () => ({ data: { resultCode: '0' }, exchange: EXCHANGE }) })
  await fetch(teacher({ iin: IIN }), source)
  const fields = { iin: IIN, kdpToken: undefined, publicKey: undefined }
  expect(calls).toMatchObject([{ serviceId: 'MOCK_ESUTD_CONTRACTS_BY_IIN', fields }])
})
