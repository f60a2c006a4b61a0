import { expect, test } from 'vitest'
import { experienceGeneralisation } from '../../adapters/experience-generalisation/index.ts'
import { leadershipReserve } from '../../adapters/leadership-reserve/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { SectionId } from '../../schemas/section.ts'
import { invented } from '../support/ask-rig.ts'
import { codesIn, gapsIn, sectionOf, sourceIn } from '../support/portfolio-view.ts'
import { createPretendLine, pretendGovernment } from '../support/pretend-line.ts'

/* What lists of many people come to in portfolios: the files of the regions, and the lists of the reserve. */

type Adapter = Parameters<typeof createPretendLine>[1]

/** A line to one source whose copies are renewed whenever somebody asks; scenarios come one after the other. */
function lineTo(adapter: Adapter) {
  const government = pretendGovernment()
  const line = createPretendLine(government, adapter, { copySeconds: 0 })
  return async (archetype: string, scenario: string | null = null): Promise<Portfolio> => {
    government.setScenario(adapter.id, scenario)
    const person = government.cast.find((one) => one.archetype === archetype)
    return (await line.collect(person?.claim)).portfolio
  }
}

function told(portfolio: Portfolio, id: SectionId) {
  const section = sectionOf(portfolio, id)
  return [section?.status, section?.facts.length, codesIn(portfolio, id)]
}

test.each([
  ['expert-complete', 'found', 1, []],
  ['expert-experience-twice', 'found', 2, ['duplicate']],
  ['expert-other-region', 'found', 1, []],
  ['moderator-rural', 'empty', 0, ['not_found']],
])('finds of the experience of %s: %s', async (archetype, status, facts, codes) => {
  expect(told(await lineTo(experienceGeneralisation)(archetype), 'experience_generalisation')).toEqual([status, facts, codes])
})

test('never compares an initial with a name, nor a Russian look-alike with the letter meant', async () => {
  const portfolioOf = lineTo(experienceGeneralisation)
  for (const { archetype } of pretendGovernment().cast) {
    for (const scenario of [null, 'cp1251-drop', 'kz-1048']) {
      expect([archetype, scenario, ...codesIn(await portfolioOf(archetype, scenario), 'experience_generalisation')]).not.toContain(
        'identity_mismatch',
      )
    }
  }
})

test('says where letters were put back', async () => {
  const portfolio = await lineTo(experienceGeneralisation)('expert-complete', 'kz-1048')
  const [fact] = sectionOf(portfolio, 'experience_generalisation')?.facts ?? []
  expect(fact).toMatchObject({ value: { topic: { kk: expect.stringContaining('жұмыстар') }, council: 'ОӘК' } })
  expect(fact?.provenance.repairs).toEqual(['text.kz1048'])
})

test.each([
  ['region-missing', 'source_unavailable'],
  ['bad-hash', 'source_unreadable'],
  ['rows-missing', 'source_unreadable'],
  ['split-topic', 'source_unreadable'],
  ['lost-letters', 'source_unreadable'],
])('asks nobody to type what the file of a region failed to say under %s', async (scenario, code) => {
  const portfolio = await lineTo(experienceGeneralisation)('expert-complete', scenario)
  const gaps = gapsIn(portfolio, 'experience_generalisation')
  expect(gaps.map((gap) => [gap.code, gap.manualEntry])).toEqual([[code, false]])
  expect(sectionOf(portfolio, 'experience_generalisation')?.facts).toEqual([])
})

/** The first of the cast with another number or region, asked about under a scenario. */
async function experienceOf(change: Readonly<Record<string, unknown>>, scenario: string | null): Promise<Portfolio> {
  const government = pretendGovernment()
  government.setScenario('experience-generalisation', scenario)
  const claim = { ...government.cast[0]?.claim, names: undefined, ...change }
  return (await createPretendLine(government, experienceGeneralisation).collect(claim)).portfolio
}

test('does not say that there is nothing where the region of a teacher sent no file', async () => {
  const nobody = invented(9)
  expect(told(await experienceOf({ iin: nobody }, null), 'experience_generalisation')).toEqual(['empty', 0, ['not_found']])
  const portfolio = await experienceOf({ iin: nobody }, 'region-missing')
  expect(codesIn(portfolio, 'experience_generalisation')).toEqual(['source_unavailable'])
})

test('does not say that there is nothing to whoever was born on the day that is left of a cut number', async () => {
  const portfolio = await experienceOf({ iin: invented(9, '591231') }, null)
  expect(gapsIn(portfolio, 'experience_generalisation').map(({ code, manualEntry }) => [code, manualEntry])).toEqual([
    ['source_unreadable', false],
  ])
})

test('answers from the former file where the new one is broken, and says how old it is', async () => {
  const portfolioOf = lineTo(experienceGeneralisation)
  const before = await portfolioOf('expert-complete', 'yesterday')
  const after = await portfolioOf('expert-complete', 'bad-hash')
  const source = sourceIn(after, 'experience-generalisation')
  expect(source).toMatchObject({ outcome: 'unreadable', reason: 'protocol', stale: true, asOf: '2026-11-22T19:00:00.000Z' })
  expect(sourceIn(before, 'experience-generalisation')).toMatchObject({ outcome: 'answered', asOf: source?.asOf })
  expect(told(after, 'experience_generalisation')).toEqual(['found', 1, []])
})

test('only confirms a file that has not changed, whatever day it bears', async () => {
  const portfolioOf = lineTo(experienceGeneralisation)
  const exchange = ({ sections }: Portfolio) => sections.flatMap(({ facts }) => facts.map(({ provenance }) => provenance.exchangeId))
  const [before, after] = [await portfolioOf('expert-complete', 'yesterday'), await portfolioOf('expert-complete')]
  expect(exchange(after)).toEqual(exchange(before))
  expect(sourceIn(after, 'experience-generalisation')?.asOf).toBe('2026-11-23T19:00:00.000Z')
})

test.each([
  ['head-in-reserve', 'in_reserve', 'p. 34'],
  ['head-first', 'excluded', undefined],
])('gives %s, who is %s, the category without procedure: %s', async (archetype, status, rule) => {
  const portfolio = await lineTo(leadershipReserve)(archetype)
  const { facts } = sectionOf(portfolio, 'leadership_reserve')!
  expect(facts.map(({ value }) => value)).toMatchObject([{ status, region: 'Ақмола облысы', appointedOn: null }])
  const closed = portfolio.sections.filter((section) => section.status === 'not_applicable' && section.rule === 'p. 34')
  expect(closed.map(({ id }) => id).includes('knowledge_test')).toBe(rule !== undefined)
})

test.each(['head-in-reserve', 'head-first'])('neither takes a row without a number for %s nor says that there is nothing', async (head) => {
  const portfolio = await lineTo(leadershipReserve)(head, 'without-number')
  expect(sourceIn(portfolio, 'leadership-reserve')).toMatchObject({ outcome: 'unreadable', reason: 'drift' })
  const gaps = gapsIn(portfolio, 'leadership_reserve')
  expect(gaps.map(({ code, manualEntry }) => [code, manualEntry])).toEqual([['source_unreadable', false]])
  expect(sectionOf(portfolio, 'leadership_reserve')?.facts).toEqual([])
  expect(sectionOf(portfolio, 'knowledge_test')?.status).not.toBe('not_applicable')
})

test.each(['trailing-comma', 'earlier-year-missing', 'not-modified'])(
  'does not say that nobody is in the reserve under %s',
  async (scenario) => {
    const portfolio = await lineTo(leadershipReserve)('head-first', scenario)
    const gaps = gapsIn(portfolio, 'leadership_reserve')
    expect(gaps.map(({ code, manualEntry }) => [code.slice(0, 7), manualEntry])).toEqual([['source_', false]])
  },
)

test('keeps the former list of the reserve while the new one is broken, and asks for it by its tag', async () => {
  const portfolioOf = lineTo(leadershipReserve)
  const before = await portfolioOf('head-in-reserve')
  const same = await portfolioOf('head-in-reserve')
  const broken = await portfolioOf('head-in-reserve', 'trailing-comma')
  const exchangeOf = (portfolio: Portfolio) => sectionOf(portfolio, 'leadership_reserve')?.facts[0]?.provenance.exchangeId
  expect([exchangeOf(same), exchangeOf(broken)]).toEqual([exchangeOf(before), exchangeOf(before)])
  expect(sourceIn(broken, 'leadership-reserve')).toMatchObject({ outcome: 'unreadable', reason: 'protocol', stale: true })
})
