import type { Portfolio } from '../../schemas/portfolio.ts'
import { type Change, differencesOf } from '../portfolio/changes.ts'
import type { Cassette } from './cassette.ts'
import { VOLATILE } from './volatile.ts'

/** A value as a file of JSON holds it. */
export function asJson(value: unknown): Cassette['expected'] {
  return JSON.parse(JSON.stringify(value)) as Cassette['expected']
}

function isVolatile({ pointer }: Change): boolean {
  return Object.hasOwn(VOLATILE, pointer.slice(pointer.lastIndexOf('/') + 1))
}

/** Where the replayed portfolio is not the expected one, volatile fields left out; null: nothing is expected yet. */
export function comparedWith(expected: Cassette['expected'], replayed: Portfolio): readonly Change[] | null {
  if (expected === null) return null
  return differencesOf(expected, asJson(replayed)).filter((change) => !isVolatile(change))
}
