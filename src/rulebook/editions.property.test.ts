import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { requests, sent } from '../../test/support/arbitrary.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { PATIENCE, runs } from '../../test/support/runs.ts'
import type { Edition } from './edition.ts'
import { editionFor, editions } from './index.ts'

/** Every paragraph that an edition cites. */
function paragraphsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => (key === 'rule' ? [String(value)] : paragraphsOf(value)))
}
const CITED = new Map<Edition, ReadonlySet<string>>(editions.map((edition) => [edition, new Set(paragraphsOf(edition))]))
const [first] = editions

/** Days from long before the first edition to long after the last, and those on which editions change. */
const days = fc.oneof(
  fc.integer({ min: 0, max: 15_000 }).map((count) => new Date(Date.UTC(2005, 0, 1 + count)).toISOString().slice(0, 10)),
  fc.constantFrom(...editions.flatMap(({ validFrom, validUntil }) => (validUntil === null ? [validFrom] : [validFrom, validUntil]))),
)

/** Before the first edition the first one holds, since there is no other. */
function isInForce({ id, validFrom, validUntil }: Edition, day: string): boolean {
  if (day < (first?.validFrom ?? '')) return id === first?.id
  return validFrom <= day && (validUntil === null || day <= validUntil)
}

/** The day of the latest application, where one states its day. */
function applicationIn({ sections }: Portfolio): string | undefined {
  const facts = sections.flatMap((section) => section.facts)
  const days = facts.flatMap(({ type, value }) => (type === 'application' ? (value.submittedOn ?? []) : []))
  return days.sort().at(-1)
}

test(
  'requires nothing but what the edition of the day requires',
  () => {
    fc.assert(
      fc.property(days, sent, requests, (today, said, request) => {
        const { portfolio, merged } = lineNow({ today, request, said })
        const day = applicationIn(portfolio) ?? today
        const edition = editionFor(day)
        expect([portfolio.edition, isInForce(edition, day)]).toEqual([edition.id, true])
        expect(portfolio.sections.map(({ id }) => id)).toEqual(
          edition.sections.filter((section) => merged.sections.some(({ planned }) => planned.rule === section)).map(({ id }) => id),
        )
        const cited = [...portfolio.sections, ...portfolio.gaps, ...portfolio.advisories].map(({ rule }) => rule)
        expect(cited.filter((rule) => !CITED.get(edition)?.has(rule))).toEqual([])
        for (const { code, manualEntry } of portfolio.gaps) expect(manualEntry && !edition.gaps[code].manualEntry).toBe(false)
      }),
      runs('the edition of a day'),
    )
  },
  PATIENCE,
)
