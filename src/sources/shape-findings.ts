import type { DriftRequest } from '../../schemas/drift.ts'
import type { SourceHealth } from '../../schemas/source-health.ts'
import { type Decision, type Finding, fieldIn, newShape, type Shape, type Watched } from './shape.ts'
import type { Fields } from './shape-fields.ts'
import type { Sighting } from './shape-inspect.ts'
import type { Kind } from './shape-kind.ts'

/** So many replies in a row that do not show a change end it; one that was breaking ends with the first whole reply. */
const CLEAN = 20
/** What is kept of findings, codes of one finding, and decisions. */
const MOST_FINDINGS = 100
const MOST_CODES = 12
const MOST_DECISIONS = 100

/** Names a finding: a key has one of each kind. */
export function nameOf({ field, kind }: Pick<Finding, 'field' | 'kind'>): string {
  return `${field} ${kind}`
}

const UNDECIDED = { decision: null, reason: null, decidedBy: null, decidedAt: null } as const

/** A change that begins; what was rejected before stays rejected when it comes again. */
function opened({ field, kind, severity, looksLike }: Sighting, former: Finding | undefined, at: string): Finding {
  const { decision, reason, decidedBy, decidedAt } = former ?? UNDECIDED
  const word = { decision, reason, decidedBy, decidedAt }
  return { field, kind, severity, looksLike, codes: [], since: at, lastSeenAt: at, count: 0, ...word, open: true, changedAt: at }
}

/** A finding after it was seen. */
export interface Noted {
  readonly finding: Finding
  readonly isNew: boolean
}

/** Replaces a finding that is open no more; of too many the oldest closed ones go first. */
function place(shape: Shape, finding: Finding): void {
  shape.findings = [...shape.findings.filter((one) => nameOf(one) !== nameOf(finding)), finding]
  if (shape.findings.length <= MOST_FINDINGS) return
  const oldest = shape.findings.find(({ open }) => !open) ?? shape.findings[0]
  shape.findings = shape.findings.filter((one) => one !== oldest)
}

/** Notes one change that a reply shows, by all of its sightings; `isNew`: it was not open before. */
export function noteSighting(watched: Watched, sightings: readonly [Sighting, ...Sighting[]], at: string): Noted {
  const { shape, clean } = watched
  const [first] = sightings
  const former = shape.findings.find((one) => nameOf(one) === nameOf(first))
  const finding = former?.open ? former : opened(first, former, at)
  if (finding !== former) place(shape, finding)
  const codes = [...new Set([...finding.codes, ...sightings.flatMap(({ code }) => code ?? [])])].slice(0, MOST_CODES)
  const { severity, looksLike } = first
  Object.assign(finding, { codes, severity, looksLike, count: finding.count + 1, lastSeenAt: at, changedAt: at })
  clean.delete(nameOf(finding))
  watched.dirty = true
  return { finding, isNew: finding !== former }
}

/** Ends what a reply does not show any more. */
export function noteClean(watched: Watched, shown: ReadonlySet<string>, at: string): void {
  const { shape, clean } = watched
  for (const finding of shape.findings) {
    const name = nameOf(finding)
    if (!finding.open || shown.has(name)) continue
    const replies = (clean.get(name) ?? 0) + 1
    clean.set(name, replies)
    if (finding.severity !== 'breaking' && replies < CLEAN) continue
    Object.assign(finding, { open: false, changedAt: at })
    clean.delete(name)
    watched.dirty = true
  }
}

/** Drift as the health of a source shows it (API page, 5). What nobody reads does not count. */
export function driftOf({ shape }: Watched): SourceHealth['drift'] {
  const open = shape.findings.filter((one) => one.open)
  const events = open.map(({ open: _, changedAt: __, ...event }) => event)
  const counted = open.filter(({ severity }) => severity !== 'info')
  const since = counted.map((one) => one.since).sort()[0] ?? null
  const fields = [...new Set(counted.map(({ field }) => field))]
  if (shape.looked === 0 && open.length === 0) return { state: 'unknown', fields, since, events }
  const isBreaking = counted.some(({ severity, decision }) => severity === 'breaking' || decision === 'reject')
  return { state: isBreaking ? 'breaking' : counted.length > 0 ? 'warning' : 'none', fields, since, events }
}

/** What an operator says, who he is, and when (ISO 8601 UTC). */
export interface Word extends DriftRequest {
  readonly by: string
  readonly at: string
}

/** What came of a decision. `unreadable`: no word of an operator makes the mapping read it. */
export type Decided =
  | { readonly state: 'decided'; readonly shape: Shape; readonly decision: Decision }
  | { readonly state: 'no_such_field' | 'unreadable' }

/** Whether the mapping goes on without it: a kind that it cannot read, or a key by which people are found, is no matter of a word. */
function isAcceptable({ field, kind, severity }: Finding, fields: Fields): boolean {
  if (severity !== 'breaking') return true
  return kind !== 'retyped' && field.split('|').every((path) => fields.byPath.has(path))
}

/** Makes what a finding shows part of the baseline. */
function accept(shape: Shape, { field, kind, severity, codes, looksLike }: Finding): void {
  if (kind === 'new_field') shape.extra = [...new Set([...shape.extra, field])]
  else if (severity === 'breaking') shape.gone = [...new Set([...shape.gone, field])]
  else if (kind === 'missing' || kind === 'renamed') fieldIn(shape, field).optional = true
  else if (kind === 'null_rate') fieldIn(shape, field).nullable = true
  else if (kind === 'retyped') fieldIn(shape, field).kinds = [...new Set([...fieldIn(shape, field).kinds, ...(codes as Kind[])])]
  else acceptCodes(shape, field, codes)
  if (looksLike !== null) shape.extra = [...new Set([...shape.extra, looksLike])]
}

/** Codes that can be kept are known from now on; a word that is none shows that the key holds no codes. */
function acceptCodes(shape: Shape, path: string, codes: readonly string[]): void {
  const field = fieldIn(shape, path)
  field.codes = codes.length === 0 || !field.codes ? null : [...new Set([...field.codes, ...codes])].sort()
}

/** Decides on the open findings of one field. The given shape stays as it is. */
export function decide(before: Shape, fields: Fields, { decision, field, reason, by, at }: Word): Decided {
  const shape = structuredClone(before)
  const meant = shape.findings.filter((one) => one.open && one.field === field)
  if (meant.length === 0) return { state: 'no_such_field' }
  if (decision === 'accept' && !meant.every((one) => isAcceptable(one, fields))) return { state: 'unreadable' }
  for (const finding of meant) {
    if (decision === 'accept') accept(shape, finding)
    const word = decision === 'accept' ? { open: false } : { decision, reason, decidedBy: by, decidedAt: at }
    Object.assign(finding, word, { changedAt: at })
  }
  const kept: Decision = { field, kinds: meant.map(({ kind }) => kind), decision, reason, decidedBy: by, decidedAt: at }
  shape.decisions = [...shape.decisions, kept].slice(-MOST_DECISIONS)
  return { state: 'decided', shape, decision: kept }
}

/** A kept baseline; null: it is of another format. */
export function parseShape(text: string): Shape | null {
  const shape = JSON.parse(text) as Shape
  return shape.version === newShape().version ? shape : null
}
