import { getResponse } from 'msw'
import { createAdmin } from './admin.ts'
import { createCrowd } from './cast/crowd.ts'
import type { Person } from './cast/person.ts'
import { randomFrom } from './cast/random.ts'
import type { Delay } from './delay.ts'
import { mocks } from './mocks.ts'
import { missOf, type Route } from './near.ts'
import { createRate } from './rate.ts'
import { scenarioFor } from './scenarios.ts'
import { headerIssues, type Issue } from './switch-input.ts'
import { choose, createSwitches, type Level, type Step, type Switch, type Switches } from './switches.ts'
import type { JournalEntry, Signing, World } from './world.ts'

export interface Options {
  readonly seed?: string
  /** How many people there are, the published cast first; all of it by default. */
  readonly people?: number | undefined
  /** `yyyy-MM-dd`; the day of the clock by default. */
  readonly today?: string
  readonly now?: () => number
  readonly delayMs?: number
  readonly slowMs?: number
  readonly portalDelayMs?: number
  readonly signing?: Signing
  /** What is played where nobody says otherwise, by source; `reset` leaves it. */
  readonly scenarios?: Readonly<Record<string, readonly Step[]>>
  readonly delays?: Readonly<Record<string, Delay>>
  /** Requests a second, by source; more are refused. */
  readonly rates?: Readonly<Record<string, number>>
  /** Lines that the journal keeps; ten thousand by default. */
  readonly journalLines?: number
}

/** All sources that are played, behind one `fetch`. */
export interface PretendGovernment {
  fetch(request: Request): Promise<Response>
  /** The published people. */
  readonly cast: readonly Person[]
  readonly journal: readonly JournalEntry[]
  readonly today: string
  /** Plays a scenario from now on; null: as it should be. Throws on a scenario that does not fit the source. */
  setScenario(source: string, name: string | null, options?: { readonly person?: string; readonly times?: number }): void
  /** Plays steps one after the other, which somebody has looked at (`switch-input.ts`). */
  setSwitch(one: Switch): void
  removeSwitch(source: string, person: string | null): void
  /** What is left of each switch. */
  switches(): readonly Switch[]
  /** What is left of what the environment plays: it cannot be switched off. */
  environment(): readonly Switch[]
  readonly level: Level
  /** Forgets scenarios, queues and the journal. */
  reset(): void
}

/** Some megabytes: a day of trying things. */
const LONGEST_JOURNAL = 10_000

function wait(milliseconds: number): Promise<void> {
  return milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** The journal keeps its last lines alone. */
function createJournal(longest = LONGEST_JOURNAL) {
  const entries: JournalEntry[] = []
  function note(entry: JournalEntry): void {
    entries.push(entry)
    if (entries.length > longest) entries.shift()
  }
  return { entries, note }
}

/** The level of the environment: under all others, and never switched off. */
function environmentOf(scenarios: Options['scenarios'] = {}): Switches {
  const switches = createSwitches()
  for (const [source, steps] of Object.entries(scenarios)) switches.set({ source, person: null, steps })
  return switches
}

/** Who has the word under a caller, and what the environment has of it. */
type Below = Pick<PretendGovernment, 'level' | 'environment'>

function below({ scenarios }: Options): Below {
  const level = environmentOf(scenarios)
  return { level, environment: level.list }
}

type Setting = Pick<World, 'seed' | 'today' | 'now' | 'choose' | 'note' | 'routes'>

function worldOf(options: Options, setting: Setting): World {
  const crowd = createCrowd(setting.seed, setting.today, options.people)
  return {
    ...setting,
    cast: crowd.published,
    byIin: crowd,
    crowd,
    random: randomFrom(`delays of ${setting.seed}`),
    portalDelayMs: options.portalDelayMs ?? 0,
    signing: options.signing ?? null,
    asked: new Set(),
    allows: createRate(options.rates ?? {}, setting.now),
    wait,
  }
}

function routesOf(handlers: readonly { readonly info: { readonly method: unknown; readonly path: unknown } }[]): readonly Route[] {
  return handlers.map(({ info }) => ({ method: String(info.method), path: String(info.path) }))
}

/** Nobody plays what was asked. */
function unanswered(request: Request, { routes, now, note }: World): Response {
  const miss = missOf(request, routes())
  const source = mocks.find(({ id }) => miss.closest?.split('/')[1] === id)?.id ?? '-'
  note({ at: new Date(now()).toISOString(), source, operation: '-', person: null, scenario: '-', status: 501, miss })
  return Response.json({ error: 'no mock', ...miss }, { status: 501 })
}

/** A header that says nothing would leave a developer to wonder why nothing happens. */
function misread(issues: readonly Issue[], { now, note }: World): Response {
  note({ at: new Date(now()).toISOString(), source: '-', operation: '-', person: null, scenario: '-', status: 422 })
  return Response.json({ error: 'header not understood', issues }, { status: 422 })
}

/**
 * The pretend government of one caller: in this process, on a real port (`listen.ts`) or inside workerd. `main` has the word where
 * nothing is switched here; the environment by default.
 */
export function createPretendGovernment(options: Options = {}, main: Below = below(options)): PretendGovernment {
  const now = options.now ?? Date.now
  const today = options.today ?? new Date(now()).toISOString().slice(0, 10)
  const { entries, note } = createJournal(options.journalLines)
  const switches = createSwitches()
  const usual = { delays: options.delays ?? {}, delayMs: options.delayMs ?? 0, slowMs: options.slowMs ?? 1500 }
  const levels = [switches, main.level]
  const world = worldOf(options, {
    seed: options.seed ?? 'demo',
    today,
    now,
    choose: (source, request, iin) => choose(source, request, iin, levels, usual),
    note,
    routes: () => routes,
  })
  const opened = mocks.map((mock) => mock.open(world))
  const handlers = opened.flatMap((one) => one.handlers)
  const routes = routesOf(handlers)
  const government: PretendGovernment = {
    async fetch(request) {
      if (/^\/__mock(?:\/|$)/.test(new URL(request.url).pathname)) return admin.fetch(request)
      const issues = headerIssues(request)
      if (issues.length > 0) return misread(issues, world)
      const response = await getResponse(handlers, request)
      if (response?.type === 'error') throw new TypeError('connection broken (mock)')
      return response ?? unanswered(request, world)
    },
    cast: world.cast,
    journal: entries,
    today,
    setScenario(source, name, { person = null, times = null }: { person?: string | null; times?: number | null } = {}) {
      if (name === null) return switches.remove(source, person)
      const scenario = scenarioFor(source, name)?.name
      if (scenario === undefined) throw new RangeError(`no scenario ${name} for ${source}`)
      switches.set({ source, person, steps: [{ scenario, delay: null, times }] })
    },
    setSwitch: switches.set,
    removeSwitch: switches.remove,
    switches: switches.list,
    environment: main.environment,
    level: { next: (source, iin) => levels.reduce<Step | null>((step, level) => step ?? level.next(source, iin), null) },
    reset() {
      switches.clear()
      world.asked.clear()
      for (const { reset } of opened) reset?.()
      entries.length = 0
    },
  }
  const admin = createAdmin(government)
  return government
}
