import type { Portfolio } from '../../schemas/portfolio.ts'
import { contentOf } from '../../src/portfolio/content.ts'
import { memoryStore } from './memory-store.ts'
import { createStack } from './stack.ts'

/** What is the same on every runtime: the content of each portfolio of the cast, with fixed ids. */
export async function contentsOfCast(worker: boolean): Promise<Record<string, string>> {
  const { cast } = createStack({ store: memoryStore(), worker }).government
  const contents: Record<string, string> = {}
  // One after the other: all at once, a busy machine would let some wait beyond their limits.
  for (const { archetype, claim } of cast) {
    const stack = createStack({ store: memoryStore(), worker, randomHex: (bytes) => '0'.repeat(2 * bytes) })
    const answer = await stack.collect(claim)
    contents[archetype] = contentOf((await answer.json()) as Portfolio)
  }
  return contents
}
