import { beforeAll, describe, expect, test } from 'vitest'
import type { Adapter } from '../../adapters/adapter.ts'
import { adapters } from '../../adapters/index.ts'
import type { Shape } from '../../src/sources/shape.ts'
import { fieldsOf } from '../../src/sources/shape-fields.ts'
import { teacher } from '../support/ask-rig.ts'
import { claimFor } from '../support/pretend-line.ts'
import { type Mutation, mutations, valueAt } from './mutations.ts'
import { fullestRecord, reply, shapesFrom, trainedShape } from './trained.ts'

/*
 * Every key that an adapter reads is deleted, renamed, given another type, emptied, nested and given a new code, one after the other. Each
 * time the very next call must show it, and no fact may hold the changed value under another type.
 */

/** Keys that the pretend government never fills: nothing of them can be changed. The portal sends these two as text. */
const NEVER_SENT = /^(?:cells|percent|validUntil|endDate|(?:post|essay_language)\..+)$/

/** What each mutation may be called. A nested object is known by the keys that it lacks then. */
const NAMES: Readonly<Record<Mutation, readonly string[]>> = {
  delete: ['missing'],
  rename: ['renamed'],
  retype: ['retyped'],
  'retype without sense': ['retyped', 'new_enum'],
  null: ['null_rate'],
  nest: ['retyped', 'missing', 'renamed'],
  'new enum': ['new_enum', 'retyped'],
}

type Leaves = ReadonlyMap<string, unknown>

function leaves(value: unknown, path = '', into = new Map<string, unknown>()): Leaves {
  if (typeof value !== 'object' || value === null) return into.set(path, value)
  for (const [key, item] of Object.entries(value)) leaves(item, `${path}/${key}`, into)
  return into
}

/** The values of the facts that a record makes; none where it cannot be read. */
function factsOf(adapter: Adapter, record: unknown): Leaves {
  const read = adapter.wire.safeParse(record)
  if (!read.success) return new Map()
  const { iin, organisationBin, region } = claimFor(adapter)
  const asked = teacher({ iin, organisationBin, region })
  return leaves(adapter.normalise(read.data, { teacher: asked }).map(({ type, value }) => ({ type, value })))
}

/** Leaves that hold something of another type than before. */
function coerced(before: Leaves, after: Leaves): readonly string[] {
  return [...after].flatMap(([path, value]) => {
    const was = before.get(path)
    const isSame = value === null || was === null || was === undefined || typeof value === typeof was
    return isSame ? [] : [path]
  })
}

/** Whether a change can be told from an ordinary value: a new code only where codes are known. */
function isMeant(name: Mutation, path: string, { fields }: Shape): boolean {
  return name !== 'new enum' || Array.isArray(fields[path]?.codes)
}

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))('%s', (_, adapter) => {
  let record: unknown
  let kept: Shape
  beforeAll(async () => {
    record = await fullestRecord(adapter)
    kept = trainedShape(adapter, record)
  }, 60_000)
  const paths = [...fieldsOf(adapter).byPath.keys()]

  /** All mutations of one name, with what the next call showed. */
  function tried(name: Mutation) {
    return paths.flatMap((path) => {
      const changed = isMeant(name, path, kept) ? mutations[name](record, path) : null
      return changed === null ? [] : [{ path, changed, ...reply(shapesFrom(adapter, kept), adapter, changed) }]
    })
  }

  test('has every key of its schema in the record that is changed', () => {
    const unfilled = paths.filter((path) => [null, undefined, ''].includes(valueAt(record, path) as null))
    expect(unfilled.filter((path) => !NEVER_SENT.test(path))).toEqual([])
    expect(reply(shapesFrom(adapter, kept), adapter, record)).toEqual({ shown: [], unusable: [] })
  })

  test.each(Object.keys(mutations) as Mutation[])('shows within one call: %s', (name) => {
    const unseen = tried(name).filter(
      ({ path, shown }) => !shown.some(({ field, kind }) => isNear(field, path) && NAMES[name].includes(kind)),
    )
    expect(unseen.map(({ path, shown }) => [path, shown.map(({ field, kind }) => `${field} ${kind}`)])).toEqual([])
  })

  test('names the key under which a renamed one stands now', () => {
    const named = tried('rename').flatMap(({ path, shown }) => shown.filter(({ looksLike }) => looksLike === `${path}New`).length)
    expect(named.filter((count) => count !== 1)).toEqual([])
  })

  test('never makes a fact of a value under another type', () => {
    const before = factsOf(adapter, record)
    expect(before.size).toBeGreaterThan(0)
    const wrong = (Object.keys(mutations) as Mutation[]).flatMap((name) =>
      tried(name).flatMap(({ path, changed }) => coerced(before, factsOf(adapter, changed)).map((leaf) => `${name} ${path} ${leaf}`)),
    )
    expect(wrong).toEqual([])
  })
})

/** Of a group, a list or an object the change may be told by another of its keys. */
function isNear(field: string, path: string): boolean {
  return field.split('|').some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`))
}
