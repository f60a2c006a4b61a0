import { describe, expect, test } from 'vitest'
import type { IdempotencyKey } from '../store.ts'
import { change, openOne, type Rig } from './rig.ts'

const HOUR = 3_600_000
let keys = 0
function newKey(): IdempotencyKey {
  keys++
  return { actor: 'platform-1', route: 'POST /v1/portfolios', key: `key ${keys}` }
}

/** Keeps an answer under the key. */
async function finish(rig: Rig, key: IdempotencyKey, body = 'first'): Promise<void> {
  const id = await openOne(rig().store)
  await rig().store.portfolios.save(change(id, 0, { answer: { ...key, status: 201, headers: {}, body } }))
}

/** What every driver keeps of Idempotency-Keys. */
export function idempotencyContract(rig: Rig): void {
  describe('idempotency', () => {
    test('gives a key to one of many', async () => {
      const key = newKey()
      const states = await Promise.all(Array.from({ length: 8 }, () => rig().store.idempotency.reserve(key, 'body', 1000)))
      expect(states.map(({ state }) => state).toSorted()).toEqual(['reserved', ...Array(7).fill('running')].toSorted())
    })

    test('refuses another body under the same key, running or done', async () => {
      const { idempotency } = rig().store
      const key = newKey()
      await idempotency.reserve(key, 'body', 1000)
      expect(await idempotency.reserve(key, 'other body', 1000)).toEqual({ state: 'mismatch' })
      await finish(rig, key)
      expect(await idempotency.reserve(key, 'other body', 1000)).toEqual({ state: 'mismatch' })
    })

    test('keeps keys of other actors and routes apart', async () => {
      const { idempotency } = rig().store
      const key = newKey()
      const others = [key, { ...key, actor: 'platform-2' }, { ...key, route: 'POST /v1/other' }]
      const states = await Promise.all(others.map((other) => idempotency.reserve(other, 'body', 1000)))
      expect(states).toEqual(Array(3).fill({ state: 'reserved' }))
    })

    test('lets a key be taken again when its lease is over or it was released', async () => {
      const { idempotency } = rig().store
      const key = newKey()
      await idempotency.reserve(key, 'body', 1000)
      rig().pass(999)
      expect((await idempotency.reserve(key, 'body', 1000)).state).toBe('running')
      rig().pass(1)
      expect((await idempotency.reserve(key, 'body', 1000)).state).toBe('reserved')
      await idempotency.release(key)
      expect((await idempotency.reserve(key, 'other body', 1000)).state).toBe('reserved')
    })
  })
  keepingContract(rig)
}

function keepingContract(rig: Rig): void {
  describe('kept under an Idempotency-Key', () => {
    test('keeps an answer beyond its lease, whatever is released', async () => {
      const { idempotency } = rig().store
      const key = newKey()
      await idempotency.reserve(key, 'body', 1000)
      await finish(rig, key)
      await idempotency.release(key)
      rig().pass(71 * HOUR)
      expect(await idempotency.reserve(key, 'body', 1000)).toEqual({ state: 'done', answer: { status: 201, headers: {}, body: 'first' } })
    })

    test('keeps the first of two answers', async () => {
      const key = newKey()
      await rig().store.idempotency.reserve(key, 'body', 1000)
      await finish(rig, key)
      await finish(rig, key, 'second')
      expect(await rig().store.idempotency.reserve(key, 'body', 1000)).toMatchObject({ answer: { body: 'first' } })
    })

    test('forgets an answer after 72 hours, swept or not', async () => {
      const { idempotency } = rig().store
      const [swept, kept] = [newKey(), newKey()]
      for (const key of [swept, kept]) {
        await idempotency.reserve(key, 'body', 1000)
        await finish(rig, key)
      }
      rig().pass(72 * HOUR)
      expect((await idempotency.reserve(kept, 'other body', 1000)).state).toBe('reserved')
      await rig().store.sweep()
      expect((await idempotency.reserve(swept, 'other body', 1000)).state).toBe('reserved')
      expect((await idempotency.reserve(kept, 'other body', 1000)).state).toBe('running')
    })
  })
}
