import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { createRedactor } from '../../src/cassettes/redactor.ts'
import { replayCase } from '../../src/cassettes/replay-case.ts'
import { casesIn, type Recorded, recordCanaries } from '../support/canaries.ts'
import { KEY } from '../support/recording-rig.ts'
import { stableText } from '../support/stable-text.ts'
import { tracesOf, wordsIn } from '../support/traces.ts'

/** What each source came to, and what is missing for which reason. */
function verdictsOf({ sources, gaps }: Portfolio): readonly string[] {
  const outcomes = sources.map(({ source, outcome, reason }) => `${source} ${outcome} ${reason}`)
  return [...outcomes, ...gaps.map(({ section, code, pointer, blocking }) => `${section} ${code} ${pointer} ${blocking}`)].sort()
}

/** How many people; some casts where `CANARIES` in the environment says nothing. */
const WANTED = Number(process.env.CANARIES ?? 150)

/** Names that are words too, with the award in whose name they stand for everybody. */
const ORDINARY: readonly string[] = ['құрмет']

/** Far more than it takes, so that a run of ten thousand ends by itself. */
const LONGEST_MS = 60_000 + WANTED * 1000

describe('canaries', () => {
  const recorded: Recorded[] = []
  beforeAll(async () => {
    for (let left = WANTED, cast = 1; left > 0; cast++) {
      const one = await recordCanaries(`canaries-${cast}`, left)
      recorded.push(one)
      left -= one.people.length
    }
  }, LONGEST_MS)
  afterAll(() => Promise.all(recorded.map(({ folder }) => rm(folder, { recursive: true }))))

  test(
    'leaves no number, name or document of theirs in any byte of the folder',
    async () => {
      const found = new Set<string>()
      for (const { folder, people, portfolios } of recorded) {
        const words = await wordsIn(folder)
        const traces = people.flatMap((person, place) => tracesOf(person, portfolios[place]!))
        expect(traces.length).toBeGreaterThan(people.length * 10)
        for (const trace of traces) if (words.has(trace) && !ORDINARY.includes(trace)) found.add(trace)
      }
      expect([...found]).toEqual([])
    },
    LONGEST_MS,
  )

  test(
    'replays to what was collected, and twice to the same bytes',
    async () => {
      const redactor = createRedactor(KEY, adapters)
      for (const { folder, people, portfolios } of recorded) {
        const cases = await casesIn(folder)
        expect(cases).toHaveLength(people.length)
        for (const [place, { iin }] of people.entries()) {
          const one = cases.find(([{ claim }]) => claim?.iin === redactor.iin(iin)) ?? []
          const [first, second] = [await replayCase(one, { adapters }), await replayCase(one, { adapters })]
          expect(first.missed).toEqual([])
          expect(verdictsOf(first.portfolio)).toEqual(verdictsOf(portfolios[place]!))
          expect(stableText(first.portfolio)).toBe(stableText(second.portfolio))
        }
      }
    },
    LONGEST_MS,
  )
})
