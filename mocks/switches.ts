import { type Delay, delayFault, delayIn, USUAL_SIGMA } from './delay.ts'
import { scenarioFor } from './scenarios.ts'
import type { Choice } from './world.ts'

/** What is played for so many requests, or for good where `times` is null; no delay: the usual one. */
export interface Step {
  readonly scenario: string
  readonly delay: Delay | null
  readonly times: number | null
}

/** Steps one after the other, for one person or for all. */
export interface Switch {
  readonly source: string
  readonly person: string | null
  readonly steps: readonly Step[]
}

/** Who may have the word about a request. */
export interface Level {
  /** The step of the next request, which it uses up; null: nothing is switched. */
  next(source: string, iin: string | null): Step | null
}

/** The switches of one caller. */
export interface Switches extends Level {
  set(one: Switch): void
  remove(source: string, person: string | null): void
  clear(): void
  /** What is left of each. */
  list(): readonly Switch[]
}

interface Running extends Switch {
  used: number
}

const lengthOf = ({ times }: Step) => times ?? Number.POSITIVE_INFINITY

/** What is left of a sequence after so many requests. */
function left({ steps, used }: Running): readonly Step[] {
  let before = used
  return steps.flatMap((step) => {
    const rest = lengthOf(step) - Math.max(before, 0)
    before -= lengthOf(step)
    return rest > 0 ? [{ ...step, times: step.times === null ? null : rest }] : []
  })
}

/** No switch yet. */
export function createSwitches(): Switches {
  let running: readonly Running[] = []
  const others = (source: string, person: string | null) => running.filter((one) => one.source !== source || one.person !== person)
  return {
    set(one) {
      running = [...others(one.source, one.person), { ...one, used: 0 }]
    },
    remove(source, person) {
      running = others(source, person)
    },
    clear() {
      running = []
    },
    list: () => running.map((one) => ({ source: one.source, person: one.person, steps: left(one) })),
    next(source, iin) {
      const mine = running.filter((one) => one.source === source && left(one).length > 0)
      const found = mine.find(({ person }) => person !== null && person === iin) ?? mine.find(({ person }) => person === null)
      if (!found) return null
      const [step = null] = left(found)
      found.used++
      return step
    },
  }
}

/** What is asked for beside switches. */
export interface Usual {
  /** By source, of the environment. */
  readonly delays: Readonly<Record<string, Delay>>
  readonly delayMs: number
  readonly slowMs: number
}

/** A delay in the header of a request; one that says nothing, or too much, is passed over. */
function delayAsked(request: Request): Delay | null {
  const delay = delayIn(request.headers.get('x-mock-delay') ?? '')
  return delay && delayFault(delay) === null ? delay : null
}

/** The scenario and the delay of a request: its headers first, then the levels in their order, the usual delay last. */
export function choose(source: string, request: Request, iin: string | null, levels: readonly Level[], usual: Usual): Choice {
  const asked = scenarioFor(source, request.headers.get('x-mock-scenario') ?? '')?.name
  let step: Step | null = null
  if (asked === undefined) for (const level of levels) step ??= level.next(source, iin)
  const scenario = asked ?? step?.scenario ?? 'ok'
  const slow: Delay | null = scenario.startsWith('slow') ? { kind: 'fixed', ms: usual.slowMs } : null
  const delay = delayAsked(request) ?? step?.delay ?? slow ?? usual.delays[source]
  return { scenario, delay: delay ?? { kind: 'log-normal', median: usual.delayMs, sigma: USUAL_SIGMA } }
}
