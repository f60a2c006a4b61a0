import type { DriftDecision, DriftEvent } from '../../schemas/drift.ts'
import type { Kind, Look } from './shape-kind.ts'

/** What was seen of one key: counts, kinds and codes, never another value. */
export interface FieldShape {
  /** Records whose holder of this key was looked at. */
  seen: number
  /** Those that had the key, and those in which it held something. */
  present: number
  filled: number
  kinds: Kind[]
  looks: Look[]
  /** Absent: not known yet whether it is a code; null: it is none. */
  codes?: string[] | null
  /** An operator has accepted that it may be absent, or empty. */
  optional?: true
  nullable?: true
}

/** A change: open until the source is as before for a while, or until an operator accepts it. */
export interface Finding extends DriftEvent {
  open: boolean
  /** When it was last opened, closed, seen or decided: of two processes the later one knows better. */
  changedAt: string
}

export type Decision = Omit<DriftDecision, 'source'>

/** The baseline of a source, as it is kept. */
export interface Shape {
  readonly version: 1
  /** Records that were looked at. */
  looked: number
  readonly fields: Record<string, FieldShape>
  /** Keys that nobody reads. */
  extra: string[]
  /** Groups of mandatory keys of which an operator has accepted that they are nowhere. */
  gone: string[]
  findings: Finding[]
  /** The newest last. */
  decisions: Decision[]
}

/** So many records tell what is usual. */
export const SETTLED = 20
/** After so many nothing is counted any more, so that a slow change never becomes what is usual. */
export const ENOUGH = 200

/** Nothing seen yet. */
export function newShape(): Shape {
  return { version: 1, looked: 0, fields: {}, extra: [], gone: [], findings: [], decisions: [] }
}

/** The baseline of a key; made where there is none. */
export function fieldIn({ fields }: Shape, path: string): FieldShape {
  const known = Object.hasOwn(fields, path) ? fields[path] : undefined
  const field = known ?? { seen: 0, present: 0, filled: 0, kinds: [], looks: [] }
  fields[path] = field
  return field
}

/** What a source's baseline is in memory: the kept part, and what need not be kept. */
export interface Watched {
  shape: Shape
  /** Of the row that was read last; 0: none. */
  revision: number
  /** Something is to be kept. */
  dirty: boolean
  /** How often each code was seen, while it is not known whether the key holds codes. */
  readonly tried: Map<string, Map<string, number>>
  /** The share of empty values lately, by path. */
  readonly lately: Map<string, number>
  /** Replies in a row that did not show a finding, by its name. */
  readonly clean: Map<string, number>
}

export function newWatched(): Watched {
  return { shape: newShape(), revision: 0, dirty: false, tried: new Map(), lately: new Map(), clean: new Map() }
}
