import type { Checked } from './signer.ts'

/*
 * XML signatures against a configured certificate: the heavy part of checking a message, some 20 to 60 µs for each element, and in one
 * piece. On Node it runs in a thread of its own, which loads this file (docs/decisions/0031).
 */

const HEADER_SIGNATURE =
  "/*/*[local-name(.)='Header']//*[local-name(.)='Signature' and namespace-uri(.)='http://www.w3.org/2000/09/xmldsig#']"
const ENVELOPED = "/*/*[local-name(.)='Signature' and namespace-uri(.)='http://www.w3.org/2000/09/xmldsig#']"
const SIGNED_BODY = /^<(?:[\w.-]+:)?Body[\s>]/

/** A text, and the certificate that it must be signed with (PEM). */
export interface Signed {
  readonly xml: string
  readonly cert: string
}

/** Where signatures are checked. Throws `SourceFailure`, the cause of the signal too. */
export interface SignatureChecks {
  /** The signature of a SOAP message over its Body. */
  body(signed: Signed, signal: AbortSignal): Promise<Checked>
  /** Whether a document is signed as a whole, by a signature that stands in it. */
  document(signed: Signed, signal: AbortSignal): Promise<boolean>
}

type Libraries = Awaited<ReturnType<typeof load>>

async function load() {
  const [{ SignedXml }, { select1 }, { DOMParser }] = await Promise.all([import('xml-crypto'), import('xpath'), import('@xmldom/xmldom')])
  return { SignedXml, select1, DOMParser }
}

function open({ SignedXml, select1, DOMParser }: Libraries, { xml, cert }: Signed, path: string, idMode?: 'wssecurity') {
  const document = new DOMParser({ errorHandler: () => {} }).parseFromString(xml, 'text/xml')
  const checker = new SignedXml({ publicCert: cert, getCertFromKeyInfo: () => null, ...(idMode ? { idMode } : {}) })
  return { document, signature: select1(path, document) as Node | undefined, checker }
}

/** Checks with the configured certificate only, and hands out the Body that was really signed: a wrapped message has another one. */
export async function checkBody(signed: Signed): Promise<Checked> {
  const libraries = await load()
  try {
    const { signature, checker } = open(libraries, signed, HEADER_SIGNATURE, 'wssecurity')
    if (!signature) return { state: 'absent' }
    // The bus names what it signs by wsu:Id. For each other name that an id could have, the whole message would be searched again.
    checker.idAttributes = ['Id']
    checker.loadSignature(signature)
    if (!checker.checkSignature(signed.xml)) return { state: 'invalid' }
    const [body, second] = checker.getSignedReferences().filter((reference) => SIGNED_BODY.test(reference))
    return body !== undefined && second === undefined ? { state: 'valid', signed: body } : { state: 'invalid' }
  } catch {
    return { state: 'invalid' }
  }
}

/** The same for a document with an enveloped signature. */
export async function checkDocument(signed: Signed): Promise<boolean> {
  const libraries = await load()
  try {
    const { document, signature, checker } = open(libraries, signed, ENVELOPED)
    if (!signature) return false
    checker.loadSignature(signature)
    if (!checker.checkSignature(signed.xml)) return false
    // What was signed must be the whole document that we read, not a part of it.
    const [covered, more] = checker.getSignedReferences()
    return more === undefined && covered?.startsWith(`<${document.documentElement.nodeName}`) === true
  } catch {
    return false
  }
}

/** In the thread of the caller: where there is no other, as on Workers. */
export const checksHere: SignatureChecks = { body: checkBody, document: checkDocument }
