import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ASKED, failures, requests, sent } from '../../test/support/arbitrary.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { PATIENCE, runs } from '../../test/support/runs.ts'

type Collected = ReturnType<typeof lineNow>
const typed = ({ portfolio }: Collected) => portfolio.gaps.filter((gap) => gap.manualEntry).map(({ id }) => id)

test(
  'asks nobody to type because a source failed, and is not ready by it',
  () => {
    const failing = fc.record({ source: fc.constantFrom(...ASKED), verdict: failures, kept: fc.boolean() })
    fc.assert(
      fc.property(sent, requests, failing, (said, request, { source, verdict, kept }) => {
        const before = lineNow({ request, said })
        const after = lineNow({ request, said: { ...said, [source]: verdict }, held: kept ? before.held : null })
        const known = new Set(typed(before))
        expect(typed(after).filter((id) => !known.has(id))).toEqual([])
        const [{ completeness: was }, { completeness: is }] = [before.portfolio, after.portfolio]
        expect([is.ready && !was.ready, is.readyToApply && !was.readyToApply]).toEqual([false, false])
      }),
      runs('a source that fails'),
    )
  },
  PATIENCE,
)

test(
  'blocks only in required sections, and is ready only without a blocking gap',
  () => {
    fc.assert(
      fc.property(sent, requests, (said, request) => {
        const { gaps, sections, completeness } = lineNow({ request, said }).portfolio
        const blocked = new Set(gaps.filter((gap) => gap.blocking).map((gap) => gap.section))
        for (const { id, status } of sections) {
          if (status === 'found' || status === 'not_applicable') expect(blocked).not.toContain(id)
          if (status === 'partial') expect(blocked).toContain(id)
        }
        expect(completeness.ready).toBe(completeness.complete && blocked.size === 0)
      }),
      runs('ready only without a lack'),
    )
  },
  PATIENCE,
)
