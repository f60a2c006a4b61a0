import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ASKED, failures, requests, sent } from '../../test/support/arbitrary.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { PATIENCE, runs } from '../../test/support/runs.ts'
import { stableId } from './hash.ts'

const parts = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 5 })

test(
  'makes an id of the parts and of nothing else',
  () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const [id, twin] = [stableId('fact', ...one), stableId('fact', ...one.map((part) => part.slice()))]
        const differ = one.join('\u001f') !== other.join('\u001f')
        expect([id, /^fact_[0-9a-f]{32}$/.test(id), id !== stableId('fact', ...other)]).toEqual([twin, true, differ])
      }),
      runs('ids of one content'),
    )
  },
  PATIENCE,
)

type Collected = ReturnType<typeof lineNow>
/** The ids of a portfolio with what they stand for. */
function named({ portfolio }: Collected): readonly (readonly [id: string, what: string])[] {
  const facts = portfolio.sections.flatMap((section) =>
    section.facts.map(({ id, type, value }) => [id, JSON.stringify([type, value])] as const),
  )
  const gaps = portfolio.gaps.map(({ id, code, section, pointer }) => [id, [code, section, pointer].join(' ')] as const)
  return [...facts, ...gaps]
}

test(
  'gives each fact and each gap one id, the same in every collection',
  () => {
    const failing = fc.record({ source: fc.constantFrom(...ASKED), verdict: failures })
    fc.assert(
      fc.property(sent, requests, failing, (said, request, { source, verdict }) => {
        const [one, again] = [lineNow({ request, said }), lineNow({ request, said })]
        const other = lineNow({ request, said: { ...said, [source]: verdict } })
        const ids = new Map(named(one))
        expect(ids.size).toBe(named(one).length)
        expect(named(again)).toEqual(named(one))
        const gaps = new Map(other.portfolio.gaps.map(({ id, code, section, pointer }) => [id, [code, section, pointer].join(' ')]))
        for (const [id, what] of gaps) expect(ids.get(id) ?? what).toBe(what)
      }),
      runs('ids through the line'),
    )
  },
  PATIENCE,
)
