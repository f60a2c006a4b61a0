import type { SourceId } from '../../schemas/section.ts'
import type { RecordedAnswer } from './cassette.ts'
import type { Ignored } from './ignore.ts'
import { leavesOf } from './leaves.ts'

/** One place in which the real answer is not the recorded one. Values are those of the redacted answers; null: nothing is there. */
export interface Difference {
  readonly path: string
  readonly kind: 'added' | 'removed' | 'type' | 'value'
  readonly recorded: Shown | null
  readonly real: Shown | null
}

/** A value with its shape: what kind of text it is, and its length. */
export interface Shown {
  readonly shape: string
  readonly value: string
}

const LONGEST_SHOWN = 120
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['empty', /^$/],
  ['true or false', /^(?:true|false)$/],
  ['null', /^null$/],
  ['digits', /^\d+$/],
  ['number', /^-?\d+[.,]\d+$/],
  ['instant', /^"?\d{4}-\d{2}-\d{2}T.*"?$/],
  ['day', /^"?(?:\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4})"?$/],
  ['digits in quotation marks', /^"\d+"$/],
]

function shapeOf(value: string): string {
  return SHAPES.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text'
}

function shown(value: string | undefined): Shown | null {
  return value === undefined ? null : { shape: shapeOf(value), value: value.slice(0, LONGEST_SHOWN) }
}

/** The places of an answer: its status or fault, its body, a table line by line. */
function placesOf(answer: RecordedAnswer): ReadonlyMap<string, string> {
  if ('fault' in answer) return new Map([['/fault', answer.fault]])
  const body = answer.body === null ? [] : leavesOf(answer.body, answer.headers['content-type'] ?? '')
  const lines = body.flatMap(([place, value]) =>
    place === '' ? value.split('\n').map((line, index) => [`/${index}`, line] as const) : [[place, value] as const],
  )
  return new Map([['/status', String(answer.status)], ...lines])
}

function kindOf(recorded: Shown | null, real: Shown | null): Difference['kind'] {
  if (recorded === null) return 'added'
  if (real === null) return 'removed'
  return recorded.shape === real.shape ? 'value' : 'type'
}

/** Where a real answer differs from the recorded one, both redacted, but for what is ignored. */
export function differences(source: SourceId, recorded: RecordedAnswer, real: RecordedAnswer, ignored: Ignored): readonly Difference[] {
  const [then, now] = [placesOf(recorded), placesOf(real)]
  const places = new Set([...then.keys(), ...now.keys()])
  return [...places].flatMap((path) => {
    if (then.get(path) === now.get(path) || ignored(source, path)) return []
    const [before, after] = [shown(then.get(path)), shown(now.get(path))]
    return [{ path, kind: kindOf(before, after), recorded: before, real: after }]
  })
}
