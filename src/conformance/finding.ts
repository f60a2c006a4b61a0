/** Why a promise could not be looked at. */
export type Why = 'nobody_named' | 'unanswered' | 'no_records' | 'too_few' | 'no_answer' | 'not_whole' | 'consent'

/** What was found of one promise. `seen` says of a broken one what was seen: statuses, names of keys and counts, never a value. */
export type Finding =
  | { readonly state: 'kept' | 'not_applicable' }
  | { readonly state: 'broken'; readonly seen: readonly string[] }
  | { readonly state: 'not_checked'; readonly why: Why }

/** What was looked at and is as promised. */
export const KEPT: Finding = { state: 'kept' }
/** The promise is none of this source's. */
export const NOT_APPLICABLE: Finding = { state: 'not_applicable' }

/** Nobody could look. */
export function notChecked(why: Why): Finding {
  return { state: 'not_checked', why }
}

/** Broken where anything was seen, else kept. */
export function keptUnless(seen: readonly string[]): Finding {
  return seen.length === 0 ? KEPT : { state: 'broken', seen }
}
