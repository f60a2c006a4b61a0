import type { Signature } from '../../schemas/provenance.ts'
import { SourceFailure } from './failure.ts'
import type { Business } from './shep-data.ts'
import { LARGEST } from './wire.ts'
import { MOST_SIGNED_NODES, parseXmlInTurns } from './xml.ts'
import type { SignatureChecks } from './xml-signature.ts'

/** Needs a provider that this process cannot have (wire formats, 3.3). */
const GOST = /\bAlgorithm\s*=\s*["'][^"']*gost/i

/** Whether a document can be checked alone: not one whose prefixes are bound outside of it, nor one of very many elements. */
async function isCheckable(text: string, signal: AbortSignal): Promise<boolean> {
  try {
    await parseXmlInTurns(text, { maxChars: LARGEST.xml, mostNodes: MOST_SIGNED_NODES, signal })
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

/** A signature in business data, and what it is checked with. */
export interface Inside {
  readonly signed: NonNullable<Business['signed']>
  /** The text of the element `data`; null where it is not known. */
  readonly data: string | null
  /** PEM; null where none is configured. */
  readonly cert: string | null
  readonly checks: SignatureChecks
}

/**
 * The state of a signature inside the business data (wire formats, 3.1): checked against the configured certificate where there is one
 * and the signed document can be told.
 */
export async function signatureInside({ signed, data, cert, checks }: Inside, signal: AbortSignal): Promise<Signature> {
  const xml = documentOf(signed, data)
  if (cert === null || xml === null || GOST.test(xml) || !(await isCheckable(xml, signal))) return 'not_checked'
  return (await checks.document({ xml, cert }, signal)) ? 'valid' : 'invalid'
}
