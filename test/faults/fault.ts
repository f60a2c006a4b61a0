/** What holds after every fault: answered in time, honest, conserved, private, recovered. */
export type Oracle = 'O1' | 'O2' | 'O3' | 'O4' | 'O5'

/** One playing of a fault: what it needs and what it has to tell. */
export interface Trial {
  readonly seed: number
  /** From 0 up to 1, following from the seed alone. */
  readonly random: () => number
  /** Whether times are judged too: only where nothing else runs on the machine. */
  readonly strict: boolean
  /** Done when the trial is over, the last one first. */
  after(end: () => unknown): void
  /** How long an answer took, milliseconds. */
  took(ms: number): void
  /** How long it took until the fault was known as what it is, milliseconds. */
  detected(ms: number): void
  /** How long it took after the end of the fault until everything was as before, milliseconds. */
  recovered(ms: number): void
  /** A promise was broken; `what` names no person. */
  violated(oracle: Oracle, what: string): void
  /** Where it does not hold, `oracle` is violated. */
  holds(oracle: Oracle, holds: boolean, what: string): void
}

/** One fault with what is promised under it. */
export interface Fault {
  /** Of the catalogue (`ids.ts`). */
  readonly id: string
  /** Begins with a verb: what the gateway does. */
  readonly promise: string
  /** False: this machine has not what it needs, and it is visibly skipped. */
  readonly isPlayable?: () => boolean
  /** Plays it once. What it throws counts as a violation. */
  play(trial: Trial): Promise<void>
}

/** What the trials of a fault came to; milliseconds, null: never measured. */
export interface Row {
  readonly id: string
  readonly promise: string
  readonly runs: number
  readonly violations: readonly string[]
  readonly p50: number | null
  readonly p99: number | null
  readonly max: number | null
  readonly detect: number | null
  readonly recover: number | null
}
