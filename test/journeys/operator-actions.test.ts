import { afterAll, beforeAll, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { SourceHealth } from '../../schemas/source-health.ts'
import type { Store } from '../../src/store/store.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { onEachStore } from '../support/stores.ts'

/* What the word of an operator does to portfolios, in the process that hears it and in one that starts on the same store. */

let cases = 0

onEachStore((open) => {
  let store: Store
  let stack: Stack
  beforeAll(async () => {
    store = await open()
    stack = createStack({ store })
  })
  afterAll(() => store.close())

  const claimOf = () => {
    const { claim } = stack.government.cast.find(({ archetype }) => archetype === 'expert-complete')!
    return { ...claim, caseId: `actions-${Date.now()}-${++cases}` }
  }
  const order = async (source: string, verb: string, body: unknown) => {
    const answer = await stack.send('POST', `/v1/sources/${source}/${verb}`, { token: 'operator', body })
    return SourceHealth.parse(await answer.json())
  }
  const calls = (of: Stack, source: string) => of.government.journal.filter((entry) => entry.source === source).length
  async function collected(of: Stack, claim: unknown, source: string) {
    const { sources, sections, gaps } = (await (await of.collect(claim)).json()) as Portfolio
    const { fills } = adapters.find(({ id }) => id === source)!
    const own = gaps.filter((gap) => gap.sources.includes(source as never))
    const facts = sections.flatMap((section) => (fills.includes(section.id) ? section.facts : []))
    return { status: sources.find((one) => one.source === source)!, gaps: own, facts }
  }
  const PAUSED = { outcome: 'unavailable', reason: 'paused', attempts: 0 }

  test('keeps a paused source from every call, and nobody is asked to type', async () => {
    await order('employment', 'pause', { reason: 'Asked for by the owner' })
    const { status, gaps, facts } = await collected(stack, claimOf(), 'employment')
    expect([status, facts, calls(stack, 'employment')]).toEqual([expect.objectContaining(PAUSED), [], 0])
    expect(gaps.map(({ code, manualEntry, actor }) => [code, manualEntry, actor])).toEqual([
      ['source_unavailable', false, 'source'],
      ['source_unavailable', false, 'source'],
    ])
    await order('employment', 'resume', { reason: 'It is back' })
    expect((await collected(stack, claimOf(), 'employment')).status).toMatchObject({ outcome: 'answered' })
  })

  test.each(['diplomas', 'teacher-achievements', 'student-achievements'])(
    'lets the last good answer of %s stand in with its age',
    async (source) => {
      const claim = claimOf()
      const before = await collected(stack, claim, source)
      const made = calls(stack, source)
      await order(source, 'pause', { reason: 'Asked for by the owner' })
      const { status, facts } = await collected(stack, claim, source)
      expect(status).toMatchObject({ ...PAUSED, stale: true, asOf: expect.any(String) })
      expect(facts.map(({ value }) => value)).toEqual(before.facts.map(({ value }) => value))
      await stack.line.keeper.tick()
      expect([facts.length > 0, calls(stack, source)]).toEqual([true, made])
      await order(source, 'resume', { reason: 'It is back' })
    },
  )

  test.each([true, false])('reaches a process that starts later (Workers: %s)', async (worker) => {
    await order('courses', 'breaker', { state: 'open', reason: 'By hand' })
    const other = createStack({ store, worker })
    await other.line.actions.refresh()
    expect((await collected(other, claimOf(), 'courses')).status).toMatchObject({ outcome: 'unavailable', reason: 'breaker_open' })
    const health = await (await other.send('GET', '/v1/sources/courses')).json()
    expect(health).toMatchObject({
      state: 'down',
      blame: 'ours',
      breaker: 'forced_open',
      actions: [{ by: 'operator-1', reason: 'By hand' }],
    })
    expect(calls(other, 'courses')).toBe(0)
    await order('courses', 'breaker', { state: 'auto', reason: 'Done' })
  })

  test('calls no inbox that is paused, and sends nothing', async () => {
    await order('egov-portal', 'pause', { reason: 'Asked for by the owner' })
    const portal = stack.government.cast.find(({ claim }) => claim.claimedCategory === 'researcher')!
    const { status } = await collected(stack, { ...portal.claim, caseId: `actions-${Date.now()}-${++cases}` }, 'egov-portal')
    expect([status, calls(stack, 'egov-portal')]).toEqual([expect.objectContaining(PAUSED), 0])
    await order('egov-portal', 'resume', { reason: 'It is back' })
  })

  test('shows the mute of a source where alerts look', async () => {
    await order('diplomas', 'mute', { reason: 'Known to the owner' })
    const text = await (await stack.send('GET', '/metrics')).text()
    expect(text).toContain('gateway_source_muted{source="diplomas"} 1')
    expect(text).toContain('gateway_source_muted{source="courses"} 0')
  })
})
