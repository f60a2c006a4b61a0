import type { Portfolio } from '../../schemas/portfolio.ts'
import { contentOf } from '../../src/portfolio/content.ts'
import { memoryStore } from './memory-store.ts'
import { createStack } from './stack.ts'

/** What is the same on every runtime: the content of each portfolio of the cast, with fixed ids. */
export async function contentsOfCast(worker: boolean): Promise<Record<string, string>> {
  const { cast } = createStack({ store: memoryStore(), worker }).government
  const contents = await Promise.all(
    cast.map(async ({ archetype, claim }) => {
      const stack = createStack({ store: memoryStore(), worker, randomHex: (bytes) => '0'.repeat(2 * bytes) })
      const answer = await stack.collect(claim)
      return [archetype, contentOf((await answer.json()) as Portfolio)] as const
    }),
  )
  return Object.fromEntries(contents)
}
