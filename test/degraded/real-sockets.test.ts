import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { type Listening, startPretendGovernment } from '../../mocks/listen.ts'
import { OF_ALL } from '../../mocks/plays.ts'
import { claimFor, createPretendLine, pretendGovernment, TODAY, verdictOf } from '../support/pretend-line.ts'

/* What every source can play, over real sockets: a broken connection is broken, a drip drips, a body that is cut lacks bytes. */

const PATIENCE = 700
const SOURCES = ['diplomas', 'courses', 'leadership-reserve']

let listening: Listening
beforeAll(async () => {
  listening = await startPretendGovernment({ today: TODAY, slowMs: 50 })
})
afterAll(() => listening.close())

describe.each(adapters.filter(({ id }) => SOURCES.includes(id)).map((adapter) => [adapter.id, adapter] as const))('%s', (id, adapter) => {
  test.each(OF_ALL.map((play) => [play.name, ...play.expected] as const))('gives under %s: %s, %s', async (name, outcome, reason) => {
    const key = `${id}-${name}`
    listening.hub.of(key).setScenario(id, name)
    const overSockets = (request: Request) => {
      const { pathname, search } = new URL(request.url)
      return fetch(new Request(`${listening.url}/~${key}${pathname}${search}`, request))
    }
    const line = createPretendLine({ ...pretendGovernment(), fetch: overSockets }, adapter)
    const collection = await line.collect(claimFor(adapter), undefined, reason === 'timeout' ? PATIENCE : 4000)
    expect(verdictOf(collection)).toEqual([outcome, reason])
    expect(line.seen.defects).toEqual([])
  })
})
