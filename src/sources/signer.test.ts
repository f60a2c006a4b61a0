import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { answer, createWire, failureIn, faultAnswer, shepCall, syncAnswer } from '../../test/support/wire-rig.ts'
import type { Transport } from '../ports.ts'
import { buildSync } from './shep-build.ts'
import { ncanodeSigner } from './signer-ncanode.ts'
import { rsaSigner } from './signer-rsa.ts'
import { checksHere } from './xml-signature.ts'

function keys() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { key: privateKey, cert: publicKey }
}
const [ours, theirs] = [keys(), keys()]
const { signal } = new AbortController()
const us = rsaSigner({ ...ours, verifyCert: theirs.cert, checks: checksHere })
const them = rsaSigner({ ...theirs, verifyCert: ours.cert, checks: checksHere })
/** What they answer, in the shape that their signer takes. */
const reply = syncAnswer('<data><messageResult><code>00000</code></messageResult><x>true</x></data>')
  .replaceAll(/(<\/?)(?:soap|S):/g, '$1soapenv:')
  .replaceAll('xmlns:soap=', 'xmlns:soapenv=')
const request = buildSync(shepCall(), { messageId: 'id-1', sender: { user: 'u', password: 'p' }, now: 0 })
const asked = async (xml: string) => {
  const { source, requests } = createWire(answer(xml), { signer: us, settings: { sign: 'rsa' } })
  return { reply: source.shep(shepCall()), requests }
}
const verdict = async (xml: string) => failureIn((await asked(xml)).reply)

describe('rsaSigner', () => {
  it('signs the Body as the bus wants it, so that the other side accepts it', async () => {
    const signed = await us.sign(request)
    expect(await them.verify(signed, signal)).toMatchObject({
      state: 'valid',
      signed: expect.stringMatching(/^<soapenv:Body .*000115100012/),
    })
    expect(signed).toContain('soapenv:mustUnderstand="1"')
    for (const part of ['rsa-sha256', 'xml-exc-c14n#', 'X509v3', 'KeyIdentifier']) expect(signed).toContain(part)
  })

  it.each([
    ['one digit is changed', (xml: string) => xml.replace('000115100012', '000115100013'), 'invalid'],
    ['a line end is put in', (xml: string) => xml.replace('<requestData>', '\r\n<requestData>'), 'invalid'],
    ['there is no signature', () => request, 'absent'],
    ['it is no XML', () => 'x', 'absent'],
  ])('does not accept a message when %s', async (_, change, state) => {
    expect((await them.verify(change(await us.sign(request)), signal)).state).toBe(state)
  })

  it('trusts the configured certificate only, not the one in the message', async () => {
    expect((await us.verify(await us.sign(request), signal)).state).toBe('invalid')
  })

  it('finds what is signed by wsu:Id alone, whatever else has the same id under another name', async () => {
    const signed = await them.sign(request)
    const id = /wsu:Id="([^"]+)"/.exec(signed)?.[1]
    const named = signed.replace('</soapenv:Header>', `<w ID="${id}"/></soapenv:Header>`)
    expect(await us.verify(named, signal)).toMatchObject({ state: 'valid', signed: expect.stringMatching(/^<soapenv:Body .*000115100012/) })
  })

  it('hands out the signed Body of a wrapped message, not the one in its place', async () => {
    const signed = await us.sign(request)
    const body = signed.slice(signed.indexOf('<soapenv:Body'), signed.indexOf('</soapenv:Envelope>'))
    const evil = body.replace(/ wsu:Id="[^"]*"/, '').replace('000115100012', '000125100018')
    const wrapped = signed.replace(body, evil).replace('</soapenv:Header>', `<w>${body}</w></soapenv:Header>`)
    const checked = await them.verify(wrapped, signal)
    expect(checked.state === 'valid' ? checked.signed : 'invalid').not.toContain('000125100018')
  })
})

describe('an answer with a transport signature', () => {
  it('is read from what is signed', async () => {
    const { reply: read, requests } = await asked(await them.sign(reply))
    expect(await read).toMatchObject({ data: { x: 'true' }, exchange: { signature: 'valid' } })
    expect((await them.verify(String(requests[0]?.body), signal)).state).toBe('valid')
  })

  it('is refused when it is wrong, absent, or of somebody else', async () => {
    expect(await verdict((await them.sign(reply)).replace('>true<', '>false<'))).toBe('unreadable/signature no')
    expect(await verdict(reply)).toBe('unreadable/signature no')
    expect(await verdict(await us.sign(reply))).toBe('unreadable/signature no')
  })

  it('is never read from a Body that was put round the signed one', async () => {
    const signed = await them.sign(reply)
    const body = signed.slice(signed.indexOf('<soapenv:Body'), signed.indexOf('</soapenv:Envelope>'))
    const evil = reply.slice(reply.indexOf('<n:Send'), reply.indexOf('</soapenv:Body>')).replace('>true<', '>false<')
    const read = await (await asked(signed.replace(body, `<soapenv:Body>${evil}${body}</soapenv:Body>`))).reply
    expect(read).toMatchObject({ data: { x: 'true' } })
  })

  it('may be a Fault without one', async () => {
    expect(await verdict(faultAnswer('SCE005'))).toBe('unavailable/shep_fault no')
  })

  it('is looked at by the guarded parser first', async () => {
    expect(await verdict(`<!DOCTYPE a>${await them.sign(reply)}`)).toBe('unreadable/protocol once')
    const wide = (elements: number) => reply.replace('</data>', `${'<y/>'.repeat(elements)}</data>`)
    expect(await verdict(wide(9_900))).toBe('unreadable/signature no')
    expect(await verdict(wide(10_000))).toBe('unreadable/protocol once')
  })
})

describe('ncanodeSigner', () => {
  const sidecar = (body: string, status = 200) => {
    const questions: { url: string; body: unknown }[] = []
    const transport: Transport = async (question) => {
      questions.push({ url: question.url, body: JSON.parse(String(question.body)) })
      return answer(body, status)
    }
    return { questions, signer: ncanodeSigner({ url: 'http://127.0.0.1:1', key: 'UEtDUw==', password: 'invented', transport }) }
  }

  it('asks the sidecar to sign', async () => {
    const { signer, questions } = sidecar('{"status":200,"message":"OK","xml":"<signed/>"}')
    expect(await signer.sign('<a/>')).toBe('<signed/>')
    const body = { xml: '<a/>', key: 'UEtDUw==', password: 'invented', keyAlias: null, trimXml: false }
    expect(questions).toEqual([{ url: 'http://127.0.0.1:1/wsse/sign', body }])
  })

  it('accepts what the sidecar calls valid, if there is only one Body that it can mean', async () => {
    const { signer } = sidecar('{"status":200,"message":"OK","valid":true}')
    const one = '<s:Envelope><ds:Signature/><s:Body/></s:Envelope>'
    expect(await signer.verify(one, signal)).toEqual({ state: 'valid', signed: one })
    expect(await signer.verify(one.replace('<ds:', '<x><s:Body/></x><ds:'), signal)).toEqual({ state: 'invalid' })
    expect(await signer.verify('<s:Envelope><s:Body/></s:Envelope>', signal)).toEqual({ state: 'absent' })
  })

  it.each([
    ['is wrong about the signature', '{"status":200,"valid":false}', 200],
    ['fails', '{"status":500,"message":"x"}', 500],
    ['answers with a page', '<html>', 500],
  ])('accepts nothing when the sidecar %s', async (_, body, status) => {
    const checked = sidecar(body, status).signer.verify('<s:Envelope><Signature/><Body></Body></s:Envelope>', signal)
    expect(await checked.catch(() => failureIn(checked))).not.toMatchObject({ state: 'valid' })
  })

  it('tells nothing of the question in its failure', async () => {
    await expect(sidecar('<html>', 500).signer.sign('<a/>')).rejects.toThrow(/^unreadable\/signature: the signing sidecar failed$/)
  })
})
