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

/** Where one value of JSON is not another, volatile fields left out. */
export function changesOf(before: unknown, after: unknown): readonly Change[] {
  return differencesOf(before, after).filter((change) => !isVolatile(change))
}

/** Where the replayed portfolio is not the expected one; null: nothing is expected yet. */
export function comparedWith(expected: Cassette['expected'], replayed: Portfolio): readonly Change[] | null {
  return expected === null ? null : changesOf(expected, asJson(replayed))
}
