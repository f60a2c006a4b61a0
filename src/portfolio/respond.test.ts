import { expect, test } from 'vitest'
import { Portfolio } from '../../schemas/portfolio.ts'
import { SourceId } from '../../schemas/section.ts'
import * as draft from '../../test/support/drafts.ts'
import { ALL, BIN, claim, IIN, NOW } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { portfolioOf, sectionOf, sourceIn } from '../../test/support/portfolio-view.ts'
import { respond } from './respond.ts'

test('gives a body of the contract', async () => {
  const portfolio = await portfolioOf()
  expect(Portfolio.safeParse(portfolio).error).toBeUndefined()
  expect(portfolio).toMatchObject({ id: 'pf_test', version: 0, edition: 'order-32-2025-02-25', channel: 'platform' })
})

test('shows two digits of the person number and nothing more of it', async () => {
  const portfolio = await portfolioOf()
  expect(portfolio.teacher.iinMasked).toBe('••••••••••16')
  expect(JSON.stringify(portfolio)).not.toContain(IIN)
})

test('lists every source of the contract but the request', async () => {
  const portfolio = await portfolioOf({ adapters: [] })
  expect(portfolio.sources.map(({ source }) => source)).toEqual(SourceId.options.filter((id) => id !== 'platform'))
  expect(new Set(portfolio.sources.map(({ reason }) => reason))).toEqual(new Set(['not_configured']))
})

test('is ready when everything required is there', async () => {
  const { completeness, gaps } = await portfolioOf()
  expect(completeness).toMatchObject({ complete: true, ready: true, readyToApply: true, because: [], unchecked: ['lesson_observation'] })
  // On the platform channel everything but the portal and the reserve is asked.
  expect(completeness).toMatchObject({ asked: 9, answered: 9, openGaps: gaps.length })
})

test('is ready to apply before the decision is', async () => {
  const { completeness } = await portfolioOf({ said: { 'knowledge-test': [] } })
  expect(completeness).toMatchObject({ complete: true, ready: false, readyToApply: true, because: ['knowledge_test:not_found'] })
})

test('takes the person from the register, else from the request', async () => {
  const request = claim({ names: { surname: 'Үлгі', birthDate: '1885-03-12' } })
  const [registered, stated] = [await portfolioOf({ request }), await portfolioOf({ request, said: { 'population-register': [] } })]
  expect(registered.teacher).toMatchObject({ names: { surname: 'ҮЛГІБАЕВА' }, birthDate: '1885-03-12' })
  expect(stated.teacher.names).toEqual({ surname: 'Үлгі', name: null, patronymic: null })
  expect((await portfolioOf({ said: { 'population-register': [] } })).teacher).toMatchObject({ names: null, birthDate: null })
})

test('notes on a fact what is odd about it', async () => {
  const odd = draft.diploma({ number: null, status: '3' })
  const facts = sectionOf(await portfolioOf({ said: { diplomas: [odd] } }), 'education')?.facts ?? []
  expect(facts[0]?.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['incomplete', '/number'],
    ['not_final', null],
  ])
})

test('notes a number that names neither century nor sex', async () => {
  const portfolio = await portfolioOf({ request: claim({ iin: `${IIN.slice(0, 6)}0${IIN.slice(7)}` }) })
  expect(sectionOf(portfolio, 'education')?.facts[0]?.issues).toMatchObject([{ code: 'century_unknown' }])
})

test('says of every source how the asking went, and of the others that nobody asked', async () => {
  const portfolio = await portfolioOf({ adapters: ALL.filter(({ id }) => id !== 'courses') })
  const nobody = { attempts: 0, durationMs: 0, askedAt: null, asOf: null, retryAfter: null, stale: false, exchangeId: null }
  expect(sourceIn(portfolio, 'courses')).toEqual({ source: 'courses', outcome: 'not_asked', reason: 'not_configured', ...nobody })
  expect(sourceIn(portfolio, 'diplomas')).toMatchObject({ outcome: 'answered', attempts: 1, askedAt: NOW })
  const [unasked] = [await portfolioOf({ only: ['diplomas'] })]
  expect(sourceIn(unasked, 'courses')).toMatchObject({ outcome: 'not_asked', reason: 'not_needed' })
})

test('counts the sources that answered among those that were asked', async () => {
  const said = {
    courses: { outcome: 'unavailable', reason: 'timeout' },
    'student-achievements': { outcome: 'empty', reason: null },
  } as const
  expect((await portfolioOf({ said })).completeness).toMatchObject({ asked: 9, answered: 8, complete: false, readyToApply: false })
})

test('is not ready to apply where a gap of that stage blocks', async () => {
  const { completeness } = await portfolioOf({ said: { diplomas: [] } })
  expect(completeness).toMatchObject({ complete: true, ready: false, readyToApply: false, because: ['education:not_found'] })
})

test('is ready to apply while a source of the decision is silent', async () => {
  const { completeness } = await portfolioOf({ said: { 'knowledge-test': { outcome: 'unavailable', reason: 'timeout' } } })
  expect(completeness).toMatchObject({ complete: false, ready: false, readyToApply: true, because: ['knowledge_test:source_unavailable'] })
})

test('says each reason once, and only what stands in the way', async () => {
  const diplomas = [draft.diploma({ number: null }), draft.diploma({ number: '2', level: null })]
  const { completeness } = await portfolioOf({ said: { diplomas, 'student-achievements': [] } })
  expect(completeness).toMatchObject({ because: ['education:incomplete'], openGaps: 6 })
})

test('states the claim and the person as the platform gave them', async () => {
  const names = { surname: 'Үлгі', name: 'Айша', patronymic: 'Серікқызы', birthDate: '1885-03-12' }
  const portfolio = await portfolioOf({ request: claim({ names }), said: { 'population-register': [] } })
  expect(portfolio.teacher).toMatchObject({ names: { surname: 'Үлгі', name: 'Айша', patronymic: 'Серікқызы' }, birthDate: '1885-03-12' })
  expect(portfolio.claimed).toEqual({ category: 'expert', post: 'teacher', attestation: 'regular', organisationBin: BIN, region: '19' })
  expect((await portfolioOf({ said: { 'population-register': [draft.award()] } })).teacher.names).toBeNull()
})

test('keeps the notes of the source before its own, and notes the doubt whose record it is', async () => {
  const holder = { surname: 'БАСҚА', name: 'АЙША', patronymic: null, birthDate: null }
  const { portfolio, merged, findings, held } = lineNow({ said: { diplomas: [draft.diploma({ number: null }, { holder })] } })
  const [fact] = sectionOf(portfolio, 'education')?.facts ?? []
  expect(fact?.issues.map(({ code, pointer }) => [code, pointer])).toEqual([['incomplete', '/number']])
  const named = lineNow({ said: { ...draft.complete(), diplomas: [draft.diploma({}, { holder })] } })
  expect(sectionOf(named.portfolio, 'education')?.facts[0]?.issues).toMatchObject([{ code: 'identity_mismatch', pointer: null }])
  expect(respond(merged, findings, held)).toEqual(portfolio)
})

test('notes an unknown century on what a register says, not on what the platform states', async () => {
  const portfolio = await portfolioOf({ request: claim({ iin: `${IIN.slice(0, 6)}0${IIN.slice(7)}` }) })
  expect(sectionOf(portfolio, 'category')?.facts[0]?.issues).toEqual([])
  expect(sectionOf(portfolio, 'identity')?.facts[0]?.issues).toMatchObject([{ code: 'century_unknown' }])
})

test('looks at nothing unchecked where it does not apply', async () => {
  const head = claim({ claimedCategory: 'head_2', post: 'head', currentCategory: 'head_3' })
  expect((await portfolioOf({ request: head })).completeness.unchecked).toEqual(['organisation_figures'])
})

test('warns where the register tells another sex or birth date than the number codes', async () => {
  const issuesOf = async (change: Parameters<typeof draft.person>[0]) => {
    const portfolio = await portfolioOf({ said: { 'population-register': [draft.person(change)] } })
    return sectionOf(portfolio, 'identity')?.facts[0]?.issues.map(({ code, pointer }) => [code, pointer])
  }
  expect(await issuesOf({ sex: 'female', birthDate: '1885-03-12' })).toEqual([])
  expect(await issuesOf({ sex: null, birthDate: '1885-03-12' })).toEqual([])
  expect(await issuesOf({ sex: 'male' })).toContainEqual(['unlike_number', '/sex'])
  expect(await issuesOf({ birthDate: '1885-03-13' })).toContainEqual(['unlike_number', '/birthDate'])
})

test('compares no sex or birth date with a number that leaves the century open', async () => {
  const request = claim({ iin: '850312000011' })
  const portfolio = await portfolioOf({ request, said: { 'population-register': [draft.person({ sex: 'male' })] } })
  expect(sectionOf(portfolio, 'identity')?.facts[0]?.issues.map(({ code }) => code)).not.toContain('unlike_number')
})
