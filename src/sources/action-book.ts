import type { Adapter } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { SourceHealth } from '../../schemas/source-health.ts'
import type { Clock, Log } from '../ports.ts'
import { type ActionStore, type IdempotencyKey, type StoredAction, StoreUnavailable } from '../store/store.ts'
import { Action, type Actions, type InForce, type Said } from './actions.ts'
import type { Board } from './health.ts'
import { type Rounds, startRounds } from './rounds.ts'

/** The health of the source as JSON, or why nothing was said: no such source is registered, or it has no planned work that begins then. */
export type Acted = { readonly body: string } | { readonly refused: 'source' | 'unplanned' }

/** Where operators have their say on a source. */
export interface ActionDesk {
  /**
   * Keeps the word, and with it the answer under the key, in one transaction; from then on it holds here. Throws `StoreUnavailable`:
   * nothing was said.
   */
  act(source: string, action: Action, key: IdempotencyKey | null): Promise<Acted>
}

/** The kept side of what operators have said: it outlives the process, and reaches the others. */
export interface ActionBook extends ActionDesk {
  /** Reads what is kept, unless that was done a moment ago, and ends the mutes of sources that are well again. Never throws. */
  refresh(): Promise<void>
}

/** What the book is made of. */
export interface ActionBookDeps {
  readonly store: ActionStore
  readonly actions: Actions
  readonly adapters: readonly Adapter[]
  readonly board: Pick<Board, 'get'>
  readonly clock: Clock
  readonly log: Log
  /** A UUID. */
  readonly newId: () => string
}

/** A word of an operator reaches other processes within this, milliseconds. */
const FRESH_MS = 5000
/** The health looks back so far, milliseconds: a state that is older than the mute says nothing about it. */
const LOOKED_BACK_MS = 5 * 60_000
const JSON_HEAD = { 'content-type': 'application/json; charset=UTF-8' }
/** Who ends a mute when the source is well again. */
const OURSELVES = { by: 'gateway', reason: 'recovered' }

/** Until when a word must be known beside later ones of its kind. What takes a window back, as long as that is found itself. */
function endOf(action: Action, { windows }: InForce): string | null {
  if (action.kind === 'maintenance') return action.to
  if (action.kind !== 'withdrawal') return null
  const ends = windows.filter(({ from }) => from === action.from).map(({ to }) => to)
  return ends.sort().at(-1) ?? null
}

function stored({ id, source, action }: Said, inForce: InForce): StoredAction {
  return { id, source, kind: action.kind, endsAt: endOf(action, inForce), action: JSON.stringify(action) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A word as it is kept; nothing where it is of another format, or of a source that is not registered any more. */
function saidIn({ id, source, action }: StoredAction, adapters: readonly Adapter[]): readonly Said[] {
  const [adapter, read] = [adapters.find((one) => one.id === source), Action.safeParse(parsed(action))]
  return adapter && read.success ? [{ id, source: adapter.id, action: read.data }] : []
}

/** Well since longer than the health looks back. Unknown is not well. */
function isWell({ state, drift }: SourceHealth, mutedAt: string, now: number): boolean {
  return state === 'ok' && drift.fields.length === 0 && now - Date.parse(mutedAt) >= LOOKED_BACK_MS
}

/** A book that does nothing by itself: a timer of Node, or the requests of Workers, open it. */
export function createActionBook(deps: ActionBookDeps): ActionBook {
  const { store, actions, adapters, board, clock, log, newId } = deps
  const failed = (error: unknown) =>
    log.warn({ stage: 'actions', code: error instanceof StoreUnavailable ? error.code : 'error' }, 'operator actions')

  async function say(source: SourceId, action: Action, answer: Parameters<ActionStore['append']>[1]): Promise<void> {
    const said = { id: newId(), source, action }
    await store.append(stored(said, actions.of(source)), answer)
    actions.add(said)
    log.info({ source, kind: action.kind, ...(action.kind === 'breaker' ? { state: action.state } : {}) }, 'operator action')
  }
  async function read(): Promise<void> {
    const before = actions.added()
    const kept = await store.newest()
    // What was said here meanwhile is not among what was read.
    if (actions.added() === before) actions.take(kept.flatMap((one) => saidIn(one, adapters)))
  }
  async function endMutes(): Promise<void> {
    const now = clock.now()
    for (const { id } of adapters) {
      const { mute } = actions.of(id)
      const health = mute && board.get(id)
      if (!health || !isWell(health, mute.at, now)) continue
      await say(id, { kind: 'recovery', of: mute.id, ...OURSELVES, at: new Date(now).toISOString() }, null)
    }
  }
  return {
    async refresh() {
      const takenAt = actions.takenAt()
      if (takenAt !== null && clock.monotonic() - takenAt < FRESH_MS / 2) return
      try {
        await read()
        await endMutes()
      } catch (error) {
        failed(error)
      }
    },
    async act(source, action, key) {
      const adapter = adapters.find(({ id }) => id === source)
      if (!adapter) return { refused: 'source' }
      // So that the answer also shows what others have said a moment ago.
      await read()
      if (action.kind === 'withdrawal' && endOf(action, actions.of(adapter.id)) === null) return { refused: 'unplanned' }
      const body = JSON.stringify(board.get(adapter.id, actions.with({ id: '', source: adapter.id, action })))
      await say(adapter.id, action, key && { ...key, status: 200, headers: JSON_HEAD, body })
      return { body }
    },
  }
}

/** A book that a process keeps: opened now, and read again by a timer. */
export async function startActionBook(book: ActionBook): Promise<Rounds> {
  await book.refresh()
  return startRounds(() => book.refresh(), FRESH_MS)
}
