import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'
import { totalOf } from './service.ts'

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
  ['a day less than three years', [{ startsOn: '2023-11-25' }], { years: 2, months: 11, days: 30 }],
])('counts %s', async (_name, contracts, total) => {
  expect(await totalFrom(...contracts)).toMatchObject(total)
})

test('counts nothing that has no beginning or has not begun', async () => {
  expect(await totalFrom({ startsOn: null }, { startsOn: '2027-01-01' })).toBeUndefined()
})

test('makes a month of thirty days left over from several stretches', () => {
  const stretch = { from: '2020-01-01', until: '2020-12-21' }
  expect(totalOf([stretch, stretch])).toEqual({ years: 1, months: 11, days: 10 })
})
