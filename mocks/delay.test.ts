import { describe, expect, test } from 'vitest'
import { randomFrom } from './cast/random.ts'
import { type Delay, delayFault, delayIn, delayText, drawn, dripped } from './delay.ts'

const DELAYS: readonly (readonly [string, Delay])[] = [
  ['250', { kind: 'fixed', ms: 250 }],
  ['100-400', { kind: 'uniform', from: 100, to: 400 }],
  ['log-normal(300,0.4)', { kind: 'log-normal', median: 300, sigma: 0.4 }],
  ['drip(64,100)', { kind: 'drip', bytes: 64, everyMs: 100 }],
]
const many = (delay: Delay) => {
  const random = randomFrom('delays')
  return Array.from({ length: 4001 }, () => drawn(delay, random)).sort((one, other) => one - other)
}

describe('delays', () => {
  test.each(DELAYS)('reads and writes %s', (text, delay) => {
    expect(delayIn(text)).toEqual(delay)
    expect(delayText(delay)).toBe(text)
  })

  test.each(['', 'soon', '-5', '5 s', 'drip(64)', 'log-normal()', '1e9'])('refuses %j', (text) => {
    expect(delayIn(text)).toBeNull()
  })

  test.each(['120001', '5-2', 'log-normal(1,9)', 'drip(0,5)', 'drip(1,120001)'])('finds fault with %s', (text) => {
    expect(delayFault(delayIn(text) as Delay)).not.toBeNull()
  })

  test('draws evenly between two bounds', () => {
    const ms = many({ kind: 'uniform', from: 100, to: 400 })
    expect([Math.min(...ms) >= 100, Math.max(...ms) < 400, Math.abs((ms[2000] ?? 0) - 250) < 15]).toEqual([true, true, true])
  })

  test('draws log-normally round a median, with the spread that is asked for', () => {
    const ms = many({ kind: 'log-normal', median: 300, sigma: 0.5 })
    expect(Math.abs((ms[2000] ?? 0) / 300 - 1)).toBeLessThan(0.1)
    // At one standard deviation below the median lies e^-0.5 of it.
    expect(Math.abs((ms[634] ?? 0) / (300 * Math.exp(-0.5)) - 1)).toBeLessThan(0.1)
  })

  test('draws the same again from the same seed', () => {
    const delay: Delay = { kind: 'log-normal', median: 300, sigma: 0.5 }
    expect(many(delay)).toEqual(many(delay))
  })

  test('gives a body in parts, whole in the end', async () => {
    const waits: number[] = []
    const answer = await dripped(new Response('0123456789'), { bytes: 4, everyMs: 7 }, async (ms) => void waits.push(ms))
    const parts: string[] = []
    for await (const part of answer.body ?? []) parts.push(new TextDecoder().decode(part))
    expect([parts, waits]).toEqual([
      ['0123', '4567', '89'],
      [7, 7, 7],
    ])
  })
})
