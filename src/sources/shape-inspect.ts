import type { DriftKind, DriftSeverity } from '../../schemas/drift.ts'
import { ENOUGH, type FieldShape, fieldIn, SETTLED, type Watched } from './shape.ts'
import { learnCode } from './shape-codes.ts'
import type { FieldNode, Fields } from './shape-fields.ts'
import { codeOf, type Kind, keyName, kindOf, lookOf } from './shape-kind.ts'

/** One change that a reply shows. */
export interface Sighting {
  readonly field: string
  readonly kind: DriftKind
  readonly severity: DriftSeverity
  readonly looksLike: string | null
  /** A code that was not known, or the kind of a value. */
  readonly code: string | null
}

/** A key that nobody reads and that was not there before. */
export interface Stranger {
  /** Path of the object that holds it; '' for the record. */
  readonly parent: string
  readonly path: string
  readonly value: unknown
}

/** What looking at one record gives. What is absent or empty here may still stand in another record of the reply. */
export interface Inspected {
  readonly sightings: Sighting[]
  readonly absent: FieldNode[]
  readonly empty: FieldNode[]
  readonly strangers: Stranger[]
}

type Holder = Readonly<Record<string, unknown>>

/** What is looked at, and by what. */
interface Inspection {
  readonly watched: Watched
  readonly found: Inspected
  /** Only the first record of a reply can tell what all may lack. */
  readonly isFirst: boolean
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null && !Array.isArray(value)
/** How much one record counts in the share of empty values lately. */
const WEIGHT = 0.02
/** Keys that nobody reads: more of them than this are not kept. */
const MOST_EXTRA = 64

function sighting(field: string, kind: DriftKind, severity: DriftSeverity, code: string | null = null): Sighting {
  return { field, kind, severity, looksLike: null, code }
}

function isReadable(node: FieldNode, sent: unknown): boolean {
  return node.schema.safeParse(sent).success
}

/** Whether a key that has always been there, or was never empty, is so no more. */
function isSettled(count: number, field: FieldShape): boolean {
  return field.seen >= SETTLED && count === field.seen
}

/** A kind or a look that was not known: learnt where the mapping can read it and little was seen yet, else a change. */
function judgeKind(node: FieldNode, field: FieldShape, kind: Kind, sent: unknown, value: unknown, { watched, found }: Inspection): boolean {
  const look = typeof value === 'string' ? lookOf(value) : null
  const isKnown = field.kinds.includes(kind)
  if (isKnown && (look === null || field.looks.includes(look))) return true
  if (!isReadable(node, sent)) {
    found.sightings.push(sighting(node.path, 'retyped', 'breaking', kind))
    return false
  }
  if (!isKnown && field.filled >= SETTLED) {
    found.sightings.push(sighting(node.path, 'retyped', 'warning', kind))
    return true
  }
  if (!isKnown) field.kinds.push(kind)
  if (look !== null && !field.looks.includes(look)) field.looks.push(look)
  watched.dirty = true
  return true
}

function judgeCode(node: FieldNode, field: FieldShape, sent: unknown, value: unknown, { watched, found }: Inspection): void {
  if (node.isPersonal || field.codes === null || typeof value === 'object' || typeof value === 'boolean') return
  const code = codeOf(value, node.name)
  if (field.codes) {
    if (code === null || !field.codes.includes(code)) found.sightings.push(sighting(node.path, 'new_enum', 'warning', code))
    return
  }
  learnCode(node.path, field, code, () => isReadable(node, sent), watched)
}

/** Empty more often than it used to be. A key that was never empty is looked for in the whole reply instead. */
function judgeRate(node: FieldNode, field: FieldShape, isEmpty: boolean, { watched, found }: Inspection): void {
  if (field.nullable || field.seen < SETTLED || field.filled === field.seen || field.filled === 0) return
  const usual = 1 - field.filled / field.seen
  const lately = (watched.lately.get(node.path) ?? usual) * (1 - WEIGHT) + (isEmpty ? WEIGHT : 0)
  watched.lately.set(node.path, lately)
  if (lately - usual >= Math.min(0.3, (1 - usual) * 0.8)) found.sightings.push(sighting(node.path, 'null_rate', 'warning'))
}

function count(field: FieldShape, isPresent: boolean, isFilled: boolean, { watched }: Inspection): void {
  if (field.seen >= ENOUGH) return
  field.seen++
  if (isPresent) field.present++
  if (isFilled) field.filled++
  watched.dirty = true
}

/** Notes that a key is absent or empty where it never was; true: it is not to be counted. */
function suspects(node: FieldNode, field: FieldShape, isPresent: boolean, { found, isFirst }: Inspection): boolean {
  if (!isFirst) return false
  if (!isPresent && !field.optional && isSettled(field.present, field)) return found.absent.push(node) > 0
  return !field.nullable && isSettled(field.filled, field) ? found.empty.push(node) > 0 : false
}

function inspectField(holder: Holder, node: FieldNode, inspection: Inspection): void {
  const field = fieldIn(inspection.watched.shape, node.path)
  const isPresent = Object.hasOwn(holder, node.name)
  const sent = isPresent ? holder[node.name] : undefined
  const value = node.isList && Array.isArray(sent) ? sent[0] : sent
  const kind = kindOf(value)
  if (kind === null && suspects(node, field, isPresent, inspection)) return
  judgeRate(node, field, kind === null, inspection)
  const isRead = kind === null || judgeKind(node, field, kind, sent, value, inspection)
  if (!isRead) return
  if (kind !== null) judgeCode(node, field, sent, value, inspection)
  count(field, isPresent, kind !== null, inspection)
  if (node.children.size > 0 && isHolder(value)) inspectHolder(value, node.path, node.children, inspection)
}

function inspectHolder(holder: Holder, path: string, children: FieldNode['children'], inspection: Inspection): void {
  for (const node of children.values()) inspectField(holder, node, inspection)
  const { extra } = inspection.watched.shape
  for (const key of Object.keys(holder)) {
    if (children.has(key)) continue
    const name = path === '' ? keyName(key) : `${path}.${keyName(key)}`
    if (!extra.includes(name)) inspection.found.strangers.push({ parent: path, path: name, value: holder[key] })
  }
}

/** Keys that nobody reads are known once they were there among the first records. */
function learnStrangers({ strangers }: Inspected, watched: Watched): void {
  const { shape } = watched
  if (shape.looked >= SETTLED) return
  for (const { path } of strangers) if (shape.extra.length < MOST_EXTRA && !shape.extra.includes(path)) shape.extra.push(path)
  strangers.length = 0
}

/** Compares one record with the baseline and learns from it while little was seen. Nothing that the mapping cannot read is ever learnt. */
export function inspect(value: unknown, fields: Fields, watched: Watched, isFirst: boolean): Inspected {
  const found: Inspected = { sightings: [], absent: [], empty: [], strangers: [] }
  if (!isHolder(value)) return found
  inspectHolder(value, '', fields.children, { watched, found, isFirst })
  learnStrangers(found, watched)
  if (watched.shape.looked < ENOUGH) {
    watched.shape.looked++
    watched.dirty = true
  }
  return found
}
