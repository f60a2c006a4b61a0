import { adapters } from '../../adapters/index.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Change } from '../portfolio/changes.ts'
import { type Case, nameOf, readCases } from './cases.ts'
import type { Cassette } from './cassette.ts'
import { writeCassette } from './folder.ts'
import { type HarOutcome, type HarWish, openHar } from './open-har.ts'
import { asJson, comparedWith } from './outcome.ts'
import { replayCase } from './replay-case.ts'
import { saveTest } from './saved-test.ts'
import { type StageName, shownAt } from './stage.ts'

export type { Change } from '../portfolio/changes.ts'
export { CassetteFault } from './cases.ts'
export type { HarOutcome } from './open-har.ts'
export { changesOf } from './outcome.ts'
export type { StageName } from './stage.ts'

/** What became of one case. */
export interface Replayed {
  readonly name: string
  readonly file: string
  /** What the stage that was asked for made, as JSON has it: of `respond`, the portfolio. */
  readonly made: unknown
  /** Null: the cassette expects nothing yet. */
  readonly differences: readonly Change[] | null
  /** Sources that were asked something that was not recorded. */
  readonly missed: readonly SourceId[]
}

async function replayOne({ file, cassette, lists }: Case, stage: StageName): Promise<Replayed> {
  const line = await replayCase([cassette, ...lists], { adapters })
  const { portfolio, missed } = line
  return { name: nameOf(file), file, made: shownAt(stage, line), differences: comparedWith(cassette.expected, portfolio), missed }
}

/** Runs the line on the recorded answers of files and folders, one case after the other. Throws `CassetteFault`. */
export async function replay(paths: readonly string[], stage: StageName = 'respond'): Promise<readonly Replayed[]> {
  const replayed: Replayed[] = []
  for (const one of await readCases(paths)) replayed.push(await replayOne(one, stage))
  return replayed
}

async function eachReplayed(paths: readonly string[], then: (one: Case, given: Cassette['expected']) => Promise<string>) {
  const files: string[] = []
  for (const one of await readCases(paths)) {
    const { made } = await replayOne(one, 'respond')
    files.push(await then(one, asJson(made)))
  }
  return files
}

/** Writes what replaying gives into each cassette as what is expected of it. The files. Throws `CassetteFault`. */
export function accept(paths: readonly string[]): Promise<readonly string[]> {
  return eachReplayed(paths, async ({ file, cassette }, expected) => {
    await writeCassette(file, { ...cassette, expected })
    return file
  })
}

/** Makes a test of each case: the cassette with all that it needs, and a file of vitest that replays it. The tests. Throws `CassetteFault`. */
export function saveTests(paths: readonly string[], folder: string): Promise<readonly string[]> {
  return eachReplayed(paths, (one, given) => saveTest(one, one.cassette.expected ?? given, folder))
}

/** Makes cassettes of what a browser or a proxy recorded. Throws `CassetteFault`. */
export function importArchive(wish: HarWish): Promise<HarOutcome> {
  return openHar(wish, adapters)
}
