import { expect, test } from 'vitest'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { SectionId } from '../../schemas/section.ts'
import { memoryStore } from '../support/memory-store.ts'
import { codesIn, sectionOf } from '../support/portfolio-view.ts'
import { createStack } from '../support/stack.ts'

/* What the registers of people and of contracts come to in whole portfolios of the cast. */

const { collect, government } = createStack({ store: memoryStore() })

async function portfolioOf(archetype: string): Promise<Portfolio> {
  const person = government.cast.find((one) => one.archetype === archetype)
  return (await (await collect(person?.claim)).json()) as Portfolio
}

test.each([
  ['expert-complete', 'identity', []],
  ['expert-complete', 'employment', []],
  ['expert-complete', 'experience', []],
  ['expert-without-patronymic', 'education', []],
  ['expert-changed-surname', 'education', ['identity_mismatch']],
  ['expert-former-surname', 'education', []],
  ['expert-two-employers', 'employment', []],
  ['expert-school-reorganised', 'employment', []],
  ['expert-school-reorganised', 'experience', []],
  ['expert-old-service', 'employment', []],
  ['expert-old-service', 'experience', ['not_digitised']],
  ['expert-just-moved', 'employment', ['conflict /employer/bin']],
  ['expert-just-moved', 'experience', []],
  ['expert-cleaner-code', 'employment', []],
  ['teacher-first-year', 'experience', []],
  ['head-first', 'employment', []],
] satisfies [string, SectionId, string[]][])('finds of %s in %s the gaps %j', async (archetype, section, codes) => {
  expect(codesIn(await portfolioOf(archetype), section)).toEqual(codes)
})

test('shows the teacher as the population register tells him, former names and all', async () => {
  const portfolio = await portfolioOf('expert-former-surname')
  const { surname, birthDate, formerSurname } = government.cast.find(({ archetype }) => archetype === 'expert-former-surname')!
  expect(portfolio.teacher).toMatchObject({ names: { surname }, birthDate })
  expect(sectionOf(portfolio, 'identity')?.facts[0]?.value).toMatchObject({ surname, formerNames: [{ surname: formerSurname }] })
})

test('counts service before the register began where the employer registered it later, and no day twice', async () => {
  const [usual, two] = [await portfolioOf('expert-complete'), await portfolioOf('expert-two-employers')]
  const totals = [usual, two].map((portfolio) => sectionOf(portfolio, 'experience')?.facts[0]?.value)
  expect(totals).toMatchObject([
    { years: 14, firstVisibleOn: '2012-09-01' },
    { years: 14, firstVisibleOn: '2012-09-01' },
  ])
})
