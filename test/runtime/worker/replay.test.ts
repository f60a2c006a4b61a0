import { expect, inject, test } from 'vitest'
import { adapters } from '../../../adapters/index.ts'
import { replayCase } from '../../../src/cassettes/replay-case.ts'
import { stableText } from '../../support/stable-text.ts'

const { cases, lists, portfolios } = inject('recorded')

test('replays every recording to the bytes that Node gives', { timeout: 600_000 }, async () => {
  expect(cases.length).toBeGreaterThan(0)
  for (const [place, one] of cases.entries()) {
    const { portfolio, missed } = await replayCase([one, ...lists], { adapters })
    expect(missed).toEqual([])
    expect(stableText(portfolio)).toBe(portfolios[place])
  }
})
