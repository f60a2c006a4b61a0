import { describe, expect, test } from 'vitest'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack, type Stack } from '../support/stack.ts'

/* Consent to the use of personal data: a token for each service, four reasons of refusal, and what a consent taken back means. */

const SERVICE = 'MOCK_ESUTD_CONTRACTS_BY_IIN'
const token = { service: SERVICE, token: 'MOCK-CONSENT-0001', publicKey: 'MOCK-KEY' }

function stackOf(environment: Record<string, string> = {}): Stack {
  return createStack({ store: memoryStore(), environment })
}
async function collected(stack: Stack, change: object = {}): Promise<Portfolio> {
  const answer = await stack.collect({ ...stack.government.cast[0]?.claim, ...change })
  return (await answer.json()) as Portfolio
}
function told({ sources, sections, gaps }: Portfolio) {
  const source = sources.find((one) => one.source === 'employment')
  const section = sections.find(({ id }) => id === 'employment')
  const codes = gaps.filter((gap) => gap.section === 'employment').map(({ code, actor, manualEntry }) => `${code} ${actor} ${manualEntry}`)
  return { outcome: [source?.outcome, source?.reason], attempts: source?.attempts, facts: section?.facts.length, gaps: codes }
}
const MISSING = ['consent_missing teacher false']

describe('where a source is asked only with a consent', () => {
  const required = { EMPLOYMENT_CONSENT: 'required' }

  test('asks nothing without a token, and asks the teacher for one', async () => {
    const stack = stackOf(required)
    expect(told(await collected(stack))).toEqual({ outcome: ['consent_missing', 'missing'], attempts: 0, facts: 0, gaps: MISSING })
    expect(stack.government.journal.some(({ source }) => source === 'employment')).toBe(false)
  })

  test('asks with the token of its own service, and not with that of another', async () => {
    const stack = stackOf(required)
    expect(told(await collected(stack, { consents: [token] })).outcome).toEqual(['answered', null])
    const other = { ...token, service: 'MOCK_EDU_DIPLOMA_BY_IIN' }
    expect(told(await collected(stack, { caseId: 'other', consents: [other] })).outcome).toEqual(['consent_missing', 'missing'])
  })
})

describe('where the source itself refuses', () => {
  test.each([
    ['consent-refused', 'refused', MISSING],
    ['consent-expired', 'expired', MISSING],
    ['consent-revoked', 'revoked', ['consent_revoked teacher false']],
  ])('tells %s as a reason of its own', async (scenario, reason, gaps) => {
    const stack = stackOf()
    stack.government.setScenario('employment', scenario)
    const answer = told(await collected(stack, { consents: [token] }))
    expect(answer).toMatchObject({ outcome: ['consent_missing', reason], facts: 0, gaps })
  })

  test('tells a refusal without a token as a missing one', async () => {
    const stack = stackOf()
    stack.government.setScenario('employment', 'consent-refused')
    expect(told(await collected(stack))).toMatchObject({ outcome: ['consent_missing', 'missing'], gaps: MISSING })
  })
})

test('uses nothing that was kept once a consent is taken back, whatever comes later', async () => {
  const stack = stackOf()
  expect(told(await collected(stack, { consents: [token] })).facts).toBe(2)
  stack.government.setScenario('employment', 'consent-revoked')
  const revoked = await collected(stack, { consents: [token] })
  expect(told(revoked).facts).toBe(0)
  expect(revoked.sections.find(({ id }) => id === 'experience')?.facts).toEqual([])
  stack.government.setScenario('employment', 'down')
  expect(told(await collected(stack, { consents: [token] }))).toMatchObject({ outcome: ['unavailable', 'connect'], facts: 0 })
})

test('says nothing of a token in logs, metrics and addresses', async () => {
  const stack = stackOf()
  await collected(stack, { consents: [token] })
  expect(stack.logged.length).toBeGreaterThan(0)
  expect(stack.government.journal.some(({ source }) => source === 'employment')).toBe(true)
  const said = [...stack.logged, await stack.metrics(), JSON.stringify(stack.government.journal)].join('\n')
  expect(said).not.toMatch(/MOCK-CONSENT|MOCK-KEY/)
})
