import type { Clock } from '../../src/ports.ts'

/** Keys at rest of the tests; worth nothing anywhere else. */
export const storeKeys = { data: new Uint8Array(32).fill(1), index: new Uint8Array(32).fill(2) }
export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }
