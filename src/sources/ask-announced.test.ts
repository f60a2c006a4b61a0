import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { adapterOf, askOf, createRig, type Script } from '../../test/support/ask-rig.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const http5xx = () => new SourceFailure({ outcome: 'unavailable', reason: 'http_5xx' }, 'yes', 'status')

describe('announced work', () => {
  const window = { from: 13 * 60, to: 14 * 60 }
  async function asking(script: Script) {
    const pending = createRig({ script, settings: { maintenance: [window] } }).askAll([askOf(adapterOf())], 8000)
    await vi.runAllTimersAsync()
    return (await pending)[0]!
  }

  test('is the reason where the source does not answer in its window, whose end is the time to ask again', async () => {
    vi.setSystemTime('2026-11-24T08:30:00Z')
    const { status } = await asking(() => Promise.reject(http5xx()))
    expect(status).toMatchObject({ outcome: 'unavailable', reason: 'maintenance', retryAfter: '2026-11-24T09:00:00.000Z' })
  })

  test('keeps nothing from being asked and answered', async () => {
    vi.setSystemTime('2026-11-24T08:30:00Z')
    expect((await asking(async () => [])).status).toMatchObject({ outcome: 'empty', reason: null })
  })

  test.each([
    ['outside of the window', '2026-11-24T09:00:00Z', http5xx(), 'http_5xx'],
    ['where the fault is ours', '2026-11-24T08:30:00Z', new SourceFailure({ outcome: 'unavailable', reason: 'auth' }, 'no', 'x'), 'auth'],
  ])('is no reason %s', async (_, now, failure, reason) => {
    vi.setSystemTime(now)
    expect((await asking(() => Promise.reject(failure))).status).toMatchObject({ outcome: 'unavailable', reason })
  })
})
