import { setImmediate } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { createTurns, followedInTurn } from './turns.ts'

/** Turns at a clock that the test moves, and the names of those whose turn it was. */
function turnsAt() {
  const state = { ms: 0 }
  const turns = createTurns(() => state.ms)
  const begun: string[] = []
  /** Work that holds the thread for so long. */
  const work = (name: string, ms: number) =>
    turns.take().then(() => {
      begun.push(name)
      state.ms += ms
    })
  return { state, turns, begun, work }
}

describe('take', () => {
  test('lets whatever fits into one share of the loop begin at once', async () => {
    const { begun, work } = turnsAt()
    await Promise.all([work('one', 2), work('two', 2)])
    expect(begun).toEqual(['one', 'two'])
  })

  test('lets the others wait, and begin one by one in the order of coming', async () => {
    const { begun, work } = turnsAt()
    await work('long', 6)
    const later = ['second', 'third', 'fourth'].map((name) => work(name, 1))
    expect(begun).toEqual(['long'])
    await later[0]
    expect(begun).toEqual(['long', 'second'])
    await Promise.all(later)
    expect(begun).toEqual(['long', 'second', 'third', 'fourth'])
  })

  test('gives the loop some turns of its own between two of them', async () => {
    const { begun, work } = turnsAt()
    await work('one', 6)
    const all = Promise.all(['two', 'three'].map((name) => work(name, 6)))
    const seen: number[] = []
    while (begun.length < 3) {
      await setImmediate()
      seen.push(begun.length)
    }
    await all
    expect(seen.filter((count) => count === 2).length).toBeGreaterThanOrEqual(3)
  })

  test('lets nobody overtake those who wait', async () => {
    const { state, begun, work } = turnsAt()
    await work('long', 6)
    const waiting = work('waiting', 1)
    state.ms = 0
    const newcomer = work('newcomer', 1)
    await Promise.all([waiting, newcomer])
    expect(begun).toEqual(['long', 'waiting', 'newcomer'])
  })
})

describe('slip', () => {
  test('goes at once where nobody waits for his turn', async () => {
    const { turns, work } = turnsAt()
    await work('long', 6)
    const order: string[] = []
    turns.slip().then(() => order.push('slip'))
    await Promise.resolve()
    expect(order).toEqual(['slip'])
  })

  test('goes at once for a hundred at one moment, though others wait, and for as many as a thousand a second let more', async () => {
    const { state, turns, work } = turnsAt()
    await work('long', 6)
    work('waiting', 1)
    const gone: number[] = []
    const slips = (count: number) => Array.from({ length: count }, (_, at) => turns.slip().then(() => gone.push(at)))
    slips(100)
    await Promise.resolve()
    expect(gone).toHaveLength(100)
    state.ms += 10
    slips(20)
    await Promise.resolve()
    expect(gone).toHaveLength(110)
  })

  test('goes a few at a time beyond that, in the order of coming, and all of it when nobody waits any more', async () => {
    const { turns, begun, work } = turnsAt()
    await work('one', 6)
    const waiting = ['two', 'three'].map((name) => work(name, 6))
    for (let count = 0; count < 100; count++) await turns.slip()
    const seen: number[] = []
    const order: number[] = []
    const slips = Array.from({ length: 60 }, (_, at) => turns.slip().then(() => [seen.push(begun.length), order.push(at)]))
    await Promise.all([...waiting, ...slips])
    expect(begun).toEqual(['one', 'two', 'three'])
    const [first, second] = [1, 2].map((count) => seen.filter((one) => one === count).length)
    // While the second worked 6 ms, six more earned the right to go at once.
    expect([first, second]).toEqual([8, 14])
    expect(order).toEqual(Array.from({ length: 60 }, (_, at) => at))
  })
})

test('never has more than one turn of the loop ordered, whatever comes between', () => {
  const ordered: (() => void)[] = []
  vi.stubGlobal('setImmediate', (run: (left: number) => void, left: number) => void ordered.push(() => run(left)))
  const state = { ms: 0 }
  const turns = createTurns(() => state.ms)
  turns.take()
  state.ms += 6
  turns.take()
  for (let count = 0; count < 200; count++) turns.slip()
  const most: number[] = []
  while (ordered.length > 0) {
    most.push(ordered.length)
    ordered.shift()?.()
    state.ms += 1
    if (most.length % 20 === 0) turns.take()
  }
  expect(Math.max(...most)).toBe(1)
  vi.unstubAllGlobals()
})

describe('lateMs', () => {
  test('tells the longest wait since it was asked last, of those too who still wait', async () => {
    const { state, turns, work } = turnsAt()
    await work('long', 6)
    const waiting = work('waiting', 1)
    state.ms += 30
    expect(turns.lateMs()).toBe(30)
    await waiting
    expect([turns.lateMs(), turns.lateMs()]).toEqual([30, 0])
  })
})

describe('followedInTurn', () => {
  test('gives the result when it is its turn, and lets an error pass at once', async () => {
    const order: string[] = []
    const turn = async () => void order.push('turn')
    const doubled = followedInTurn(async (value: number) => value * 2, turn)
    const refused = followedInTurn(() => Promise.reject(new Error('refused')), turn)
    expect(await doubled(4)).toBe(8)
    await expect(refused()).rejects.toThrow('refused')
    expect(order).toEqual(['turn'])
  })
})
