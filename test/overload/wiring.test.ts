import { expect, test } from 'vitest'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { adapterOf, askOf, createRig, invented, type Script, teacher } from '../support/ask-rig.ts'
import { claim } from '../support/gateway-rig.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack } from '../support/stack.ts'

const asking = (serial: number) => [askOf(adapterOf(), { teacher: teacher({ iin: invented(serial * 20) }) })]

test('shows in the health of a source that it got fewer places after a timeout (U9)', async () => {
  const rig = createRig({ script: () => new Promise(() => {}), settings: { timeoutMs: 20 } })
  await rig.askAll(asking(1), 8000)
  expect(rig.board.get('diplomas')?.limits.concurrency).toBe(10)
})

test('asks for whom somebody waits before what is renewed', async () => {
  const order: number[] = []
  const script: Script = () => new Promise((resolve) => setTimeout(() => resolve([]), 10))
  const rig = createRig({ script, settings: { concurrency: 1 } })
  const priorities = ['interactive', 'background', 'interactive'] as const
  const all = priorities.map((priority, place) => rig.askAll(asking(place), 8000, { priority }).then(() => order.push(place)))
  await Promise.all(all)
  expect(order).toEqual([0, 2, 1])
})

test('stores nothing for a caller who has gone', async () => {
  const { line } = createStack({ store: memoryStore() })
  const options = { budgetMs: 1000, strict: false, idempotency: null, signal: AbortSignal.abort() }
  expect(await line.collector.collect(PortfolioRequest.parse(claim), options)).toEqual({ state: 'abandoned' })
})

test('takes a turn for the request and one for what its sources answered, and none to say that it lives', async () => {
  let turns = 0
  const turn = async () => void turns++
  const { collect, send } = createStack({ store: memoryStore(), turn })
  await send('GET', '/healthz')
  expect(turns).toBe(0)
  expect((await collect(claim)).status).toBe(201)
  expect(turns).toBe(2)
})

test('lets fewer in where a source that is well has no room for a call', async () => {
  const clock = { ms: 0, now: () => Date.parse('2026-11-24T05:00:00Z'), monotonic: () => clock.ms }
  const { standing, door } = createStack({ store: memoryStore(), clock })
  const { bulkhead, limit } = standing.lanes.of('diplomas')
  for (let count = 0; count < 20; count++) limit.answered(10)
  const { signal } = new AbortController()
  const entered = Array.from({ length: 100 }, () => bulkhead.enter(signal, 'interactive').catch(() => 'refused'))
  expect(await entered.at(-1)).toBe('refused')
  clock.ms = 100
  door.enter(1)
  expect(door.places()).toBe(16)
})
