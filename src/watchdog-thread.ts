import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { type Debugger, Session } from 'node:inspector/promises'
import { setTimeout } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'
import { BEAT, DEBUGGED, type Watched } from './watchdog.ts'

/* The thread of the watchdog. */

/** Longer than any piece of work of ours may take, milliseconds. */
const LIMIT_MS = 1000
/** After a line there is none for so long, milliseconds. */
const QUIET_MS = 60_000
const { beats, level } = workerData as Watched

/** Resolves when the loop has shown itself again since `beat`: true; or when so much time has passed: false. */
async function turned(beat: number, ms: number): Promise<boolean> {
  const waiting = Atomics.waitAsync(beats, BEAT, beat, ms)
  return (waiting.async ? await waiting.value : waiting.value) !== 'timed-out'
}

/** The frames of a stack as an error has them: names and places, no values. */
function errorAt(frames: readonly Debugger.CallFrame[], urls: ReadonlyMap<string, string>): Error {
  const lines = frames.map(({ functionName, location: { scriptId, lineNumber, columnNumber = 0 } }) => {
    const place = `${urls.get(scriptId) ?? 'unknown'}:${lineNumber + 1}:${columnNumber + 1}`
    return `    at ${functionName ? `${functionName} (${place})` : place}`
  })
  const error = new Error('blocked')
  error.name = 'Blocked'
  error.stack = ['Blocked', ...lines].join('\n')
  return error
}

/**
 * Halts the main thread for a moment to see where it is. Work of the engine itself cannot be halted: then at once after it. Undefined where
 * the loop has gone on since `beat`: that is not where it stood.
 */
async function stackOfMain(beat: number): Promise<Error | undefined> {
  const urls = new Map<string, string>()
  const session = new Session()
  session.on('Debugger.scriptParsed', ({ params }) => void urls.set(params.scriptId, params.url))
  session.connectToMainThread()
  try {
    const paused = once(session, 'Debugger.paused') as Promise<[{ params: Debugger.PausedEventDataType }]>
    await session.post('Debugger.enable')
    await session.post('Debugger.pause')
    const [{ params }] = await paused
    return Atomics.load(beats, BEAT) === beat ? errorAt(params.callFrames, urls) : undefined
  } finally {
    // With the session ends what it has halted.
    session.disconnect()
  }
}

async function tell(beat: number, since: number): Promise<void> {
  const stack = await stackOfMain(beat)
  const fields = { stage: 'loop', ms: Math.round(performance.now() - since) }
  const { pinoLog } = await import('./log-pino.ts')
  const log = pinoLog(level, { write: (line) => void writeSync(1, line) })
  log.error(fields, 'the event loop stands still', stack)
}

// Waiting for another thread keeps no thread alive.
setInterval(() => {}, QUIET_MS)
for (;;) {
  const beat = Atomics.load(beats, BEAT)
  const since = performance.now()
  if ((await turned(beat, LIMIT_MS)) || Atomics.load(beats, DEBUGGED) === 1) continue
  await tell(beat, since)
  await setTimeout(QUIET_MS)
}
