import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { settled, told } from '../../test/support/drifted.ts'
import { memoryShapes } from '../store/memory.ts'
import { type ShapeStore, StoreUnavailable } from '../store/store.ts'
import { createShapeBook } from './shape-book.ts'
import { createShapes } from './shapes.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const word = { decision: 'reject', field: 'status.code', reason: 'Wrong', by: 'operator-1' } as const

/** A process over a store that others may have too; its clock goes on by a minute with each look. */
function processOver(store: ShapeStore) {
  let now = 0
  const clock = { now: () => 1e12 + now, monotonic: () => (now += 60_000) }
  const shapes = createShapes(clock)
  return { shapes, book: createShapeBook({ store, shapes, adapters, clock, log }) }
}

test('keeps the baseline through a restart: the first answer after it is compared', async () => {
  const store = memoryShapes()
  const before = processOver(store)
  settled(before.shapes)
  await before.book.flush()
  const after = processOver(store)
  await after.book.refresh()
  told(after.shapes, { registrationNumber: 7 })
  expect(after.shapes.drift('diplomas').events).toMatchObject([{ field: 'registrationNumber', kind: 'retyped', severity: 'breaking' }])
})

test('brings the word of an operator to the other processes', async () => {
  const store = memoryShapes()
  const [one, other] = [processOver(store), processOver(store)]
  settled(one.shapes)
  await one.book.flush()
  await other.book.refresh()
  told(one.shapes, { status: { code: '7' } })
  expect(await one.book.decide('diplomas', word, null)).toMatchObject({ state: 'decided' })
  await other.book.refresh()
  expect(told(other.shapes, { status: { code: '7' } })).toEqual(['status.code'])
})

test('puts together what several processes have learnt, and loses no decision', async () => {
  const store = memoryShapes()
  const [one, other] = [processOver(store), processOver(store)]
  for (const { shapes } of [one, other]) settled(shapes)
  told(one.shapes, { status: { code: '7' } })
  await one.book.decide('diplomas', word, null)
  told(other.shapes, { level: { code: 'ZZ' } })
  await other.book.flush()
  const late = processOver(store)
  await late.book.refresh()
  expect(late.shapes.drift('diplomas').fields.toSorted()).toEqual(['level.code', 'status.code'])
  expect(late.shapes.of('diplomas').shape.decisions).toMatchObject([{ field: 'status.code', decision: 'reject' }])
})

test('learns nothing from the first answers after a start that settled keys contradict', async () => {
  const store = memoryShapes()
  const before = processOver(store)
  settled(before.shapes)
  await before.book.flush()
  const after = processOver(store)
  told(after.shapes, { graduationYear: 2012, status: { code: 'ZZ' } })
  await after.book.refresh()
  expect(after.shapes.of('diplomas').shape.fields['status.code']?.codes).toEqual(['1'])
})

test('goes on without a store, and keeps later what it could not', async () => {
  const store = memoryShapes()
  let isDown = true
  const down = () => Promise.reject(new StoreUnavailable('connect'))
  const failing: ShapeStore = { all: () => (isDown ? down() : store.all()), save: (...given) => (isDown ? down() : store.save(...given)) }
  const { shapes, book } = processOver(failing)
  await book.refresh()
  settled(shapes)
  await book.flush()
  expect(await store.all()).toEqual([])
  isDown = false
  await book.flush()
  expect(await store.all()).toMatchObject([{ source: 'diplomas', revision: 1 }])
})
