/*
 * How often each property is tried. FAST_CHECK_RUNS lowers all of them, for runs that look for something else than for counter-examples
 * (coverage, mutants); they are then tried on the same cases each time.
 */

/** Runs of each property in `npm test`, where one property is tried in several variants of all of them together. */
export const RUNS = {
  'any order of arrival': 6000,
  'records sent twice': 6000,
  'sources in any order': 4000,
  'merged once more': 4000,
  'a source that fails': 9000,
  'ready only without a lack': 6000,
  'required sections': 18_000,
  'the edition of a day': 6000,
  'ids of one content': 4000,
  'ids through the line': 4000,
  'what was held': 2000,
  'folded names': 10_000,
  'spellings of a name': 5000,
  'check digits': 10_000,
  'changed digits': 10_000,
  'samples of a parser': 150,
} as const

/** How many milliseconds a property may take on a busy machine. */
export const PATIENCE = 180_000

const FEWER = Number(process.env.FAST_CHECK_RUNS || 0)

/** The settings of one property; `variants` share its runs. */
export function runs(name: keyof typeof RUNS, variants = 1): { readonly numRuns: number; readonly seed?: number } {
  const numRuns = Math.ceil(RUNS[name] / variants)
  return FEWER > 0 ? { numRuns: Math.min(FEWER, numRuns), seed: 1 } : { numRuns }
}
