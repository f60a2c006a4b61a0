import { gunzipSync } from 'node:zlib'
import { unreadable } from './body.ts'
import { parseJson } from './json.ts'
import { parseXml, plain, plainChildren, type XmlNode } from './xml.ts'

/** What an answer of the bus may hold as a document inside a document. */
export const LARGEST_INNER = 1024 * 1024
/** How base64 of a gzip stream begins. */
const PACKED = /^H4sI[A-Za-z0-9+/=\s]+$/

export interface Business {
  /** Local name of the element inside `data`; empty where its children stand in `data` themselves. */
  readonly root: string
  readonly data: Readonly<Record<string, unknown>>
  /** Whether the business data carry a signature of their own. */
  readonly signed: boolean
}

function isSigned(node: XmlNode): boolean {
  return node.children.some((one) => one.local === 'Signature' || one.children.some((inner) => inner.local === 'Signature'))
}

function objectOf(node: XmlNode): Record<string, unknown> {
  const value = plain(node)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** A document as text: escaped or CDATA, with or without its own declaration (quirks Q09, Q10), or packed (Q34). */
function ofText(text: string, limit: number): Business {
  if (PACKED.test(text)) return ofText(unpack(text), limit)
  if (text.startsWith('{')) return { root: '', data: parseJson(text) as Record<string, unknown>, signed: false }
  if (!text.startsWith('<')) throw unreadable('protocol', 'text that is no document')
  const root = parseXml(text, limit)
  return { root: root.local, data: objectOf(root), signed: isSigned(root) }
}

function unpack(text: string): string {
  try {
    return gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST_INNER }).toString('utf8').trim()
  } catch {
    throw unreadable('protocol', 'packed data broken or too large')
  }
}

/**
 * The business data in whichever of the four shapes they came (wire formats, 1.2): children in `data`, typed `data`, a document as
 * text, CDATA. `answers` are the names that the root may have where it stands inside `data`.
 */
export function readData(node: XmlNode | undefined, answers: readonly string[], limit = LARGEST_INNER): Business {
  if (!node) return { root: '', data: {}, signed: false }
  const [only, second] = node.children.filter((one) => one.local !== 'Signature')
  if (only && !second && answers.includes(only.local)) return { root: only.local, data: objectOf(only), signed: isSigned(node) }
  if (only) return { root: '', data: plainChildren(node), signed: isSigned(node) }
  const text = node.text.replace(/^\uFEFF/, '').trim()
  return text === '' ? { root: '', data: {}, signed: false } : ofText(text, limit)
}
