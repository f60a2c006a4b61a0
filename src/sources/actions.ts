import { z } from 'zod'
import { Instant } from '../../schemas/dates.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Clock } from '../ports.ts'

const word = { by: z.string(), reason: z.string(), at: Instant }
const until = Instant.nullable()

/**
 * A word on a source as it is kept. `withdrawal` takes back the planned work that begins then. `recovery` is ours: the source is well
 * again, which ends the mute that it names.
 */
export const Action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pause'), until, ...word }),
  z.object({ kind: z.literal('resume'), ...word }),
  z.object({ kind: z.literal('mute'), until, ...word }),
  z.object({ kind: z.literal('recovery'), of: z.string(), ...word }),
  z.object({ kind: z.literal('maintenance'), from: Instant, to: Instant, ...word }),
  z.object({ kind: z.literal('withdrawal'), from: Instant, ...word }),
  z.object({ kind: z.literal('breaker'), state: z.enum(['open', 'closed', 'auto']), until, ...word }),
])
export type Action = z.infer<typeof Action>

type Bare<One> = One extends unknown ? Omit<One, 'by' | 'at'> : never
/** What an operator says, without who and when. */
export type OperatorWord = Bare<Exclude<Action, { kind: 'recovery' }>>

type Of<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>

/** A word with the id under which it is kept. */
export interface Said {
  readonly id: string
  readonly source: SourceId
  readonly action: Action
}

/** What holds for a source: three different verbs, never one (people page, 2.2), and how its breaker is held. */
export interface InForce {
  /** No calls at all. */
  readonly pause: Of<'pause'> | null
  /** Calls go on, alerts stop. */
  readonly mute: (Of<'mute'> & { readonly id: string }) | null
  /** Planned work that is not over. */
  readonly windows: readonly Of<'maintenance'>[]
  readonly breaker: (Of<'breaker'> & { readonly state: 'open' | 'closed' }) | null
}

const NOTHING: InForce = { pause: null, mute: null, windows: [], breaker: null }

/** What holds once this has been said as well. */
export function after(before: InForce, { id, action }: Pick<Said, 'id' | 'action'>): InForce {
  switch (action.kind) {
    case 'pause':
      return { ...before, pause: action }
    case 'resume':
      return { ...before, pause: null, windows: before.windows.filter(({ from }) => Date.parse(from) > Date.parse(action.at)) }
    case 'mute':
      return { ...before, mute: { ...action, id } }
    case 'recovery':
      return before.mute?.id === action.of ? { ...before, mute: null } : before
    case 'maintenance':
      return { ...before, windows: [...before.windows, action] }
    case 'withdrawal':
      return { ...before, windows: before.windows.filter(({ from }) => from !== action.from) }
    case 'breaker':
      return { ...before, breaker: action.state === 'auto' ? null : { ...action, state: action.state } }
  }
}

function lasts<Timed extends { readonly until: string | null }>(timed: Timed | null, now: number): Timed | null {
  return timed?.until != null && Date.parse(timed.until) <= now ? null : timed
}

/** Without what has ended by itself. `now` in milliseconds since 1970. */
function still({ pause, mute, windows, breaker }: InForce, now: number): InForce {
  return {
    pause: lasts(pause, now),
    mute: lasts(mute, now),
    windows: windows.filter(({ to }) => Date.parse(to) > now),
    breaker: lasts(breaker, now),
  }
}

/** The words of operators as this process knows them: what it knew last holds, whatever becomes of the store. */
export interface Actions {
  of(source: SourceId): InForce
  /** What would hold if this were said. */
  with(said: Said): InForce
  /** One more, said here. */
  add(said: Said): void
  /** All that may hold, in the order in which it was said; takes the place of what was known. */
  take(all: readonly Said[]): void
  /** Rises with every `add`: what was read before it does not know of it. */
  added(): number
  /** When `take` was last called, on the monotonic clock; null: never. */
  takenAt(): number | null
}

/** Text and numbers only, so an isolate may keep it between requests. */
export function createActions(clock: Clock): Actions {
  let known = new Map<SourceId, InForce>()
  let ids = new Set<string>()
  let [added, takenAt]: [number, number | null] = [0, null]
  const of = (source: SourceId) => {
    const all = known.get(source)
    return all ? still(all, clock.now()) : NOTHING
  }
  return {
    of,
    with: (said) => still(after(of(said.source), said), clock.now()),
    add(said) {
      // Read already, on another connection, before its writer has said it here.
      if (ids.has(said.id)) return
      ids.add(said.id)
      added++
      known.set(said.source, after(of(said.source), said))
    },
    take(all) {
      takenAt = clock.monotonic()
      known = new Map()
      ids = new Set(all.map(({ id }) => id))
      for (const said of all) known.set(said.source, after(known.get(said.source) ?? NOTHING, said))
    },
    added: () => added,
    takenAt: () => takenAt,
  }
}
