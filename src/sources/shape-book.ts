import type { Adapter } from '../../adapters/adapter.ts'
import type { DriftDecision, DriftRequest } from '../../schemas/drift.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Clock, Log } from '../ports.ts'
import { type IdempotencyKey, type ShapeStore, StoreUnavailable } from '../store/store.ts'
import { type Rounds, startRounds } from './rounds.ts'
import { newShape, type Shape } from './shape.ts'
import { fieldsOf } from './shape-fields.ts'
import { decide, parseShape, type Word } from './shape-findings.ts'
import { mergeShapes } from './shape-merge.ts'
import type { Shapes } from './shapes.ts'

/** What came of an operator's word on the changed shape of a source; `body` is a `DriftDecision`. */
export type DriftOutcome =
  | { readonly state: 'decided'; readonly body: string }
  | { readonly state: 'not_found' | 'no_such_field' | 'unreadable' }

/** Where operators decide on changed shapes. `key`: under which the answer is kept in the transaction of the effect. Throws `StoreUnavailable`. */
export interface DriftDesk {
  decide(source: string, word: DriftRequest & { readonly by: string }, key: IdempotencyKey | null): Promise<DriftOutcome>
}

/** The kept side of the baselines: several processes learn together, and what an operator decides reaches all of them. */
export interface ShapeBook extends DriftDesk {
  /** Reads what is kept, unless that was done a moment ago. Never throws. */
  refresh(): Promise<void>
  /** Keeps what this process has learnt; unless `now`, not where that was done a moment ago. Never throws. */
  flush(now?: true): Promise<void>
}

/** What the book is made of. */
export interface ShapeBookDeps {
  readonly store: ShapeStore
  readonly shapes: Shapes
  readonly adapters: readonly Adapter[]
  readonly clock: Clock
  readonly log: Log
}

/** When a book was read and written last, on the monotonic clock; null: never. */
export interface BookStand {
  readAt: number | null
  writtenAt: number | null
}

/** A word of an operator reaches other processes within this, milliseconds. */
const FRESH_MS = 15_000
/** Writers that meet on one source: each round one of them wins. */
const ROUNDS = 16
const JSON_HEAD = { 'content-type': 'application/json; charset=UTF-8' }

interface Row {
  readonly shape: Shape
  readonly revision: number
}

/** What is kept of one source; a text of another format counts as nothing, and is replaced. */
async function rowOf(source: SourceId, { store }: ShapeBookDeps): Promise<Row> {
  const row = (await store.all()).find((one) => one.source === source)
  return { shape: (row && parseShape(row.shape)) ?? newShape(), revision: row?.revision ?? 0 }
}

async function keep(source: SourceId, deps: ShapeBookDeps): Promise<void> {
  const watched = deps.shapes.of(source)
  for (let round = 0; round < ROUNDS; round++) {
    const { revision } = watched
    const saving = deps.store.save({ source, revision, shape: JSON.stringify(watched.shape) }, null)
    // What is learnt while it is written makes it dirty again.
    watched.dirty = false
    const isSaved = await saving.catch((error: unknown) => {
      watched.dirty = true
      throw error
    })
    if (isSaved) {
      watched.revision = revision + 1
      return
    }
    const kept = await rowOf(source, deps)
    deps.shapes.take(source, kept.shape, kept.revision)
  }
  watched.dirty = true
}

async function decided(adapter: Adapter, word: Word, key: IdempotencyKey | null, deps: ShapeBookDeps): Promise<DriftOutcome> {
  const { id: source } = adapter
  for (let round = 0; round < ROUNDS; round++) {
    const kept = await rowOf(source, deps)
    const outcome = decide(mergeShapes(kept.shape, deps.shapes.of(source).shape), fieldsOf(adapter), word)
    if (outcome.state !== 'decided') return outcome
    const body = JSON.stringify({ source, ...outcome.decision } satisfies DriftDecision)
    const answer = key && { ...key, status: 200, headers: JSON_HEAD, body }
    const { revision } = kept
    if (!(await deps.store.save({ source, revision, shape: JSON.stringify(outcome.shape) }, answer))) continue
    deps.shapes.take(source, outcome.shape, revision + 1)
    deps.log.info({ source, field: word.field, decision: word.decision }, 'drift decided')
    return { state: 'decided', body }
  }
  throw new StoreUnavailable('contention')
}

/** A book that does nothing by itself: a timer of Node, or the requests of Workers, open and close it. */
export function createShapeBook(deps: ShapeBookDeps, stand: BookStand = { readAt: null, writtenAt: null }): ShapeBook {
  const { store, shapes, adapters, clock, log } = deps
  const isRecent = (at: number | null) => at !== null && clock.monotonic() - at < FRESH_MS / 2
  const failed = (error: unknown) => log.warn({ stage: 'shapes', code: error instanceof StoreUnavailable ? error.code : 'error' }, 'shapes')
  return {
    async refresh() {
      if (isRecent(stand.readAt)) return
      try {
        for (const { source, shape, revision } of await store.all()) {
          const [adapter, kept] = [adapters.find(({ id }) => id === source), parseShape(shape)]
          if (adapter && kept) shapes.take(adapter.id, kept, revision)
        }
        stand.readAt = clock.monotonic()
      } catch (error) {
        failed(error)
      }
    },
    async flush(now) {
      if (!now && isRecent(stand.writtenAt)) return
      stand.writtenAt = clock.monotonic()
      try {
        for (const source of shapes.dirty()) await keep(source, deps)
      } catch (error) {
        failed(error)
      }
    },
    async decide(source, word, key) {
      const adapter = adapters.find(({ id }) => id === source)
      if (!adapter) return { state: 'not_found' }
      return decided(adapter, { ...word, at: new Date(clock.now()).toISOString() }, key, deps)
    },
  }
}

/** A book that a process keeps: opened now, written and read again by a timer. */
export async function startShapeBook(book: ShapeBook): Promise<Rounds> {
  await book.refresh()
  const rounds = startRounds(() => book.refresh().then(() => book.flush()), FRESH_MS)
  return {
    async stop() {
      await rounds.stop()
      await book.flush(true)
    },
  }
}
