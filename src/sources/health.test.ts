import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SourceHealth } from '../../schemas/source-health.ts'
import type { SourceOutcome, Verdict } from '../../schemas/source-outcome.ts'
import { adapterOf, createRig } from '../../test/support/ask-rig.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const answered: Verdict = { outcome: 'answered', reason: null }
const down: Verdict = { outcome: 'unavailable', reason: 'http_5xx' }
const auth: Verdict = { outcome: 'unavailable', reason: 'auth' }

function status(verdict: Verdict, durationMs = 100, attempts = 1): SourceOutcome {
  const none = { askedAt: null, asOf: null, retryAfter: null, stale: false, exchangeId: null }
  return { source: 'diplomas', ...verdict, attempts, durationMs, ...none }
}

/** The health after these asks. */
function healthAfter(...statuses: SourceOutcome[]) {
  const { board } = createRig()
  for (const seen of statuses) board.record(seen)
  return board.get('diplomas')!
}
const times = (count: number, verdict: Verdict, durationMs?: number) => Array.from({ length: count }, () => status(verdict, durationMs))

describe('state', () => {
  test.each([
    ['unknown', 'none', []],
    ['unknown', 'none', times(4, answered)],
    ['ok', 'none', times(5, answered)],
    ['ok', 'none', times(5, { outcome: 'empty', reason: null })],
    ['degraded', 'theirs', [...times(9, answered), ...times(1, down)]],
    ['degraded', 'ours', [...times(5, answered), ...times(5, auth)]],
    ['degraded', 'theirs', times(5, answered, 2600)],
    ['down', 'theirs', [...times(1, answered), ...times(9, down)]],
    ['down', 'ours', times(5, { outcome: 'unreadable', reason: 'signature' })],
  ] as const)('is %s (%s) after its asks', (state, blame, statuses) => {
    expect(healthAfter(...statuses)).toMatchObject({ state, blame })
  })

  test('is down while the breaker is open, however little the traffic', async () => {
    const { board, lanes } = createRig()
    const { breaker } = lanes.of('diplomas')
    const fail = () => Promise.reject(new SourceFailure(down, 'no', 'x'))
    for (let index = 0; index < 5; index++) await breaker.execute(fail).catch(() => {})
    expect(board.get('diplomas')).toMatchObject({ state: 'down', breaker: 'open' })
  })

  test('is maintenance in an announced window, and what fails in it counts for nothing', async () => {
    vi.setSystemTime('2026-11-24T08:30:00Z')
    const { board } = createRig({ settings: { maintenance: [{ from: 13 * 60, to: 14 * 60 }] } })
    for (const seen of times(9, { outcome: 'unavailable', reason: 'maintenance' })) board.record(seen)
    const window = { from: '2026-11-24T08:00:00.000Z', to: '2026-11-24T09:00:00.000Z', reason: 'announced' }
    expect(board.get('diplomas')).toMatchObject({ state: 'maintenance', blame: 'none', lastFailureAt: null, maintenance: [window, {}] })
    vi.setSystemTime('2026-11-24T09:00:00Z')
    expect(board.get('diplomas')).toMatchObject({ state: 'unknown', windows: { '5m': {} } })
  })

  test.each([
    ['degraded', 100, 20],
    ['ok', 99, 20],
    ['ok', 100, 19],
  ])('is %s where it says nothing after %i answers, %i times', async (state, before, count) => {
    const { board } = createRig()
    for (const seen of times(before, answered)) board.record(seen)
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    for (const seen of times(count, { outcome: 'empty', reason: null })) board.record(seen)
    expect(board.get('diplomas')).toMatchObject({ state })
  })

  test('is unknown for a source that is not configured', () => {
    const { board } = createRig({ settings: { url: null } })
    for (const seen of times(9, down)) board.record(seen)
    expect(board.get('diplomas')).toMatchObject({ configured: false, state: 'unknown', blame: 'none' })
  })
})

describe('figures', () => {
  test('counts outcomes in windows that end', async () => {
    const { board } = createRig()
    board.record(status(answered))
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    board.record(status(down))
    expect(board.get('diplomas')?.windows).toEqual({
      '5m': { unavailable: 1 },
      '1h': { answered: 1, unavailable: 1 },
      '24h': { answered: 1, unavailable: 1 },
    })
    await vi.advanceTimersByTimeAsync(24 * 3_600_000)
    expect(board.get('diplomas')?.windows['24h']).toEqual({})
  })

  test('shows percentiles of the last five minutes', async () => {
    const { board } = createRig()
    for (let ms = 1; ms <= 100; ms++) board.record(status(answered, ms))
    expect(board.get('diplomas')?.latencyMs).toEqual({ p50: 50, p95: 95, p99: 99 })
    await vi.advanceTimersByTimeAsync(300_000)
    expect(board.get('diplomas')?.latencyMs).toEqual({ p50: null, p95: null, p99: null })
  })

  test('leaves answers without a call out of the latency', () => {
    expect(healthAfter(status(answered, 900, 0)).latencyMs.p50).toBeNull()
  })

  test('keeps the reason behind an open breaker', () => {
    expect(healthAfter(status(down), status({ outcome: 'unavailable', reason: 'breaker_open' }, 0, 0))).toMatchObject({
      lastFailureReason: 'http_5xx',
    })
  })

  test('compares the rate of empty answers with its day', async () => {
    const { board } = createRig()
    for (const seen of times(3, answered)) board.record(seen)
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    board.record(status({ outcome: 'empty', reason: null }))
    expect(board.get('diplomas')?.emptyRate).toEqual({ current: 1, baseline: 0 })
  })

  test('shows drift with its beginning, and its end', async () => {
    const { board, events } = createRig()
    const reply = (value: unknown) => {
      const watch = events.shape(adapterOf())
      watch.see(value)
      watch.end()
    }
    reply({})
    const since = new Date().toISOString()
    await vi.advanceTimersByTimeAsync(1000)
    reply({})
    expect(board.get('diplomas')?.drift).toMatchObject({ state: 'breaking', fields: ['number'], since, events: [{ count: 2 }] })
    reply({ number: '1' })
    expect(board.get('diplomas')?.drift).toEqual({ state: 'none', fields: [], since: null, events: [] })
  })

  test('keeps to its schema, and knows no other source', () => {
    const { board } = createRig()
    expect(board.list().map((health) => SourceHealth.parse(health))).toHaveLength(1)
    expect(board.get('nowhere')).toBeNull()
  })
})
