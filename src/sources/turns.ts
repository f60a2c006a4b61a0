import { setImmediate } from 'node:timers/promises'
import { causeOf } from './deadline.ts'

/**
 * So much of a text is worked on in one turn of the event loop, characters: milliseconds, and more than nearly all answers have. By amount
 * and not by time, for the clock of a Worker stands still while it computes.
 */
export const SLICE = 64 * 1024

/** Lets whatever is waiting have its turn (fault U39). Throws the cause of the signal where that has fired meanwhile. */
export async function turn(signal: AbortSignal | null): Promise<void> {
  await setImmediate()
  if (signal?.aborted) throw causeOf(signal)
}
