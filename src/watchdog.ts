import { url } from 'node:inspector'
import { Worker } from 'node:worker_threads'
import type { Log } from './ports.ts'

/** The event loop shows so often that it turns, milliseconds. */
const BEAT_MS = 250
/** What a thread that only waits may hold, MiB. */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 }

/** What both threads see: how often the loop has shown itself, and whether it may stand still because somebody debugs it (1) or not (0). */
export type Beats = Int32Array<SharedArrayBuffer>
export const [BEAT, DEBUGGED] = [0, 1]

/** What the thread is started with. */
export interface Watched {
  readonly beats: Beats
  /** Of the log. */
  readonly level: string
}

/**
 * Starts a thread that tells the log, with the place in the code, when the event loop stands still for more than a second (fault P5). It
 * writes its line itself, for a loop that never goes on writes none.
 */
export function startWatchdog(level: string, log: Log): { stop(): Promise<void> } {
  const beats: Beats = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  const watched: Watched = { beats, level }
  const thread = new Worker(new URL('./watchdog-thread.ts', import.meta.url), { workerData: watched, resourceLimits: LIMITS })
  thread.unref()
  // The gateway goes on without it.
  thread.once('error', (error) => log.error({ stage: 'watchdog' }, 'the watchdog ended', error))
  const timer = setInterval(() => {
    Atomics.store(beats, DEBUGGED, url() === undefined ? 0 : 1)
    Atomics.add(beats, BEAT, 1)
    Atomics.notify(beats, BEAT)
  }, BEAT_MS).unref()
  return {
    async stop() {
      clearInterval(timer)
      await thread.terminate()
    },
  }
}
