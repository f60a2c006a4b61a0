import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { adapters } from '../../adapters/index.ts'
import type { Cassette } from '../../src/cassettes/cassette.ts'
import { replayCase } from '../../src/cassettes/replay-case.ts'
import { casesIn, recordCanaries } from './canaries.ts'
import { chosenScenarios, contentsUnderScenarios } from './scenario-contents.ts'
import { stableText } from './stable-text.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Cases that were recorded on Node, what is asked for nobody in them, and what replaying each gives there. */
    /** What each source comes to under each scenario, as made on Node. */
    scenarios: Record<string, string>
    recorded: { readonly cases: readonly Cassette[]; readonly lists: readonly Cassette[]; readonly portfolios: readonly string[] }
  }
}

/** A cast is recorded and replayed on Node, for a runtime that has no folder to read them from. */
export async function setup(project: TestProject): Promise<void> {
  const { folder } = await recordCanaries('canaries-1', Number(process.env.CANARIES ?? Number.POSITIVE_INFINITY))
  const all = await casesIn(folder)
  const portfolios: string[] = []
  for (const one of all) portfolios.push(stableText((await replayCase(one, { adapters })).portfolio))
  project.provide('recorded', { cases: all.flatMap(([one]) => one ?? []), lists: all[0]?.slice(1) ?? [], portfolios })
  project.provide('scenarios', await contentsUnderScenarios(chosenScenarios()))
  await rm(folder, { recursive: true })
}
