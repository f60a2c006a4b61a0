import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Adapter, Outcome } from '../../adapters/adapter.ts'
import { adapterOf, askOf, createRig, invented, type RigOptions, record, type Script, teacher } from '../../test/support/ask-rig.ts'
import { StoreUnavailable } from '../store/store.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never: Script = () => new Promise(() => {})
const http5xx = () => new SourceFailure({ outcome: 'unavailable', reason: 'http_5xx' }, 'yes', 'status')

/** One ask of the default adapter, with all timers run. */
async function asked(options: RigOptions, budgetMs = 8000): Promise<Outcome & { readonly took: number; readonly seen: readonly string[] }> {
  const rig = createRig(options)
  const beganAt = performance.now()
  let took = -1
  const pending = rig.askAll([askOf(adapterOf())], budgetMs).finally(() => {
    took = performance.now() - beganAt
  })
  await vi.runAllTimersAsync()
  const [outcome] = await pending
  return { ...outcome!, took, seen: rig.seen }
}

describe('verdicts before asking', () => {
  test('returns the verdict of the plan without a call', async () => {
    const rig = createRig({ script: () => Promise.reject(new Error('called')) })
    const verdict = { outcome: 'not_asked', reason: 'not_needed' } as const
    const [outcome] = await rig.askAll([askOf(adapterOf(), { verdict })], 8000)
    expect(outcome?.status).toMatchObject({ ...verdict, attempts: 0, durationMs: 0, askedAt: null, exchangeId: null })
  })

  test('returns not_configured where there is no address', async () => {
    expect((await asked({ settings: { url: null } })).status).toMatchObject({ outcome: 'not_asked', reason: 'not_configured', attempts: 0 })
  })

  test('returns consent_missing without a call where a consent is required', async () => {
    const { status } = await asked({ settings: { consent: 'required' } })
    expect(status).toMatchObject({ outcome: 'consent_missing', reason: 'missing', attempts: 0, askedAt: null })
  })

  test('asks with a consent where one is required', async () => {
    const rig = createRig({ settings: { consent: 'required' } })
    const consent = { token: 't', publicKey: null }
    const [outcome] = await rig.askAll([askOf(adapterOf(), { teacher: teacher({ consent }) })], 8000)
    expect(outcome?.status.outcome).toBe('empty')
  })
})

describe('limits', () => {
  test('returns timeout at the limit of the source', async () => {
    const { status, took } = await asked({ script: never, settings: { timeoutMs: 1000 } })
    expect(status).toMatchObject({ outcome: 'unavailable', reason: 'timeout', attempts: 1, durationMs: 1000 })
    expect(took).toBe(1000)
  })

  test('returns timeout at 85 % of the budget where that is sooner', async () => {
    expect((await asked({ script: never }, 2000)).took).toBe(1700)
  })

  test('bounds all attempts together by one limit', async () => {
    const script: Script = () => new Promise((_, reject) => setTimeout(() => reject(http5xx()), 400))
    const { status, took } = await asked({ script, settings: { timeoutMs: 1000 } })
    expect(status).toMatchObject({ reason: 'timeout', attempts: 3 })
    expect(took).toBe(1000)
  })

  test('gives its signal to the call and fires it at the limit', async () => {
    const signals: AbortSignal[] = []
    const script: Script = (_, signal) => {
      signals.push(signal)
      return new Promise(() => {})
    }
    await asked({ script, settings: { timeoutMs: 500 } })
    expect(signals.map((signal) => signal.aborted)).toEqual([true])
  })

  test.each([
    ['answered', 999],
    ['unavailable', 1001],
  ])('returns one outcome, %s, when the answer arrives after %i of 1000 ms', async (outcome, ms) => {
    const script: Script = () => new Promise((resolve) => setTimeout(() => resolve([record({ number: '1' })]), ms))
    expect((await asked({ script, settings: { timeoutMs: 1000 } })).status.outcome).toBe(outcome)
  })

  test('returns one whole outcome when limit and answer come in the same moment', async () => {
    const script: Script = () => new Promise((resolve) => setTimeout(() => resolve([record({ number: '1' })]), 1000))
    const { status, records } = await asked({ script, settings: { timeoutMs: 1000 } })
    expect(records).toHaveLength(status.outcome === 'answered' ? 1 : 0)
    expect(['answered', 'unavailable']).toContain(status.outcome)
  })

  test('leaves no timer behind', async () => {
    const rig = createRig({ script: async () => [record({ number: '1' })] })
    await rig.askAll([askOf(adapterOf())], 8000)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('failures as values', () => {
  test('returns answered with attempts, exchange and times', async () => {
    const raw = record({ number: '1' }, invented(1))
    const { status, records } = await asked({ script: async () => [raw] })
    expect(records).toEqual([raw])
    expect(status).toMatchObject({ outcome: 'answered', reason: null, attempts: 1, exchangeId: raw.exchange.id, asOf: null, stale: false })
    expect(status.askedAt).toMatch(/Z$/)
  })

  test.each([
    [new SourceFailure({ outcome: 'consent_missing', reason: 'refused' }, 'no', 'x'), 'consent_missing', 'refused'],
    [z.string().safeParse(1).error!, 'unreadable', 'drift'],
    [new TypeError('broken'), 'unavailable', 'remote_error'],
    [new StoreUnavailable('08006'), 'unavailable', 'overload'],
  ])('returns a value for %s', async (error, outcome, reason) => {
    expect((await asked({ script: () => Promise.reject(error) })).status).toMatchObject({ outcome, reason })
  })

  test('tells of an error of our own by an event', async () => {
    const { seen } = await asked({ script: () => Promise.reject(new TypeError('broken')) })
    expect(seen).toContain('event diplomas defect')
  })

  test('answers in the order of the asks, whatever fails', async () => {
    const broken = adapterOf({ id: 'courses', delivery: { kind: 'pull', fetch: () => Promise.reject(http5xx()) } })
    const rig = createRig({ adapters: [broken, adapterOf()] })
    const outcomes = await rig.askAll([askOf(broken), askOf(adapterOf())], 8000)
    expect(outcomes.map(({ status }) => `${status.source} ${status.outcome}`)).toEqual(['courses unavailable', 'diplomas empty'])
  })
})

describe('single flight', () => {
  const slow: Script = () => new Promise((resolve) => setTimeout(() => resolve([record({ number: '1' })]), 1000))

  /** Two askers of the second question after the first; the number of calls and both outcomes. */
  async function twice(
    script: Script,
    options: RigOptions,
    second = askOf(adapterOf()),
    budgets: readonly [number, number] = [8000, 8000],
  ) {
    let calls = 0
    const counted: Script = (call, signal) => {
      calls++
      return script(call, signal)
    }
    const rig = createRig({ ...options, script: counted })
    const pending = Promise.all([rig.askAll([askOf(adapterOf())], budgets[0]), rig.askAll([second], budgets[1])])
    await vi.runAllTimersAsync()
    return { calls, outcomes: (await pending).map(([outcome]) => outcome?.status.reason ?? outcome?.status.outcome) }
  }

  test('asks the source once for identical questions', async () => {
    expect(await twice(slow, {}, askOf(adapterOf(), { portfolioId: 'pf_2' }))).toEqual({ calls: 1, outcomes: ['answered', 'answered'] })
  })

  test.each([
    ['another person', teacher({ iin: invented(50) })],
    ['another consent', teacher({ consent: { token: 't', publicKey: null } })],
  ])('asks twice for %s', async (_, other) => {
    expect((await twice(slow, {}, askOf(adapterOf(), { teacher: other }))).calls).toBe(2)
  })

  test('shares no promise on Workers', async () => {
    expect((await twice(slow, { shared: false })).calls).toBe(2)
  })

  test('keeps the shorter limit of a joiner', async () => {
    expect(await twice(slow, {}, askOf(adapterOf()), [8000, 1000])).toEqual({ calls: 1, outcomes: ['answered', 'timeout'] })
  })

  test('asks anew for a joiner that has more time than the leader', async () => {
    expect(await twice(slow, {}, askOf(adapterOf()), [1000, 8000])).toEqual({ calls: 2, outcomes: ['timeout', 'answered'] })
  })
})

describe('one request over many sources', () => {
  test('never has more calls in flight than a Worker may', async () => {
    const counts = { now: 0, most: 0 }
    const script: Script = async () => {
      counts.most = Math.max(counts.most, ++counts.now)
      await new Promise((resolve) => setTimeout(resolve, 10))
      counts.now--
      return []
    }
    const rig = createRig({ script, maxParallel: 6, shared: false })
    const pending = rig.askAll(Array(20).fill(askOf(adapterOf())), 8000)
    await vi.runAllTimersAsync()
    expect((await pending).every(({ status }) => status.outcome === 'empty')).toBe(true)
    expect(counts.most).toBe(6)
  })

  test('begins with the slowest where not all can begin at once, and answers in the order of the asks', async () => {
    const began: string[] = []
    const fetching = (id: 'courses' | 'diplomas' | 'knowledge-test', access: Adapter['access']) =>
      adapterOf({
        ...{ id, access },
        delivery: { kind: 'pull', fetch: (_, source) => source.json({ method: 'GET', path: `/${id}` }).then(() => ({ records: [] })) },
      })
    const adapters = [
      fetching('courses', { kind: 'none' }),
      fetching('knowledge-test', { kind: 'none' }),
      fetching('diplomas', { kind: 'sender' }),
    ]
    const script: Script = async ({ path }) => void began.push(path)
    const rig = createRig({ script, adapters, maxParallel: 1, shared: false })
    rig.board.record({ ...(await rig.askAll([askOf(adapters[1]!)], 8000))[0]!.status, durationMs: 4000 })
    began.length = 0
    const pending = rig.askAll(
      adapters.map((adapter) => askOf(adapter)),
      8000,
    )
    await vi.runAllTimersAsync()
    expect((await pending).map(({ status }) => status.source)).toEqual(['courses', 'knowledge-test', 'diplomas'])
    expect(began).toEqual(['/knowledge-test', '/diplomas', '/courses'])
  })

  test('does not let a dead source delay the others', async () => {
    const dead = adapterOf({
      id: 'courses',
      delivery: { kind: 'pull', fetch: (_, source) => source.text({ method: 'GET', path: '/dead' }).then(() => ({ records: [] })) },
    })
    const script: Script = (call) => (call.path === '/dead' ? new Promise(() => {}) : Promise.resolve([]))
    const rig = createRig({ script, adapters: [dead, adapterOf()] })
    const pending = rig.askAll([askOf(dead), askOf(adapterOf())], 8000)
    await vi.runAllTimersAsync()
    expect((await pending).map(({ status }) => status.durationMs)).toEqual([5000, 0])
  })
})
