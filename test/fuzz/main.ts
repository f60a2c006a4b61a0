import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { keepSample } from './corpus.ts'
import type { Sample } from './parser.ts'
import { PARSERS } from './parsers.ts'
import type { Told, Work } from './work.ts'

/*
 * `npm run fuzz -- --minutes 10`: changes the samples of each parser for so long, one parser after the other; `--only shep,table`
 * chooses, `--seed N` begins elsewhere. What breaks an invariant is written into the corpus, where `npm test` reads it from then on.
 * Ends with 1 where something was found.
 */

/** Without a new execution for so long, a parser hangs, milliseconds. */
const HANGS_MS = 10_000
const SHOWN_BYTES = 2 * 1024 * 1024
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, only: { type: 'string' }, seed: { type: 'string', default: '1' } },
})

/** What a run came to; `hung`: the sample at which it stopped. */
interface Ran {
  readonly executions: number
  readonly ways: number
  readonly found: readonly { readonly fault: string; readonly sample: Sample }[]
}

function run(parser: string, minutes: number, seed: number): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const shown = new SharedArrayBuffer(SHOWN_BYTES)
    const head = new Int32Array(shown, 0, 2)
    const workerData: Work = { parser, seed, untilMs: Date.now() + minutes * 60_000, shown }
    const worker = new Worker(new URL('work.ts', import.meta.url), { workerData })
    const found: { fault: string; sample: Sample }[] = []
    let before = -1
    const watch = setInterval(() => {
      const now = Atomics.load(head, 0)
      if (now !== before || now === 0) {
        before = now
        return
      }
      const bytes = new Uint8Array(shown, 8).slice(0, head[1])
      end({ executions: now, ways: 0, found: [...found, { fault: 'hangs', sample: { kind: 'any', bytes } }] })
    }, HANGS_MS)
    function end(ran: Ran): void {
      clearInterval(watch)
      worker.terminate().then(() => resolve(ran), reject)
    }
    worker.on('message', (told: Told) => {
      if (told.kind === 'found') found.push(told)
      else end({ ...told, found })
    })
    worker.once('error', (error) => {
      clearInterval(watch)
      reject(error)
    })
  })
}

const only = values.only?.split(',')
const chosen = PARSERS.filter(({ name }) => !only || only.includes(name))
if (chosen.length === 0 || !(Number(values.minutes) > 0)) {
  process.stderr.write(`--minutes N, --only of ${PARSERS.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}
for (const { name } of chosen) {
  const { executions, ways, found } = await run(name, Number(values.minutes), Number(values.seed))
  process.stdout.write(`${found.length === 0 ? '✔' : '✖'} ${name}: ${executions} executions, ${ways} ways, ${found.length} found\n`)
  for (const { fault, sample } of found) process.stdout.write(`  ${fault}: test/fuzz/corpus/${name}/${keepSample(name, sample)}\n`)
  if (found.length > 0) process.exitCode = 1
}
