import { rewriteJson } from './json-text.ts'
import type { Keyed } from './keyed.ts'
import type { Kind } from './kinds.ts'
import { createKnownNames, type KnownNames } from './known-names.ts'
import { insidePacked, redactedLeaf } from './leaf.ts'
import { rewritePairs } from './pairs-text.ts'
import { rewriteTable, separatorOf } from './table-text.ts'
import type { Visit } from './visit.ts'
import { rewriteXml } from './xml-text.ts'

/** What redacting the texts of one source needs. */
export interface Redacting {
  readonly keyed: Keyed
  readonly kindOf: (path: readonly string[]) => Kind
  /** Names known from elsewhere. */
  readonly names: KnownNames
}

type Rewrite = (text: string, visit: Visit) => string

const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html[\s>])/i
/** What tells whom a row is about; in a row whose cells are shifted nothing else is read. */
const WHOSE: readonly Kind[] = ['number', 'name', 'patronymic', 'full_name', 'birth_date']
const NAMES: readonly Kind[] = ['name', 'patronymic', 'full_name']

function kindAt(path: readonly string[], { kindOf }: Redacting): Kind {
  if (path[0] === '@kept') return 'plain'
  const kind = kindOf(path)
  return path[0] === '@shifted' && !WHOSE.includes(kind) ? 'unknown' : kind
}

/** Whether a text is a document of its own: a page, XML or JSON; null: it is a value. */
function documentIn(text: string): Rewrite | null {
  if (/^\uFEFF?\s*<[?!\p{L}]/u.test(text)) return rewriteXml
  return /^\uFEFF?\s*(?:\{\s*["}]|\[\s*[[{"\d\]])/.test(text) ? rewriteJson : null
}

/** A value, or the document that it holds: escaped, in CDATA, packed. */
function inside(kind: Kind, text: string, visit: Visit, value: () => string): string {
  if (kind === 'file' || kind === 'credential' || text.trim() === '') return kind === 'file' || kind === 'credential' ? value() : text
  const rewrite = documentIn(text)
  if (rewrite) return rewrite(text, visit)
  return insidePacked(text, (inner) => (documentIn(inner) ?? (() => inner))(inner, visit)) ?? value()
}

/** The names that each record of a text tells, so that they are found wherever else in the record they stand. */
function namesIn(text: string, rewrite: Rewrite, redacting: Redacting): (record: number) => KnownNames {
  const byRecord = new Map<number, KnownNames>()
  const visit: Visit = (path, value, record) => {
    const kind = kindAt(path, redacting)
    if (!NAMES.includes(kind)) return inside(kind, value, visit, () => value)
    const known = byRecord.get(record) ?? createKnownNames(redacting.keyed, redacting.names)
    byRecord.set(record, known)
    known.add(value, kind === 'patronymic')
    return value
  }
  rewrite(text, visit)
  return (record) => byRecord.get(record) ?? redacting.names
}

function redactedWith(rewrite: Rewrite, text: string, redacting: Redacting): string {
  const names = namesIn(text, rewrite, redacting)
  const visit: Visit = (path, value, record) => {
    const kind = kindAt(path, redacting)
    return inside(kind, value, visit, () => redactedLeaf(kind, value, redacting.keyed, names(record)))
  }
  return rewrite(text, visit)
}

/** Of pages for people nothing is read: all their words are scrambled. */
function pageOf(redacting: Redacting): Redacting {
  return { ...redacting, kindOf: () => 'unknown' }
}

/** The text of a body without persons, and whether it is a table. `type` is its content type, null where it has none. */
export function redactedText(
  text: string,
  type: string | null,
  redacting: Redacting,
): { readonly text: string; readonly isTable: boolean } {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(type ?? '')
  const separator = isForm ? null : separatorOf(text)
  const table: Rewrite | null = separator ? (whole, visit) => rewriteTable(whole, separator, visit) : null
  // A document that calls itself a form is none.
  const rewrite = documentIn(text) ?? (isForm ? rewritePairs : table)
  if (!rewrite) return { text: redactedLeaf('unknown', text, redacting.keyed, redacting.names), isTable: false }
  const isPage = HTML.test(text.replace(/^\uFEFF/, ''))
  return { text: redactedWith(rewrite, text, isPage ? pageOf(redacting) : redacting), isTable: rewrite === table }
}
