import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import { TooMuch } from './body.ts'
import { causeOf } from './deadline.ts'
import type { SignatureChecks, Signed } from './xml-signature.ts'

/** Threads that nothing was given to end after this, milliseconds. */
const IDLE_MS = 30_000
/** What a thread may hold of young and old objects, MiB: several times what the most elements that are checked need. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 }

async function start(): Promise<Piscina> {
  const { Piscina } = await import('piscina')
  const filename = new URL('./xml-signature.ts', import.meta.url).href
  const maxThreads = Math.max(1, availableParallelism() - 1)
  return new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: IDLE_MS, resourceLimits: LIMITS })
}

/**
 * Signatures are checked in threads beside the event loop (docs/decisions/0031). None is started before there is something to check; a check
 * that its caller no longer waits for ends with its thread. A message that is too much for a thread throws `unreadable`/`protocol`.
 */
export function threadedChecks(): { readonly checks: SignatureChecks; close(): Promise<void> } {
  let pool: Promise<Piscina> | null = null
  async function run<Result>(name: 'checkBody' | 'checkDocument', signed: Signed, signal: AbortSignal): Promise<Result> {
    pool ??= start()
    const threads = await pool
    try {
      return (await threads.run(signed, { name, signal })) as Result
    } catch (error) {
      if (signal.aborted) throw causeOf(signal)
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new TooMuch('too much to check its signature')
      throw error
    }
  }
  return {
    checks: {
      body: (signed, signal) => run('checkBody', signed, signal),
      document: (signed, signal) => run('checkDocument', signed, signal),
    },
    close: async () => (await pool)?.destroy(),
  }
}
