import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import { startGatewayProcess } from '../gateway-process.ts'
import { createRig, prefixOf } from '../rig.ts'

/* The event loop of the process stands still, P5. */

/** Longer than a source needs, shorter than its limit, milliseconds. */
const BLOCKED_MS = 1500
/** Once the watchdog has told of it, or after this, milliseconds. */
const LONGEST_MS = 10_000
const SECOND_MS = 1000

function block(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

/** What is under way is answered when the loop goes on. */
async function goesOn(trial: Trial): Promise<void> {
  const rig = await createRig(trial, { environment: { [`${prefixOf('diplomas')}_TIMEOUT_MS`]: '3000' } })
  await rig.ask()
  const asking = Array.from({ length: 8 }, (_, index) => rig.ask({ caseId: `blocked-${index}`, waitSeconds: 8 }))
  setImmediate(() => block(BLOCKED_MS))
  for (const { status } of await Promise.all(asking)) trial.holds('O2', status < 300, `${status} after the loop was blocked`)
  await rig.recovers('diplomas')
  await rig.inspect()
}

/** The code that holds the loop of another process until a file is there. */
const holder = (free: string) => `
  import { existsSync } from 'node:fs'
  function holdsTheLoop() {
    const until = performance.now() + ${LONGEST_MS}
    while (!existsSync(${JSON.stringify(free)}) && performance.now() < until);
  }
  process.on('SIGUSR2', holdsTheLoop)
`

/** The watchdog tells where, while the loop still stands, and nothing is wrong afterwards. */
async function told(trial: Trial): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-blocked-'))
  trial.after(() => rmSync(folder, { recursive: true, force: true }))
  const [code, free] = [join(folder, 'hold.mjs'), join(folder, 'free')]
  writeFileSync(code, holder(free))
  const gateway = await startGatewayProcess(trial, { flags: ['--import', code] })
  const stands = () => gateway.lines.filter((line) => line.includes('the event loop stands still'))
  // Longer than a second, and no word of a loop that is well.
  await new Promise((resolve) => setTimeout(resolve, 2 * SECOND_MS))
  trial.holds('O2', stands().length === 0, 'told of a loop that turns')
  const begun = performance.now()
  gateway.child.kill('SIGUSR2')
  while (stands().length === 0 && performance.now() - begun < LONGEST_MS / 2) await new Promise((resolve) => setTimeout(resolve, 20))
  trial.detected(performance.now() - begun)
  trial.holds('O2', stands().length === 1, 'the log does not tell of a loop that stands still')
  trial.holds('O2', stands().join().includes('holdsTheLoop'), 'the log does not tell where the loop stands still')
  writeFileSync(free, '')
  const answer = await gateway.collect('afterwards')
  trial.holds('O5', answer.status === 201, `${answer.status} when the loop goes on`)
  gateway.child.kill('SIGTERM')
  trial.holds('O5', (await gateway.ended) === 0, `ended with ${await gateway.ended}`)
  gateway.inspect()
}

export const processBlocked: readonly Fault[] = [
  {
    id: 'P5',
    promise: 'answers all that was under way, honestly, when its loop was blocked, and tells where it was',
    play: inTurn(goesOn, told),
  },
]
