import { adapters } from '../../adapters/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { Change } from '../portfolio/changes.ts'
import type { Cassette } from './cassette.ts'
import { type Case, nameOf, readCases, rewrite } from './folder.ts'
import { comparedWith } from './outcome.ts'
import { replayCase } from './replay-case.ts'
import { saveTest } from './saved-test.ts'
import { type StageName, shownAt } from './stage.ts'

export { differencesOf } from '../portfolio/changes.ts'
export { CassetteFault } from './folder.ts'

/** What became of one case. */
export interface Replayed {
  readonly name: string
  readonly file: string
  readonly portfolio: Portfolio
  /** Null: the cassette expects nothing yet. */
  readonly differences: readonly Change[] | null
  /** What the stage that was asked for made; undefined: none was. */
  readonly stage?: unknown
}

async function replayOne({ file, cassette, lists }: Case, stage: StageName | null): Promise<Replayed> {
  const line = await replayCase([cassette, ...lists], { adapters })
  const { portfolio } = line
  const shown = stage === null ? {} : { stage: shownAt(stage, line) }
  return { name: nameOf(file), file, portfolio, differences: comparedWith(cassette.expected, portfolio), ...shown }
}

/** Runs the line on the recorded answers of files and folders. Throws `CassetteFault`. */
export async function replay(paths: readonly string[], stage: StageName | null = null): Promise<readonly Replayed[]> {
  const replayed: Replayed[] = []
  for (const one of await readCases(paths)) replayed.push(await replayOne(one, stage))
  return replayed
}

async function eachReplayed(paths: readonly string[], then: (one: Case, expected: Cassette['expected']) => Promise<string>) {
  const files: string[] = []
  for (const one of await readCases(paths)) {
    const { portfolio } = await replayOne(one, null)
    files.push(await then(one, JSON.parse(JSON.stringify(portfolio))))
  }
  return files
}

/** Writes what replaying gives into each cassette as what is expected of it. The files. Throws `CassetteFault`. */
export function accept(paths: readonly string[]): Promise<readonly string[]> {
  return eachReplayed(paths, async ({ file, cassette }, expected) => {
    await rewrite(file, { ...cassette, expected })
    return file
  })
}

/** Makes a test of each case: the cassette with all that it needs, and a file of vitest that replays it. The tests. Throws `CassetteFault`. */
export function saveTests(paths: readonly string[], folder: string): Promise<readonly string[]> {
  return eachReplayed(paths, (one, expected) => saveTest(one, one.cassette.expected ?? expected, folder))
}
