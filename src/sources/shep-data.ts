import { gunzipSync } from 'node:zlib'
import { unreadable } from './body.ts'
import { parseJsonInTurns } from './json.ts'
import { LARGEST } from './wire.ts'
import { parseXmlInTurns, type Turns, type XmlNode } from './xml.ts'
import { attribute, plain, plainChildren } from './xml-tree.ts'

/** How base64 of a gzip stream begins. */
const PACKED = /^H4sI[A-Za-z0-9+/=\s]+$/

/** What `data` holds. */
export interface Business {
  /** Local name of the element whose children `data` are, or of its type; empty where neither is known. */
  readonly root: string
  readonly data: Readonly<Record<string, unknown>>
  /** Where an enveloped signature stands: in a document that came as text, in the root inside `data`, or in `data` itself. */
  readonly signed: { readonly in: 'document'; readonly text: string } | { readonly in: 'root' | 'data' } | null
}

const NOTHING: Business = { root: '', data: {}, signed: null }

function holdsSignature(node: XmlNode): boolean {
  return node.children.some(({ local }) => local === 'Signature')
}

function objectOf(node: XmlNode): Record<string, unknown> {
  const value = plain(node)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** A document as text: escaped or CDATA, with or without its own declaration (quirks Q09, Q10), or packed (Q34). */
async function ofText(text: string, turns: Turns): Promise<Business> {
  if (text.startsWith('{')) return { ...NOTHING, data: (await parseJsonInTurns(text, turns.signal)) as Record<string, unknown> }
  if (!text.startsWith('<')) throw unreadable('protocol', 'text that is no document')
  const root = await parseXmlInTurns(text, turns)
  return { root: root.local, data: objectOf(root), signed: holdsSignature(root) ? { in: 'document', text } : null }
}

function unpack(text: string): string {
  try {
    return gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST.xml }).toString('utf8').trim()
  } catch {
    throw unreadable('protocol', 'packed data broken or too large')
  }
}

/**
 * The business data in whichever of the four shapes they came (wire formats, 1.2): children in `data`, typed `data`, a document as
 * text, CDATA. `answers` are the names that the root may have where it stands inside `data`.
 */
export async function readData(node: XmlNode | undefined, answers: readonly string[], turns: Turns): Promise<Business> {
  if (!node) return NOTHING
  const [only, second] = node.children.filter(({ local }) => local !== 'Signature')
  const signed = holdsSignature(node) ? ({ in: 'data' } as const) : null
  if (only && !second && answers.includes(only.local)) {
    return { root: only.local, data: objectOf(only), signed: holdsSignature(only) ? { in: 'root' } : signed }
  }
  if (only) {
    const type = attribute(node, 'type')?.split(':').at(-1) ?? ''
    return { root: answers.includes(type) ? type : '', data: plainChildren(node), signed }
  }
  const text = node.text.replace(/^\uFEFF/, '').trim()
  if (text === '') return NOTHING
  // Once: packed in each other, a megabyte could hold thousands of megabytes of work.
  return ofText(PACKED.test(text) ? unpack(text) : text, turns)
}
