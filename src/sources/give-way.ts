import { setImmediate } from 'node:timers/promises'
import { causeOf } from './deadline.ts'

/*
 * What others sent is worked on in slices, each in a turn of the event loop of its own. By amount and not by time, for the clock of a Worker
 * stands still while it computes.
 */

/** Lets whatever is waiting have its turn (fault U39). Throws the cause of the signal where that has fired meanwhile. */
export async function giveWay(signal: AbortSignal | null): Promise<void> {
  await setImmediate()
  if (signal?.aborted) throw causeOf(signal)
}
