import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ASKED, arrivals, bySource, requests, type Sent, sent } from '../../test/support/arbitrary.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { PATIENCE, runs } from '../../test/support/runs.ts'
import { foldDuplicates } from './conflicts.ts'
import { contentOf } from './content.ts'
import type { Held } from './held.ts'
import { merge } from './merge.ts'
import { ordered } from './precedence.ts'
import { percentConflicts } from './quality.ts'

/** What merging made of it: facts by id and value, conflicts, and what is odd about whom. */
function said(merged: ReturnType<typeof merge>): string {
  return JSON.stringify(
    merged.sections.map(({ planned, facts, conflicts, mismatched, missing }) => [
      planned.rule.id,
      facts.map(({ fact }) => [fact.id, fact.value]),
      conflicts,
      mismatched.map(({ key }) => key),
      [...missing].map(([{ key }, pointers]) => [key, pointers]),
    ]),
  )
}

function twice(all: Sent): Sent {
  return Object.fromEntries(Object.entries(all).map(([source, records]) => [source, [...records, ...records]]))
}

describe('merging', () => {
  test(
    'does not depend on the order in which records arrive',
    () => {
      const shuffled = arrivals.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })))
      fc.assert(
        fc.property(shuffled, requests, ([all, other], request) => {
          const [one, two] = [lineNow({ request, said: bySource(all) }), lineNow({ request, said: bySource(other) })]
          return contentOf(one.portfolio) === contentOf(two.portfolio)
        }),
        runs('any order of arrival'),
      )
    },
    PATIENCE,
  )

  test(
    'makes the same of records that were sent twice',
    () => {
      fc.assert(
        fc.property(sent, requests, (all, request) => {
          const [one, two] = [lineNow({ request, said: all }), lineNow({ request, said: twice(all) })]
          return contentOf(one.portfolio) === contentOf(two.portfolio)
        }),
        runs('records sent twice'),
      )
    },
    PATIENCE,
  )

  test(
    'does not depend on the order of the sources',
    () => {
      fc.assert(
        fc.property(sent, requests, fc.shuffledSubarray([...ASKED], { minLength: ASKED.length }), (all, request, sources) => {
          const { merged, held } = lineNow({ request, said: all })
          const other = Object.fromEntries(sources.map((source) => [source, held[source]])) as Held
          return said(merge(merged.planned, other)) === said(merged)
        }),
        runs('sources in any order'),
      )
    },
    PATIENCE,
  )

  test(
    'has nothing left to fold in what was folded once',
    () => {
      fc.assert(
        fc.property(sent, requests, (all, request) => {
          const { planned, sections } = lineNow({ request, said: all }).merged
          for (const { facts, conflicts, planned: section } of sections) {
            const again = foldDuplicates(ordered(facts, section.sources, planned.edition.precedence))
            // Variants of one record stand in the order of their ids, which folding gave them.
            const values = (list: typeof facts) => list.map(({ fact }) => JSON.stringify(fact.value)).sort()
            expect(values(again.facts)).toEqual(values(facts))
            const refound = [...again.conflicts, ...percentConflicts(again.facts, again.conflicts)]
            expect(refound.map(({ pointer }) => pointer)).toEqual(conflicts.map(({ pointer }) => pointer))
          }
        }),
        runs('merged once more'),
      )
    },
    PATIENCE,
  )
})

test(
  'gives the same portfolio again from what it held',
  () => {
    fc.assert(
      fc.property(sent, requests, (all, request) => {
        const { portfolio, held } = lineNow({ request, said: all })
        expect(lineNow({ request, held, only: [] }).portfolio).toEqual(portfolio)
      }),
      runs('what was held'),
    )
  },
  PATIENCE,
)
