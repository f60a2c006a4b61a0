import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FactDraft } from '../../adapters/adapter.ts'
import { ClaimedCategory } from '../../schemas/category.ts'
import type { SourceId } from '../../schemas/section.ts'
import { OutcomeReasons, type Verdict } from '../../schemas/source-outcome.ts'
import * as draft from '../../test/support/drafts.ts'
import { ALL, claim, type LineOptions, runLine, type Said } from '../../test/support/line.ts'
import { contentOf } from './content.ts'

const SOURCES = ALL.map(({ id }) => id)
const FAILURES: Verdict[] = (['unavailable', 'unreadable', 'foreign', 'deferred'] as const).flatMap((outcome) =>
  OutcomeReasons[outcome].filter((reason) => reason !== 'not_final').map((reason) => ({ outcome, reason }) as Verdict),
)
const day = fc.integer({ min: 2019, max: 2026 }).map((year) => `${year}-05-10`)
const small = fc.integer({ min: 1, max: 3 }).map(String)

/** Records that repeat, contradict and lack things, as registers do. */
const records: fc.Arbitrary<FactDraft> = fc.oneof(
  fc.record({ number: fc.option(small), status: small, honours: fc.boolean() }).map((change) => draft.diploma(change)),
  fc.record({ contractId: small, startsOn: fc.option(day), endsOn: fc.option(day) }).map((change) => draft.contract(change)),
  fc.record({ class: small, students: fc.option(fc.nat(2)) }).map((change) => draft.quality(change)),
  fc.record({ certificateNumber: small, endsOn: fc.option(day), programmeAgreed: fc.boolean() }).map((change) => draft.course(change)),
  fc.record({ certificateNumber: small, takenOn: day, annulled: fc.boolean() }).map((change) => draft.attempt(change)),
)
const SOURCE_OF: Partial<Record<FactDraft['type'], SourceId>> = {
  diploma: 'diplomas',
  contract: 'employment',
  quality_row: 'education-quality',
  course: 'courses',
  test_attempt: 'knowledge-test',
}
function saidBy(drafts: readonly FactDraft[]): Partial<Record<SourceId, FactDraft[]>> {
  const said: Partial<Record<SourceId, FactDraft[]>> = {}
  for (const one of drafts) {
    const source = SOURCE_OF[one.type] ?? 'diplomas'
    said[source] = [...(said[source] ?? []), one]
  }
  return said
}
const requests = fc.constantFrom(...ClaimedCategory.options).map((claimedCategory) => {
  const post = claimedCategory.startsWith('head_') ? 'head' : claimedCategory.startsWith('deputy_') ? 'deputy' : 'teacher'
  return claim({ claimedCategory, post, deputyLine: post === 'deputy' ? 'teaching' : null })
})
const RUNS = { numRuns: 60 }
const body = async (options: LineOptions) => contentOf((await runLine(options)).portfolio)

test('does not depend on the order in which records arrive', async () => {
  const shuffled = fc
    .array(records, { maxLength: 12 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  await fc.assert(
    fc.asyncProperty(shuffled, requests, async ([all, other], request) => {
      expect(await body({ request, said: saidBy(other) })).toBe(await body({ request, said: saidBy(all) }))
    }),
    RUNS,
  )
})

test('says the same when every record is sent twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(records, { maxLength: 10 }), async (all) => {
      expect(await body({ said: saidBy([...all, ...all]) })).toBe(await body({ said: saidBy(all) }))
    }),
    RUNS,
  )
})

test('gives the same again from what it held', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(records, { maxLength: 10 }), requests, async (all, request) => {
      const { portfolio, held } = await runLine({ request, said: saidBy(all) })
      expect((await runLine({ request, held, only: [] })).portfolio).toEqual(portfolio)
    }),
    RUNS,
  )
})

test('never asks anybody to type because a source failed', async () => {
  const failing = fc.record({ source: fc.constantFrom(...SOURCES), verdict: fc.constantFrom(...FAILURES), kept: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(records, { maxLength: 10 }), requests, failing, async (all, request, { source, verdict, kept }) => {
      const said: Partial<Record<SourceId, Said>> = saidBy(all)
      const before = await runLine({ request, said })
      const after = await runLine({ request, said: { ...said, [source]: verdict }, held: kept ? before.held : null })
      const typed = (one: typeof before) => one.portfolio.gaps.filter((gap) => gap.manualEntry).map(({ id }) => id)
      expect(typed(before)).toEqual(expect.arrayContaining(typed(after)))
    }),
    RUNS,
  )
})

test('blocks only in required sections, and is ready only without a blocking gap', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(records, { maxLength: 10 }), requests, async (all, request) => {
      const { gaps, sections, completeness } = (await runLine({ request, said: saidBy(all) })).portfolio
      const blocked = new Set(gaps.filter((gap) => gap.blocking).map((gap) => gap.section))
      for (const { id, status } of sections) {
        if (status === 'found' || status === 'not_applicable') expect(blocked).not.toContain(id)
        if (status === 'partial') expect(blocked).toContain(id)
      }
      expect(completeness.ready).toBe(completeness.complete && blocked.size === 0)
    }),
    RUNS,
  )
})
