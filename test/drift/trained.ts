import type { Adapter } from '../../adapters/adapter.ts'
import { newShape, type Shape } from '../../src/sources/shape.ts'
import type { Noted } from '../../src/sources/shape-findings.ts'
import { createShapes, type Shapes } from '../../src/sources/shapes.ts'
import { claimFor, createPretendLine, pretendGovernment, TODAY } from '../support/pretend-line.ts'

/* A source whose baseline is learnt: from one record that has all that the pretend government ever sends of it. */

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNothing = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** One record over another: what the first has not is taken from the second. */
function filledUp(first: unknown, second: unknown): unknown {
  if (isNothing(first)) return second
  if (!isNode(first) || !isNode(second)) return first
  const keys = new Set([...Object.keys(first), ...Object.keys(second)])
  return Object.fromEntries([...keys].map((key) => [key, filledUp(first[key], second[key])]))
}

/** All records that were sent about the first person, and those that a claim of everybody else brings, as one. */
export async function fullestRecord(adapter: Adapter): Promise<unknown> {
  const government = pretendGovernment()
  const line = createPretendLine(government, adapter)
  const claims = [claimFor(adapter), ...government.cast.map(({ claim }) => claim)]
  const records: unknown[] = []
  for (const claim of claims) records.push(...(await line.collect(claim)).outcome.records.map(({ value }) => value))
  return records.reduce((all, one) => filledUp(all, one))
}

const clock = { now: () => Date.parse(`${TODAY}T05:00:00Z`) }

/** One call: what it showed, and the keys for which its answer cannot be used. */
export function reply(shapes: Shapes, adapter: Adapter, ...records: readonly unknown[]) {
  const shown: Noted[] = []
  const watch = shapes.begin(adapter, (noted) => shown.push(noted))
  for (const record of records) watch.see(record)
  const unusable = watch.end()
  return { shown: shown.map(({ finding }) => finding), unusable }
}

/** The baseline after so many replies of this record, as it is kept. */
export function trainedShape(adapter: Adapter, record: unknown, times = 60): Shape {
  const shapes = createShapes(clock)
  for (let call = 0; call < times; call++) reply(shapes, adapter, record)
  return JSON.parse(JSON.stringify(shapes.of(adapter.id).shape)) as Shape
}

/** The baselines of a process that has just read what is kept. */
export function shapesFrom(adapter: Adapter, kept: Shape = newShape()): Shapes {
  const shapes = createShapes(clock)
  shapes.take(adapter.id, structuredClone(kept), 1)
  return shapes
}
