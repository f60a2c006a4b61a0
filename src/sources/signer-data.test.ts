import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { answer, createWire, shepCall, syncAnswer } from '../../test/support/wire-rig.ts'
import { escapeXml } from './shep-build.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const DOCUMENT = '<Response><messageResult><code>00000</code></messageResult><x>1</x></Response>'

/** The document with an enveloped signature over `xpath`. */
function signed(xpath = '/*'): string {
  const signer = new SignedXml({
    privateKey,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: INCLUSIVE,
  })
  const transforms = ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', INCLUSIVE]
  signer.addReference({ xpath, transforms, digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256', isEmptyUri: xpath === '/*' })
  signer.computeSignature(DOCUMENT, { prefix: 'ds' })
  return signer.getSignedXml()
}
async function signatureOf(data: string, verifyCert: string | null = publicKey) {
  const reply = await createWire(answer(syncAnswer(data)), { settings: { verifyCert } }).source.shep(shepCall())
  return 'exchange' in reply ? [reply.exchange.signature, reply.data.x] : reply
}
const escaped = (document: string) => `<data>${escapeXml(document)}</data>`

describe('a signature inside the data', () => {
  it('is valid in a document that came as text, and in an element', async () => {
    expect(await signatureOf(escaped(signed()))).toEqual(['valid', '1'])
    expect(await signatureOf(`<data>${signed()}</data>`)).toEqual(['valid', '1'])
  })

  it('is invalid where the data were changed, and the data are read all the same', async () => {
    expect(await signatureOf(escaped(signed().replace('<x>1<', '<x>2<')))).toEqual(['invalid', '2'])
    expect(await signatureOf(`<data>${signed().replace('<x>1<', '<x>2<')}</data>`)).toEqual(['invalid', '2'])
  })

  it('is invalid where it covers a part only', async () => {
    expect(await signatureOf(escaped(signed('/*/messageResult')))).toEqual(['invalid', '1'])
  })

  it('is not checked without a certificate, or with an algorithm that needs another provider', async () => {
    expect(await signatureOf(escaped(signed()), null)).toEqual(['not_checked', '1'])
    const gost = signed().replace(
      /Algorithm="[^"]*rsa-sha256"/,
      'Algorithm="urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512"',
    )
    expect(await signatureOf(escaped(gost))).toEqual(['not_checked', '1'])
  })

  it('is not checked where the document cannot be told apart from what surrounds it', async () => {
    const outside = syncAnswer(`<data xmlns:o="urn:o">${signed().replace('<x>', '<o:x>').replace('</x>', '</o:x>')}</data>`)
    const reply = await createWire(answer(outside), { settings: { verifyCert: publicKey } }).source.shep(shepCall())
    expect(reply).toMatchObject({ exchange: { signature: 'not_checked' } })
  })

  it('is not checked in a document of more elements than are checked', async () => {
    const wide = (elements: number) => escaped(signed().replace('<x>', `${'<y/>'.repeat(elements)}<x>`))
    expect(await signatureOf(wide(900))).toEqual(['invalid', '1'])
    expect(await signatureOf(wide(10_000))).toEqual(['not_checked', '1'])
  })

  it('is absent where there is none', async () => {
    expect(await signatureOf(escaped(DOCUMENT))).toEqual(['absent', '1'])
  })
})
