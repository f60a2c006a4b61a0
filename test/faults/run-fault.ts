import { randomFrom } from '../../mocks/cast/random.ts'
import type { Fault, Row, Trial } from './fault.ts'

interface Told {
  readonly took: number[]
  readonly detected: number[]
  readonly recovered: number[]
  readonly violations: string[]
}

/** Which trials of a fault: `runs` of them, from this seed on. */
export interface Trials {
  readonly runs: number
  readonly seed: number
  readonly strict: boolean
}

function trialOf(fault: Fault, seed: number, strict: boolean, told: Told, ends: (() => unknown)[]): Trial {
  const violated: Trial['violated'] = (oracle, what) => void told.violations.push(`seed ${seed}: ${oracle} ${what}`)
  return {
    seed,
    strict,
    random: randomFrom(`${fault.id} ${seed}`),
    after: (end) => void ends.unshift(end),
    took: (ms) => void told.took.push(ms),
    detected: (ms) => void told.detected.push(ms),
    recovered: (ms) => void told.recovered.push(ms),
    violated,
    holds: (oracle, holds, what) => (holds ? undefined : violated(oracle, what)),
  }
}

async function playOnce(fault: Fault, seed: number, strict: boolean, told: Told): Promise<void> {
  const ends: (() => unknown)[] = []
  try {
    await fault.play(trialOf(fault, seed, strict, told, ends))
  } catch (error) {
    told.violations.push(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  for (const end of ends) await end()
}

/** The value below which a share of all lies; null: there are none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? null
}

/** Plays a fault, one trial after another. */
export async function runFault(fault: Fault, { runs, seed, strict }: Trials): Promise<Row> {
  const told: Told = { took: [], detected: [], recovered: [], violations: [] }
  for (let run = 0; run < runs; run++) await playOnce(fault, seed + run, strict, told)
  const { id, promise } = fault
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => percentile(told.took, share)) as [number | null, number | null, number | null]
  const { violations } = told
  return {
    ...{ id, promise, runs, violations, p50, p99, max },
    detect: percentile(told.detected, 1),
    recover: percentile(told.recovered, 1),
  }
}
