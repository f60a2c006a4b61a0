import { type Delay, delayFault, delayIn, FORMS } from './delay.ts'
import type { Options } from './host.ts'
import { mocks } from './mocks.ts'
import { readSteps } from './switch-input.ts'
import type { Step } from './switches.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The settings of the pretend government, or what is wrong with them, each with the name of its variable. */
export type Settings = { readonly options: Options } | { readonly faults: readonly string[] }

const MOST_RATE = 100_000
const suffix = (id: string) => id.toUpperCase().replaceAll('-', '_')

function numberIn(text: string, most: number, faults: string[], name: string): number {
  const number = /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN
  if (!(number <= most)) faults.push(`${name}: a number from 0 to ${most}`)
  return number
}

function delayOf(text: string, faults: string[], name: string): Delay | null {
  const delay = delayIn(text)
  const fault = delay ? delayFault(delay) : `one of ${FORMS}`
  if (fault !== null) faults.push(`${name}: ${fault}`)
  return delay
}

function stepsOf(text: string, source: string, faults: string[], name: string): readonly Step[] {
  const read = readSteps(text, source)
  if ('value' in read) return read.value
  faults.push(...read.issues.map(({ path, message }) => `${name}: ${path && `${path}: `}${message}`))
  return []
}

/** The variables `<prefix>_<SOURCE>` that are set, by source. */
function bySource<Value>(environment: Environment, prefix: string, read: (text: string, source: string, name: string) => Value) {
  const pairs = mocks.flatMap(({ id }) => {
    const name = `${prefix}_${suffix(id)}`
    const text = environment[name]?.trim()
    return text ? [[id, read(text, id, name)] as const] : []
  })
  return Object.fromEntries(pairs) as Record<string, Value>
}

/** MOCKS_SEED, MOCKS_PEOPLE, MOCKS_DELAY_MS, MOCKS_PORTAL_DELAY_MS, and for each source MOCKS_SCENARIO_, MOCKS_DELAY_ and MOCKS_RATE_. */
export function readSettings(environment: Environment): Settings {
  const faults: string[] = []
  const milliseconds = (name: string) => numberIn(environment[name] || '0', 120_000, faults, name)
  const delays = bySource(environment, 'MOCKS_DELAY', (text, _, name) => delayOf(text, faults, name))
  const rates = bySource(environment, 'MOCKS_RATE', (text, _, name) => {
    const rate = numberIn(text, MOST_RATE, faults, name)
    if (rate === 0) faults.push(`${name}: more than 0`)
    return rate
  })
  const people = environment.MOCKS_PEOPLE || undefined
  if (people !== undefined && !/^[1-9]\d{0,5}$/.test(people)) faults.push('MOCKS_PEOPLE: a number from 1 on, in digits')
  const options = {
    people: people === undefined ? undefined : Number(people),
    seed: environment.MOCKS_SEED || 'demo',
    delayMs: milliseconds('MOCKS_DELAY_MS'),
    portalDelayMs: milliseconds('MOCKS_PORTAL_DELAY_MS'),
    scenarios: bySource(environment, 'MOCKS_SCENARIO', (text, source, name) => stepsOf(text, source, faults, name)),
    delays: delays as Record<string, Delay>,
    rates,
  }
  return faults.length > 0 ? { faults } : { options }
}
