import { parentPort, workerData } from 'node:worker_threads'
import { randomFrom } from '../../mocks/cast/random.ts'
import { samplesOf } from './corpus.ts'
import { mutate } from './mutate.ts'
import { type Sample, tried } from './parser.ts'
import { PARSERS } from './parsers.ts'

/*
 * Fuzzes one parser in a thread of its own, so that whoever started it notices where it hangs. Samples that go another way than all
 * before (another shape of what is read, another error) are kept for this run and changed further.
 */

/** What the thread is given. `shown`: its count of executions, the length of the sample that it is at, and the sample. */
export interface Work {
  readonly parser: string
  readonly seed: number
  readonly untilMs: number
  readonly shown: SharedArrayBuffer
}

/** What the thread tells at its end, and of each finding. */
export type Told =
  | { readonly kind: 'found'; readonly fault: string; readonly sample: Sample }
  | { readonly kind: 'ended'; readonly executions: number; readonly ways: number }

const HEAD_BYTES = 8
const MOST_KEPT = 4000

async function fuzz({ parser: name, seed, untilMs, shown }: Work): Promise<void> {
  const parser = PARSERS.find((one) => one.name === name)
  if (!parser) return
  const [head, place] = [new Int32Array(shown, 0, 2), new Uint8Array(shown, HEAD_BYTES)]
  const random = randomFrom(`${name} ${seed}`)
  const pool: Sample[] = [...samplesOf(name)]
  const [ways, faults] = [new Set<string>(), new Set<string>()]
  let executions = 0
  const once = async (sample: Sample) => {
    place.set(sample.bytes.subarray(0, place.length))
    head[1] = sample.bytes.length
    Atomics.store(head, 0, ++executions)
    const { shape, fault } = await tried(parser, sample)
    const kind = fault?.replace(/\d+/g, '#')
    if (kind && fault && !faults.has(kind)) {
      faults.add(kind)
      parentPort?.postMessage({ kind: 'found', fault, sample } satisfies Told)
    }
    if (ways.has(shape)) return
    ways.add(shape)
    if (pool.length < MOST_KEPT) pool.push(sample)
  }
  for (const sample of [...pool]) await once(sample)
  while (Date.now() < untilMs) {
    const sample = pool[Math.floor(random() * pool.length)]
    if (sample) await once(mutate(sample, random, pool, parser.words))
  }
  parentPort?.postMessage({ kind: 'ended', executions, ways: ways.size } satisfies Told)
}

await fuzz(workerData as Work)
