import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Person } from '../../mocks/cast/person.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { Cassette } from '../../src/cassettes/cassette.ts'
import { folderCassettes, readFolder } from '../../src/cassettes/folder.ts'
import { createRecordingRig } from './recording-rig.ts'

/** People whose every trace must be gone from what was recorded of them. */
export interface Recorded {
  readonly folder: string
  readonly people: readonly Person[]
  /** What was really collected, in the order of the people. */
  readonly portfolios: readonly Portfolio[]
}

/** Teachers who are collected at once. */
const AT_ONCE = 8
/** A machine under load still answers all within this, milliseconds. */
const BUDGET_MS = 60_000

/** Records at most `count` people of a cast over all eleven sources into a new folder. */
export async function recordCanaries(seed: string, count: number): Promise<Recorded> {
  const folder = await mkdtemp(join(tmpdir(), 'cassettes-'))
  const rig = createRecordingRig({ store: folderCassettes(folder), mode: 'record', government: { seed }, timeoutMs: BUDGET_MS })
  const people = rig.government.cast.slice(0, count)
  const portfolios: Portfolio[] = []
  for (let first = 0; first < people.length; first += AT_ONCE) {
    const group = people.slice(first, first + AT_ONCE)
    portfolios.push(...(await Promise.all(group.map(({ claim }) => rig.collect(claim, BUDGET_MS)))))
  }
  await rig.flush()
  if (rig.failures.length > 0) throw rig.failures[0]
  return { folder, people, portfolios }
}

/** The cases of a folder, each with the lists beside it, as replaying wants them. */
export async function casesIn(folder: string): Promise<readonly (readonly [Cassette, ...Cassette[]])[]> {
  const [cases, lists] = await Promise.all(['case-', 'lists-'].map((begin) => readFolder(folder, (name) => name.startsWith(begin))))
  return (cases ?? []).map((one) => [one, ...(lists ?? [])] as const)
}
