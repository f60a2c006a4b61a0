import type { Adapter } from '../../adapters/adapter.ts'
import { adapters } from '../../adapters/index.ts'
import type { Consent } from '../../schemas/portfolio-request.ts'
import { contentOf } from '../../src/portfolio/content.ts'
import { claimFor, createPretendLine, pretendGovernment, promisesOf, samplePromisesOf, verdictOf } from './pretend-line.ts'

/** Milliseconds: what never answers is waited for so long; everything else is done long before. */
const PATIENCE = 600

function isWaitedFor(reason: string | null): boolean {
  return reason === 'timeout' || reason === 'async'
}

/** One collection under a scenario that lasts. */
export async function collectUnder(adapter: Adapter, scenario: string, consents?: readonly Consent[]) {
  const government = pretendGovernment()
  government.setScenario(
    adapter.id as Parameters<typeof government.setScenario>[0],
    scenario as Parameters<typeof government.setScenario>[1],
  )
  const line = createPretendLine(government, adapter)
  const promised = promisesOf(adapter).find(({ name }) => name === scenario)
  const budgetMs = isWaitedFor(promised?.reason ?? null) ? PATIENCE : 4000
  const collection = await line.collect({ ...claimFor(adapter), consents }, undefined, budgetMs)
  return { ...line, government, collection }
}

function keyOf({ id }: Adapter, scenario: string): string {
  return `${id} ${scenario}`
}

/** What is looked at on both runtimes: some scenarios of each source, or all (`samplePromisesOf`). */
export function chosenScenarios(): readonly string[] {
  return adapters.flatMap((adapter) => samplePromisesOf(adapter).map(({ name }) => keyOf(adapter, name)))
}

/** Verdict, content and what could not be used, under each of these scenarios: the same on every runtime. */
export async function contentsUnderScenarios(chosen: readonly string[]): Promise<Record<string, string>> {
  const contents: Record<string, string> = {}
  async function look(adapter: Adapter, name: string): Promise<void> {
    const { collection, seen } = await collectUnder(adapter, name)
    const unused = collection.rejected.map(({ pointer, cause }) => [pointer, cause])
    contents[keyOf(adapter, name)] = JSON.stringify([verdictOf(collection), contentOf(collection.portfolio), unused, seen.defects.length])
  }
  for (const adapter of adapters) {
    const promises = promisesOf(adapter).filter(({ name }) => chosen.includes(keyOf(adapter, name)))
    // Side by side where nearly all of it is waiting.
    const waiting = promises.filter(({ reason }) => isWaitedFor(reason)).map(({ name }) => look(adapter, name))
    for (const { name, reason } of promises) if (!isWaitedFor(reason)) await look(adapter, name)
    await Promise.all(waiting)
  }
  return contents
}
