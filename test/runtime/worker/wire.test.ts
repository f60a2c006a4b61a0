import { describe, expect, it } from 'vitest'
import { fetchTransport } from '../../../src/sources/http-fetch.ts'
import { rsaSigner } from '../../../src/sources/signer-rsa.ts'
import { checksHere } from '../../../src/sources/xml-signature.ts'
import { turnsDuring } from '../../support/turns.ts'
import { answer, createWire, shepCall, syncAnswer } from '../../support/wire-rig.ts'

const CONTENT = '<messageResult><code>00000</code></messageResult><name>Әлия</name>'
const pem = (kind: string, der: ArrayBuffer) => `-----BEGIN ${kind}-----\n${Buffer.from(der).toString('base64')}\n-----END ${kind}-----\n`

async function keys() {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const [key, cert] = [await crypto.subtle.exportKey('pkcs8', pair.privateKey), await crypto.subtle.exportKey('spki', pair.publicKey)]
  return { key: pem('PRIVATE KEY', key as ArrayBuffer), cert: pem('PUBLIC KEY', cert as ArrayBuffer) }
}

/** The bytes as gzip would send them. */
async function gzip(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed as BodyInit).arrayBuffer())
}

describe('the wire in workerd', () => {
  it('reads an answer of the bus, packed data too', async () => {
    const packed = Buffer.from(await gzip(`<Response>${CONTENT}</Response>`)).toString('base64')
    for (const data of [`<data>${CONTENT}</data>`, `<data>${packed}</data>`]) {
      expect(await createWire(answer(syncAnswer(data))).source.shep(shepCall())).toMatchObject({ data: { name: 'Әлия' } })
    }
  })

  it('reads windows-1251 where it is declared', async () => {
    const bytes = Uint8Array.of(0x22, 0xd3, 0xf7, 0x22)
    const { source } = createWire(answer(bytes, 200, { 'content-type': 'application/json; charset=windows-1251' }))
    expect((await source.json({ method: 'GET', path: '/' })).body).toBe('Уч')
  })

  it('unpacks gzip that does not say so', async () => {
    const packed = await gzip('{"a":1}')
    const transport = fetchTransport(async () => new Response(packed as BodyInit))
    const request = { url: 'http://127.0.0.1:1/', method: 'GET', headers: {}, body: null, maxBytes: 1000 } as const
    const { bytes } = await transport({ ...request, signal: new AbortController().signal })
    expect(new TextDecoder().decode(bytes)).toBe('{"a":1}')
  })

  it('signs a request, and refuses an answer that is not signed', async () => {
    const [ours, theirs] = [await keys(), await keys()]
    const signer = rsaSigner({ ...ours, verifyCert: theirs.cert, checks: checksHere })
    const { source, requests } = createWire(answer(syncAnswer(`<data>${CONTENT}</data>`)), { signer, settings: { sign: 'rsa' } })
    await expect(source.shep(shepCall())).rejects.toMatchObject({ verdict: { outcome: 'unreadable', reason: 'signature' } })
    const them = rsaSigner({ ...theirs, verifyCert: ours.cert, checks: checksHere })
    const checked = await them.verify(String(requests[0]?.body), new AbortController().signal)
    expect(checked.state).toBe('valid')
  })
})

describe('a long answer', () => {
  it('lets others have their turn while it is parsed', async () => {
    const data = `<data>${CONTENT}${'<more/>'.repeat(40_000)}</data>`
    const reading = createWire(answer(syncAnswer(data), 200, { 'content-type': 'text/xml' })).source.shep(shepCall())
    expect(await turnsDuring(reading)).toBeGreaterThanOrEqual(4)
    expect(await reading).toMatchObject({ data: { name: 'Әлия' } })
  })
})
