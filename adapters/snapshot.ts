import type { Verdict } from '../schemas/source-outcome.ts'
import type { RawRecord, Source, Teacher } from './source.ts'

/** One part of a kept list: the list of a school, the file of a region, a year. */
export interface Part {
  /** Its name within the source. Each part is kept by itself and replaced as a whole. */
  readonly scope: string
  /** Changes whenever the content does (a hash); a part whose tag is the kept one is not loaded. Null: only loading tells. */
  readonly tag: string | null
  /** Of when the content is, ISO 8601 UTC, where the source says so; null: of its loading. */
  readonly asOf: string | null
}

/**
 * What loading a part yields: its rows page by page; the tag under which they are to be kept, where only the answer tells it; `unchanged`
 * where nothing is to be replaced; a verdict, which ends the loading and leaves the former rows in use.
 */
export type Loaded = readonly RawRecord[] | { readonly tag: string } | 'unchanged' | Verdict

/** A list without a filter by person, kept in the store and answered from. */
export interface Snapshot<Own extends Part = Part> {
  readonly kind: 'snapshot'
  /** Renewed by the schedule as a whole, or part by part when somebody asks. */
  readonly renewed: 'by_schedule' | 'when_asked'
  /** How old it may be before it is renewed, seconds; a setting may say otherwise. */
  readonly youngSeconds: number
  /** The parts that there are; `teacher` is null where the schedule asks. A verdict: nobody can tell. */
  parts(teacher: Teacher | null, today: string, source: Source): Promise<readonly Own[] | Verdict>
  /** `kept` is the tag of the rows in use, null where there are none. */
  load(part: Own, kept: string | null, source: Source): AsyncIterable<Loaded>
  /** The only part in which a teacher is looked for; null: he is looked for in all of them. */
  only(teacher: Teacher): string | null
  /** Of many parts the one without which nobody can say that there is nothing about him; null: none may be missing. */
  home(teacher: Teacher): string | null
  /** The people whom a record is about; indexed as keyed hashes. */
  keys(record: unknown): readonly string[]
  /** The keys under which this teacher is looked for. */
  asked(teacher: Teacher): readonly string[]
}
