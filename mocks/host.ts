import { getResponse } from 'msw'
import { createCrowd } from './cast/crowd.ts'
import type { Person } from './cast/person.ts'
import { mocks } from './mocks.ts'
import { fits, SCENARIOS } from './scenarios.ts'
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
}

/** A scenario that is on: for one person or for all, for so many requests or for good. */
interface Switch {
  readonly name: string
  readonly person: string | null
  times: number
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
  /** Forgets scenarios, queues and the journal. */
  reset(): void
}

const LONGEST_JOURNAL = 10_000

function wait(milliseconds: number): Promise<void> {
  return milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Which scenario is on for a request, and how it is switched. */
function createSwitches() {
  const switches = new Map<string, Switch[]>()
  return {
    clear: () => switches.clear(),
    set(source: string, name: string | null, person: string | null, times: number): void {
      const others = (switches.get(source) ?? []).filter((one) => one.person !== person)
      switches.set(source, name === null ? others : [...others, { name, person, times }])
    },
    of(source: string, request: Request, iin: string | null): string {
      const asked = request.headers.get('x-mock-scenario')
      if (asked && fits(source, asked)) return asked
      const list = switches.get(source) ?? []
      const found = list.find((one) => one.person !== null && one.person === iin) ?? list.find((one) => one.person === null)
      if (!found || found.times <= 0) return 'ok'
      found.times--
      return found.name
    },
  }
}

function admin(request: Request, government: PretendGovernment): Promise<Response> | Response {
  const url = new URL(request.url)
  const source = mocks.find(({ id }) => url.pathname === `/__mock/scenarios/${id}`)?.id
  if (source && request.method === 'PUT') return switchByRequest(request, source, government)
  if (source && request.method === 'DELETE') {
    government.setScenario(source, null)
    return Response.json({ source, scenario: 'ok' })
  }
  if (url.pathname === '/__mock/journal') return Response.json({ items: government.journal })
  if (url.pathname !== '/__mock') return Response.json({ error: 'not found' }, { status: 404 })
  return Response.json({ sources: mocks.map(({ id }) => id), today: government.today, scenarios: SCENARIOS, cast: government.cast })
}

async function switchByRequest(request: Request, source: string, government: PretendGovernment): Promise<Response> {
  const { scenario, times } = (await request.json()) as { scenario: string; times?: number }
  if (!fits(source, scenario)) return Response.json({ error: 'no such scenario for this source' }, { status: 422 })
  government.setScenario(source, scenario, times === undefined ? {} : { times })
  return Response.json({ source, scenario, times: times ?? null })
}

/** The pretend government: in this process, on a real port (`listen.ts`) or inside workerd. */
export function createPretendGovernment(options: Options = {}): PretendGovernment {
  const now = options.now ?? Date.now
  const today = options.today ?? new Date(now()).toISOString().slice(0, 10)
  const seed = options.seed ?? 'demo'
  const crowd = createCrowd(seed, today, options.people)
  const cast = crowd.published
  const journal: JournalEntry[] = []
  const switches = createSwitches()
  const world: World = {
    seed,
    today,
    now,
    cast,
    byIin: crowd,
    crowd,
    delayMs: options.delayMs ?? 0,
    slowMs: options.slowMs ?? 1500,
    portalDelayMs: options.portalDelayMs ?? 0,
    signing: options.signing ?? null,
    scenario: switches.of,
    note(entry) {
      journal.push(entry)
      if (journal.length > LONGEST_JOURNAL) journal.shift()
    },
    wait,
  }
  const opened = mocks.map((mock) => mock.open(world))
  const handlers = opened.flatMap((one) => one.handlers)
  const government: PretendGovernment = {
    async fetch(request) {
      if (new URL(request.url).pathname.startsWith('/__mock')) return admin(request, government)
      const response = await getResponse(handlers, request)
      if (response?.type === 'error') throw new TypeError('connection broken (mock)')
      return response ?? Response.json({ error: 'no mock' }, { status: 501 })
    },
    cast,
    journal,
    today,
    setScenario(source, name, { person = null, times = Number.POSITIVE_INFINITY }: { person?: string | null; times?: number } = {}) {
      if (name !== null && !fits(source, name)) throw new RangeError(`no scenario ${name} for ${source}`)
      switches.set(source, name, person, times)
    },
    reset() {
      switches.clear()
      for (const { reset } of opened) reset?.()
      journal.length = 0
    },
  }
  return government
}
