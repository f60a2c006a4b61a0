import { z } from 'zod'
import type { Person } from './cast/person.ts'
import { type Delay, delayFault, delayIn, FORMS } from './delay.ts'
import { closestOf } from './near.ts'
import { idsOf, SCENARIOS, scenarioFor } from './scenarios.ts'
import type { Step, Switch } from './switches.ts'

/*
 * What people write to switch something on: a body of the admin API, a form of the page, a variable of the environment. All of it is
 * looked at before anything is changed, and everything that is wrong is told.
 */

const Milliseconds = z.number().nonnegative()
const DelayObject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), ms: Milliseconds }),
  z.strictObject({ kind: z.literal('uniform'), from: Milliseconds, to: Milliseconds }),
  z.strictObject({ kind: z.literal('log-normal'), median: Milliseconds, sigma: z.number().nonnegative() }),
  z.strictObject({ kind: z.literal('drip'), bytes: z.int().positive(), everyMs: Milliseconds }),
])

function readDelay(given: unknown, context: z.core.$RefinementCtx): Delay {
  const known = typeof given === 'string' || typeof given === 'number' ? delayIn(String(given)) : DelayObject.safeParse(given).data
  const fault = known ? delayFault(known) : `a delay is one of ${FORMS}`
  if (known && fault === null) return known
  context.addIssue({ code: 'custom', message: fault ?? '' })
  return z.NEVER
}

const DelayInput = z.unknown().transform(readDelay)
const Times = z.int().min(1).max(1_000_000)
const StepInput = z.strictObject({ scenario: z.string().min(1).optional(), delay: DelayInput.optional(), times: Times.optional() })
const PersonInput = z.union([z.int().nonnegative(), z.string().min(1)])
const SwitchInput = StepInput.extend({ person: PersonInput.optional(), steps: z.array(StepInput).min(1).max(100).optional() })

/** The names alone: they are looked up even where the rest cannot be read. */
const NamedInput = z.object({ scenario: z.string().min(1).optional() })
const StepsInput = z.object({ steps: z.array(NamedInput) })

type Written = z.infer<typeof StepInput>
type Named = z.infer<typeof NamedInput>

/** One thing that is wrong, and where. */
export interface Issue {
  readonly path: string
  readonly message: string
}

/** A switch as it may be set, or all that is wrong with it. */
export type Read<Value> = { readonly value: Value } | { readonly issues: readonly Issue[] }

/** The scenario of a source whose name is most like the one written, or the first of which one name holds the other; null: none is. */
export function likely(source: string, name: string): string | null {
  const own = SCENARIOS.filter(({ sources }) => sources.includes(source)).map((one) => one.name)
  return closestOf(name, own) ?? own.find((one) => one.includes(name) || name.includes(one)) ?? null
}

function scenarioFault(source: string, name: string): string {
  const others = SCENARIOS.filter((one) => one.name === name || idsOf(one).includes(name)).flatMap(({ sources }) => sources)
  const fitting = others.length > 0 ? `; it fits ${[...new Set(others)].join(', ')}` : ''
  const close = likely(source, name)
  return `${source} plays no such scenario${fitting}${close === null ? '' : `; the closest is ${close}`}; all of them: npm run -s mocks -- --list`
}

/** What nobody could mean by the headers of a request. A scenario that only other sources play is passed over, for a caller may send one to all. */
export function headerIssues({ headers }: Request): readonly Issue[] {
  const [scenario, delay] = [headers.get('x-mock-scenario'), headers.get('x-mock-delay')]
  const issues: Issue[] = []
  if (scenario && !SCENARIOS.some((one) => one.name === scenario || idsOf(one).includes(scenario))) {
    const close = closestOf(
      scenario,
      SCENARIOS.map(({ name }) => name),
    )
    const hint = close === null ? '' : `; the closest is ${close}`
    issues.push({ path: 'X-Mock-Scenario', message: `no source plays such a scenario${hint}; all of them: npm run -s mocks -- --list` })
  }
  const { error } = DelayInput.safeParse(delay ?? 0)
  if (error) issues.push({ path: 'X-Mock-Delay', message: error.issues[0]?.message ?? '' })
  return issues
}

const inSteps = (place: number) => `steps.${place}.`

function unknownOf(steps: readonly Named[], source: string, at: (place: number) => string): readonly Issue[] {
  return steps.flatMap(({ scenario = 'ok' }, place) =>
    scenarioFor(source, scenario) ? [] : [{ path: `${at(place)}scenario`, message: scenarioFault(source, scenario) }],
  )
}

/** Scenarios that nobody plays in a switch of which something else is wrong too. */
function unknownIn(given: unknown, source: string): readonly Issue[] {
  const one = NamedInput.safeParse(given).data
  const steps = StepsInput.safeParse(given).data?.steps ?? []
  return [...unknownOf(one ? [one] : [], source, () => ''), ...unknownOf(steps, source, inSteps)]
}

function faultsOf(steps: readonly Written[], source: string, at: (place: number) => string): readonly Issue[] {
  const unknown = unknownOf(steps, source, at)
  const endless = steps.findIndex(({ times }) => times === undefined)
  const never = endless >= 0 && endless < steps.length - 1
  return never
    ? [...unknown, { path: `${at(endless)}times`, message: 'without times this step never ends, and none comes after it' }]
    : unknown
}

const stepOf =
  (source: string) =>
  ({
    scenario = 'ok',
    delay = null,
    times = null,
  }: {
    scenario?: string | undefined
    delay?: Delay | null | undefined
    times?: number | null | undefined
  }): Step => ({
    scenario: scenarioFor(source, scenario)?.name ?? 'ok',
    delay,
    times,
  })

/** A person by place in the cast, by archetype or by number; undefined: nobody of the cast. */
function iinOf(person: number | string, cast: readonly Person[]): string | undefined {
  if (typeof person === 'number') return cast[person]?.iin
  return cast.find(({ archetype, iin, index }) => archetype === person || iin === person || String(index) === person)?.iin
}

/** A key that nobody knows is repeated, and may be somebody's number. */
const LONG_NUMBER = /\d{10,}/g

const issue = (path: string, message: string) => ({ issues: [{ path, message }] })

/** A switch out of what somebody has sent. The message of an issue never repeats a number of a person. */
export function readSwitch(given: unknown, source: string, cast: readonly Person[]): Read<Switch> {
  const parsed = SwitchInput.safeParse(given)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message: message.replace(LONG_NUMBER, '…') }))
    return { issues: [...issues, ...unknownIn(given, source)] }
  }
  const { person, steps, ...one } = parsed.data
  const isOne = one.scenario !== undefined || one.delay !== undefined
  if (isOne === (steps !== undefined)) return issue('', 'either scenario and delay, or steps')
  const faults = faultsOf(steps ?? [one], source, (place) => (steps ? inSteps(place) : ''))
  if (faults.length > 0) return { issues: faults }
  const iin = person === undefined ? null : iinOf(person, cast)
  if (iin === undefined) return issue('person', 'nobody of the cast: give a place in it, an archetype or a number')
  return { value: { source, person: iin, steps: (steps ?? [one]).map(stepOf(source)) } }
}

const STEP = /^(?<scenario>[^@*\s]+)?(?:@(?<delay>[^*]+))?(?:\*(?<times>\d+))?$/

/** Steps written in one line: `http-503*1; slow@500*2; ok`. */
export function readSteps(text: string, source: string): Read<readonly Step[]> {
  const steps = text.split(';').map((part) => STEP.exec(part.trim())?.groups)
  const bad = steps.indexOf(undefined)
  if (bad >= 0) return issue(`steps.${bad}`, 'a step is written scenario@delay*times, as in http-503*1; slow@500*2; ok')
  const written = steps.map((groups) => ({
    ...(groups?.scenario && { scenario: groups.scenario }),
    ...(groups?.delay && { delay: groups.delay }),
    ...(groups?.times && { times: Number(groups.times) }),
  }))
  const read = readSwitch({ steps: written }, source, [])
  return 'value' in read ? { value: read.value.steps } : read
}
