import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shepCall } from '../../test/support/wire-rig.ts'
import { buildAcknowledge, buildSend, buildSync, buildTake, type Head, messageDate } from './shep-build.ts'
import { readData } from './shep-data.ts'
import { bodyOf } from './shep-read.ts'
import { parseXml, type XmlNode } from './xml.ts'
import { descendant, plain } from './xml-tree.ts'

const HEAD: Head = { messageId: 'id-1', sender: { user: 'me & "you"', password: '<p>' }, now: Date.UTC(2026, 0, 15, 5, 0, 0, 120) }
const TURNS = { maxChars: 1_000_000, signal: null }
const parse = (xml: string) => bodyOf(parseXml(xml, 1_000_000))
const names = (node: XmlNode | undefined) => node?.children.map(({ local }) => local)
/** Text that XML can hold: no control characters but tab and line ends, no lone surrogates. */
const Text = fc
  .string({ unit: 'binary', maxLength: 40 })
  .filter((text) => !/[^\P{Cc}\t\n\r\u007f-\u009f]|[\uFFFE\uFFFF]|\p{Surrogate}/u.test(text))

describe('buildSync', () => {
  it('writes the elements in the order of the schema, unqualified', () => {
    const request = parse(buildSync(shepCall(), HEAD)).children[0]
    expect(request).toMatchObject({ local: 'SendMessage', namespace: 'http://bip.bee.kz/SyncChannel/v10/Types' })
    expect(request?.children[0]).toMatchObject({ local: 'request', namespace: '' })
    expect(names(descendant(request, 'requestInfo'))).toEqual(['messageId', 'serviceId', 'messageDate', 'sender'])
    expect(plain(descendant(request, 'sender') as XmlNode)).toEqual({ senderId: 'me & "you"', password: '<p>' })
  })

  it.each(['typed', 'escaped', 'plain'] as const)('carries any text through the shape %s', (shape) => {
    return fc.assert(
      fc.asyncProperty(fc.record({ iin: Text, kdpToken: fc.option(Text, { nil: undefined }) }), async (fields) => {
        fc.pre(fields.iin !== '' || fields.kdpToken !== undefined)
        const data = descendant(parse(buildSync(shepCall({ shape, fields }), HEAD)), 'data')
        const { iin, kdpToken } = fields
        expect((await readData(data, ['Request'], TURNS)).data).toEqual(kdpToken === undefined ? { iin } : { iin, kdpToken })
      }),
    )
  })

  it('writes as references what a reader would take for a line feed', () => {
    expect(buildSync(shepCall({ shape: 'plain', fields: { iin: 'a\rb\u0085c\u2028d' } }), HEAD)).toContain(
      '<iin>a&#13;b&#133;c&#8232;d</iin>',
    )
  })

  it('leaves out what XML cannot hold', async () => {
    const data = descendant(parse(buildSync(shepCall({ fields: { iin: `a\u0000\u0001${'\uD800'}b` } }), HEAD)), 'data')
    expect((await readData(data, [], TURNS)).data).toEqual({ iin: 'ab' })
  })

  it('gives typed data the type of the request in its namespace', () => {
    const data = descendant(parse(buildSync(shepCall(), HEAD)), 'data')
    expect(data?.attributes['xsi:type']).toBe('d:Request')
    expect(data?.scope.d).toBe('urn:mock:v1')
  })
})

describe('the asynchronous operations', () => {
  it('build a request with its type', () => {
    const request = parse(buildSend(shepCall({ shape: 'plain' }), HEAD)).children[0]
    expect(request).toMatchObject({ local: 'sendMessage', namespace: 'http://bip.bee.kz/AsyncChannel/v10/Types' })
    expect(names(descendant(request, 'messageInfo'))).toEqual(['messageId', 'serviceId', 'messageType', 'messageDate', 'sender'])
    expect(descendant(request, 'messageType')?.text).toBe('REQUEST')
  })

  it('build a poll with its amount', () => {
    const request = parse(buildTake('SERVICE', 20, HEAD)).children[0]?.children[0]
    expect(names(request)).toEqual(['messageId', 'requestDate', 'serviceId', 'sender', 'amount'])
    expect(descendant(request, 'amount')?.text).toBe('20')
  })

  it('build the acknowledgement of a message taken', () => {
    const request = parse(buildAcknowledge('n-1', 'SERVICE', HEAD)).children[0]?.children[0]
    expect(names(request)).toEqual(['notification', 'requestDate', 'sender'])
    expect(plain(descendant(request, 'notification') as XmlNode)).toMatchObject({ messageId: 'n-1', deliveryStatus: 'DELIVERED' })
  })
})

describe('messageDate', () => {
  it('writes the clock of the country', () => {
    expect(messageDate(HEAD.now)).toBe('2026-01-15T10:00:00.120+05:00')
  })
})
