import { expect, test } from 'vitest'
import type { FactValues } from '../../schemas/fact.ts'
import * as draft from '../../test/support/drafts.ts'
import { heldOf } from '../../test/support/held-facts.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'
import { stableId } from './hash.ts'
import { serviceFrom, totalOf } from './service.ts'

type Contract = Parameters<typeof draft.contract>[0]
async function totalFrom(...contracts: Contract[]): Promise<unknown> {
  const employment = contracts.map((change, index) => draft.contract({ contractId: `c-${index}`, ...change }))
  return sectionOf(await portfolioOf({ said: { employment } }), 'experience')?.facts[0]?.value
}

test.each<[string, Contract[], object]>([
  ['one open contract', [{ startsOn: '2024-11-24' }], { years: 2, months: 0, days: 0 }],
  ['one that ended, its last day counted', [{ startsOn: '2021-09-01', endsOn: '2023-08-31' }], { years: 2, months: 0, days: 0 }],
  ['two at once', [{ startsOn: '2024-11-24' }, { startsOn: '2025-11-24' }], { years: 2, months: 0, days: 0 }],
  [
    'one after the other',
    [
      { startsOn: '2022-09-01', endsOn: '2023-08-31' },
      { startsOn: '2025-09-01', terminatedOn: '2026-08-31' },
    ],
    { years: 2, months: 0, days: 0 },
  ],
  ['one that ends later', [{ startsOn: '2025-11-24', endsOn: '2027-08-31' }], { years: 1, months: 0, days: 0 }],
  ['one that ended yesterday', [{ startsOn: '2025-11-24', endsOn: '2026-11-23' }], { years: 1, months: 0, days: 0 }],
  ['one that ends today', [{ startsOn: '2025-11-24', endsOn: '2026-11-24' }], { years: 1, months: 0, days: 0 }],
  ['one that begins today', [{ startsOn: '2026-11-24' }], { years: 0, months: 0, days: 0 }],
  [
    'one within another',
    [
      { startsOn: '2023-11-24', endsOn: '2025-11-23' },
      { startsOn: '2024-01-10', endsOn: '2024-02-10' },
    ],
    { years: 2, months: 0, days: 0 },
  ],
  [
    'two that adjoin, as one',
    [
      { startsOn: '2025-01-31', endsOn: '2025-02-28' },
      { startsOn: '2025-03-01', endsOn: '2025-03-30' },
    ],
    { years: 0, months: 2, days: 0 },
  ],
  [
    'the day of a termination before the end that was agreed',
    [{ startsOn: '2024-11-24', endsOn: '2026-11-23', terminatedOn: '2025-11-23' }],
    {
      years: 1,
      months: 0,
      days: 0,
    },
  ],
  [
    'nothing of one that ended before it began',
    [{ startsOn: '2025-11-24' }, { startsOn: '2020-05-05', endsOn: '2020-01-01' }],
    { years: 1, months: 0, days: 0 },
  ],
  ['a day less than three years', [{ startsOn: '2023-11-25' }], { years: 2, months: 11, days: 30 }],
])('counts %s', async (_name, contracts, total) => {
  expect(await totalFrom(...contracts)).toMatchObject(total)
})

test('counts the same with a contract that begins today', async () => {
  const former = { startsOn: '2024-01-31', endsOn: '2024-03-29' }
  const total = { years: 0, months: 1, days: 30 }
  expect(await totalFrom(former)).toMatchObject(total)
  expect(await totalFrom(former, { startsOn: '2026-11-24' })).toMatchObject(total)
})

test('counts nothing that has no beginning or has not begun', async () => {
  expect(await totalFrom({ startsOn: null }, { startsOn: '2027-01-01' })).toBeUndefined()
})

test('makes a month of thirty days left over from several stretches', () => {
  const stretch = { from: '2020-01-01', until: '2020-12-21' }
  expect(totalOf([stretch, stretch])).toEqual({ years: 1, months: 11, days: 10 })
})

test('adds months to years and thirty days to a month', () => {
  const half = { from: '2020-01-01', until: '2020-07-16' }
  expect(totalOf([half, half])).toEqual({ years: 1, months: 1, days: 0 })
  expect(totalOf([{ from: '2020-01-01', until: '2020-12-30' }])).toEqual({ years: 0, months: 11, days: 29 })
  expect(totalOf([])).toEqual({ years: 0, months: 0, days: 0 })
})

test('lists the periods from the first, with open ends', async () => {
  const contracts = [
    { startsOn: '2022-09-01' },
    { startsOn: '2020-09-01', endsOn: '2021-08-31' },
    { startsOn: '2023-09-01', endsOn: '2030-08-31' },
  ]
  expect(await totalFrom(...contracts)).toMatchObject({
    periods: [
      { startsOn: '2020-09-01', endsOn: '2021-08-31' },
      { startsOn: '2022-09-01', endsOn: null },
      { startsOn: '2023-09-01', endsOn: null },
    ],
    firstVisibleOn: '2020-09-01',
  })
})

test('lists periods that began on one day by the ids of their contracts', async () => {
  const { periods } = (await totalFrom({}, {}, {}, {})) as FactValues['service_total']
  const ids = periods.map(({ factId }) => factId)
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(4)
})

test('comes from the contracts, by computing', async () => {
  const portfolio = await portfolioOf({ said: { employment: [draft.award(), draft.contract()] } })
  const [fact] = sectionOf(portfolio, 'experience')?.facts ?? []
  expect(fact).toMatchObject({ id: stableId('fact', 'pf_test', 'experience', 'service_total', 'total'), raw: {}, issues: [] })
  expect(fact?.provenance).toMatchObject({ origin: 'computed', recordId: null, recordDate: null, signature: 'not_checked', repairs: [] })
})

test('passes over what is no contract', () => {
  const { merged } = lineNow()
  const others = [heldOf(draft.award()), heldOf(draft.contract())]
  expect(serviceFrom(others, merged.planned)?.fact.value).toMatchObject({ years: 5, months: 2, days: 23 })
  expect(serviceFrom(others.slice(0, 1), merged.planned)).toBeNull()
})
