import type { Signature } from '../../schemas/provenance.ts'
import { SourceFailure } from './failure.ts'
import type { Business } from './shep-data.ts'
import { LARGEST } from './wire.ts'
import { parseXmlInTurns } from './xml.ts'

const ENVELOPED = "/*/*[local-name(.)='Signature' and namespace-uri(.)='http://www.w3.org/2000/09/xmldsig#']"
/** Needs a provider that this process cannot have (wire formats, 3.3). */
const GOST = /\bAlgorithm\s*=\s*["'][^"']*gost/i

/** Whether a document makes sense alone: one whose prefixes are bound outside cannot be checked without what surrounds it. */
async function standsAlone(text: string, signal: AbortSignal): Promise<boolean> {
  try {
    await parseXmlInTurns(text, { maxChars: LARGEST.xml, signal })
    return true
  } catch (error) {
    if (error instanceof SourceFailure && error.verdict.outcome === 'unreadable') return false
    throw error
  }
}

/** The document that an enveloped signature stands in; null where it cannot be told from the text. */
function documentOf(signed: NonNullable<Business['signed']>, data: string | null): string | null {
  if (signed.in === 'document') return signed.text
  if (data === null || signed.in === 'data') return data
  return data.slice(data.indexOf('>') + 1, data.lastIndexOf('</')).trim()
}

async function isValid(xml: string, cert: string): Promise<boolean> {
  const [{ SignedXml }, { select1 }, { DOMParser }] = await Promise.all([import('xml-crypto'), import('xpath'), import('@xmldom/xmldom')])
  const document = new DOMParser({ errorHandler: () => {} }).parseFromString(xml, 'text/xml')
  const signature = select1(ENVELOPED, document)
  if (!signature || typeof signature !== 'object') return false
  try {
    const checker = new SignedXml({ publicCert: cert, getCertFromKeyInfo: () => null })
    checker.loadSignature(signature as Node)
    if (!checker.checkSignature(xml)) return false
    // What was signed must be the whole document that we read, not a part of it.
    const [covered, more] = checker.getSignedReferences()
    return more === undefined && covered?.startsWith(`<${document.documentElement.nodeName}`) === true
  } catch {
    return false
  }
}

/**
 * The state of a signature inside the business data (wire formats, 3.1): checked against the configured certificate where there is one
 * and the signed document can be told. `data` is the text of the element `data`, null where it is not known.
 */
export async function signatureInside(
  signed: NonNullable<Business['signed']>,
  data: string | null,
  cert: string | null,
  signal: AbortSignal,
): Promise<Signature> {
  const xml = documentOf(signed, data)
  if (cert === null || xml === null || GOST.test(xml) || !(await standsAlone(xml, signal))) return 'not_checked'
  return (await isValid(xml, cert)) ? 'valid' : 'invalid'
}
