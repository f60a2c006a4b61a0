import { expect, test } from 'vitest'
import type { Adapter } from '../adapters/adapter.ts'
import { createPretendLine, pretendGovernment } from './support/pretend-line.ts'
import { numbersIn } from './support/said.ts'

/** What every source promises while nobody asks it (decision 0029). */
export function isLookedAfter(adapter: Adapter): void {
  test('is looked after without a person, and is not called well for it', async () => {
    const government = pretendGovernment()
    const line = createPretendLine(government, adapter)
    expect(await line.probe()).toMatchObject({ state: 'unknown', lastSuccessAt: null, lastFailureAt: null, windows: { '24h': {} } })
    expect(line.seen.urls).toHaveLength(1)
    const sent = [...line.seen.urls, ...line.seen.bodies].join('\n')
    expect([...numbersIn(sent), ...(sent.match(/(?<!\d)\d{12}(?!\d)/g) ?? [])]).toEqual([])
    expect(government.journal.map(({ person }) => person)).toEqual([null])
  })
  test.each([
    ['down', 'theirs', 'connect'],
    ['http-401', 'ours', 'auth'],
  ])('is told to be impaired where nobody asks it under %s', async (scenario, blame, reason) => {
    const government = pretendGovernment()
    government.setScenario(adapter.id, scenario)
    expect(await createPretendLine(government, adapter).probe()).toMatchObject({ state: 'degraded', blame, lastFailureReason: reason })
  })
}
