import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answer,
  createWire,
  envelope,
  failureIn,
  faultAnswer,
  shepCall,
  syncAnswer,
  type WireOptions,
} from '../../test/support/wire-rig.ts'
import { escapeXml } from './shep-build.ts'

const CONTENT = '<messageResult><code>00000</code></messageResult><list><item>1</item></list>'
const READ = { messageResult: { code: '00000' }, list: { item: '1' } }
const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?><ns3:Response xmlns:ns3="urn:mock:v1">${CONTENT}</ns3:Response>`
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
const ask = (body: string | Uint8Array, status = 200, call = shepCall(), options: WireOptions = {}) =>
  createWire(answer(body, status, { 'content-type': 'text/xml; charset=utf-8' }), options).source.shep(call)
const result = (code: string) => syncAnswer(`<data><messageResult><code>${code}</code></messageResult></data>`)
const PIECES = ['<data>', '</data>', '<data/>', '<x>', '</x>', '<![CDATA[', ']]>', '<!--', '-->', '&lt;a/>', '{"a":1}', 'H4sI', CONTENT]

describe('the shapes of data', () => {
  it.each([
    ['children', `<data>${CONTENT}</data>`],
    ['the named answer', `<data><Response>${CONTENT}</Response></data>`],
    ['a typed element', `<data ${XSI} xmlns:d="urn:mock:v1" xsi:type="d:Response">${CONTENT}</data>`],
    ['a type without its prefix', `<data xmlns="http://www.w3.org/2001/XMLSchema-instance" type="d:Response">${CONTENT}</data>`],
    ['escaped text', `<data ${XSI} xsi:type="xs:string">${escapeXml(DOCUMENT)}</data>`],
    ['text of which only the opening is escaped', `<data>${DOCUMENT.replaceAll('<', '&lt;')}</data>`],
    ['CDATA', `<data><![CDATA[${DOCUMENT}]]></data>`],
    ['packed text', `<data>${gzipSync(DOCUMENT).toString('base64')}</data>`],
    ['prefixed elements', `<i:data xmlns:i="urn:i" xmlns:d="urn:d">${CONTENT.replaceAll(/(<\/?)/g, '$1d:')}</i:data>`],
    ['data beside comments', `<!-- <data/> --><data>${CONTENT}</data>`],
  ])('reads %s', async (_, data) => {
    expect(await ask(syncAnswer(data))).toMatchObject({ data: READ, exchange: { signature: 'absent' } })
  })

  it('reads the same text again from what it was parsed to, with an exchange of its own', async () => {
    let count = 0
    const { source } = createWire(() => answer(syncAnswer(`<data>${CONTENT}</data>`, 'SCSS001').replace('>m<', `>${count++}<`)))
    await source.shep(shepCall())
    const [first, second] = [await source.shep(shepCall()), await source.shep(shepCall())]
    if ('outcome' in first || 'outcome' in second) expect.unreachable()
    expect(second.data).toBe(first.data)
    expect(second.exchange.payloadHash).not.toBe(first.exchange.payloadHash)
  })

  it('never takes what one answer was parsed to for another answer', async () => {
    const items = ['1', '1', '2', '2', '1']
    let next = 0
    const { source } = createWire(() => answer(syncAnswer(`<data>${CONTENT.replace('>1<', `>${items[next++]}<`)}</data>`)))
    for (const item of items) expect(await source.shep(shepCall())).toMatchObject({ data: { list: { item } } })
  })

  it('reads the same text anew where its prefixes mean something else', async () => {
    const declared = syncAnswer(`<data>${CONTENT.replaceAll(/(<\/?)/g, '$1d:')}</data>`)
    const bodies = ['urn:d', 'urn:d', null].map((uri) => (uri ? declared.replace(/<([\w:]*Envelope)/, `<$1 xmlns:d="${uri}"`) : declared))
    let next = 0
    const { source } = createWire(() => answer(bodies[next++] ?? ''))
    for (let times = 0; times < 2; times++) expect(await source.shep(shepCall())).toMatchObject({ data: READ })
    await expect(source.shep(shepCall())).rejects.toThrow('undeclared prefix')
  })

  it('reads an answer without data as nothing where no result is expected', async () => {
    const { result: _, ...call } = shepCall()
    expect(await ask(syncAnswer(''), 200, call)).toMatchObject({ data: {} })
  })
})

/** The provider says that there is no record, beside this. */
const NONE = (beside: string) => syncAnswer(`<data><messageResult><code>00404</code></messageResult>${beside}</data>`)

describe('the four layers', () => {
  it.each(['', '<list/>', '<list> </list>'])('reads no record beside %j as nothing', async (beside) => {
    expect(await ask(NONE(beside))).toEqual({ outcome: 'empty', reason: null })
  })

  it.each([
    ['an answer of another sender', 401, '', 'unavailable/auth renew'],
    ['a page', 200, '<html></html>', 'unavailable/html yes'],
    ['a page under 502', 502, '<html></html>', 'unavailable/html yes'],
    ['an empty body', 200, '', 'unreadable/protocol once'],
    ['an empty body under 500', 500, '', 'unavailable/http_5xx yes'],
    ['another document under 500', 500, '<a/>', 'unavailable/http_5xx yes'],
    ['a fault of the bus under 500', 500, faultAnswer('SCE004'), 'unavailable/shep_fault no'],
    ['a fault of the bus under 400', 400, faultAnswer('SCE001'), 'unavailable/shep_fault no'],
    ['a fault of the bus under 200', 200, faultAnswer('SCE017'), 'unavailable/shep_fault no'],
    ['a fault of the provider', 500, faultAnswer('SCE909'), 'unavailable/remote_error once'],
    ['an unknown fault', 200, faultAnswer('SCE018'), 'unavailable/remote_error once'],
    ['an unknown status of the bus', 200, syncAnswer('<data/>', 'ERR'), 'unavailable/remote_error once'],
    ['an unknown result', 200, result('77777'), 'unavailable/remote_error once'],
    ['no record beside a record', 200, NONE('<list><one>1</one></list>'), 'unreadable/protocol once'],
    ['no result', 200, syncAnswer('<data><x/></data>'), 'unreadable/protocol once'],
    ['no data', 200, syncAnswer(''), 'unreadable/protocol once'],
    ['text that is no document', 200, syncAnswer('<data>hello</data>'), 'unreadable/protocol once'],
    ['a DOCTYPE', 200, `<!DOCTYPE a>${result('00000')}`, 'unreadable/protocol once'],
    ['two roots', 200, result('00000') + result('00000'), 'unreadable/protocol once'],
    ['an answer to another question', 200, syncAnswer(`<data>${CONTENT}</data>`, 'SCSS001', 'other'), 'unreadable/protocol once'],
    ['another operation', 200, envelope('<x/>'), 'unreadable/protocol once'],
    ['an envelope of another namespace', 200, result('00000').replaceAll('schemas.xmlsoap.org', 'example.kz'), 'unreadable/protocol once'],
    ['undeclared windows-1251', 200, Buffer.from(result('00000').replace('>x<', '>\xd3\xf7<'), 'latin1'), 'unreadable/encoding no'],
  ])('reads %s (%i)', async (_, status, body, expected) => {
    expect(await failureIn(ask(body, status))).toBe(expected)
  })

  it.each([
    ['the result "no record"', result('00404'), 'empty', null],
    ['the status 404 of the bus', syncAnswer('<data/>', '404'), 'empty', null],
    ['a refusal of somebody without a token', result('00403'), 'consent_missing', 'missing'],
  ])('reads %s as a verdict', async (_, body, outcome, reason) => {
    expect(await ask(body)).toEqual({ outcome, reason })
  })

  it('reads a refusal of somebody with a token as refused', async () => {
    const call = shepCall({ fields: { iin: '000115100012', kdpToken: 'MOCK' } })
    expect(await ask(result('00403'), 200, call)).toEqual({ outcome: 'consent_missing', reason: 'refused' })
  })

  it('accepts SOAP 1.2, a fault in it, braces round the echo, and another word for success', async () => {
    const own = '{00000000-0000-4000-8000-000000000001}'
    const soap12 = (xml: string) => xml.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope')
    expect(await ask(soap12(syncAnswer(`<data>${CONTENT}</data>`, 'Success', own)))).toMatchObject({ data: READ })
    expect(await failureIn(ask(soap12(faultAnswer('SCE006'))))).toBe('unavailable/shep_fault no')
  })

  it('never reads a document cut short', async () => {
    const whole = syncAnswer(`<data>${CONTENT}</data>`)
    for (let length = 1; length < whole.length; length += 7) {
      expect(await failureIn(ask(whole.slice(0, length)))).toBe('unreadable/protocol once')
    }
  })

  it('gives a reply or a failure for any text in place of data', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), async (pieces) => {
        const asked = ask(syncAnswer(pieces.join('')))
        expect(await failureIn(asked)).toMatch(/^(?:no failure|unreadable\/protocol once|unavailable\/remote_error once)$/)
      }),
    )
  })
})

describe('the request', () => {
  it('goes to the root of the source as SOAP 1.1 with an id of our own', async () => {
    const { source, requests } = createWire(answer(result('00404')))
    await source.shep(shepCall())
    expect(requests[0]).toMatchObject({ url: 'http://127.0.0.1:1/diplomas/', method: 'POST', maxBytes: 1024 * 1024 })
    expect(requests[0]?.headers).toMatchObject({ soapaction: '""', 'content-type': 'text/xml; charset=utf-8' })
    expect(requests[0]?.body).toContain('<messageId>00000000-0000-4000-8000-000000000001</messageId>')
  })

  it('names what it cannot check: a signature without a certificate', async () => {
    const signed = syncAnswer(`<data><Response>${CONTENT}<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/></Response></data>`)
    expect(await ask(signed)).toMatchObject({ exchange: { signature: 'not_checked' } })
  })
})
