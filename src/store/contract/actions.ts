import { describe, expect, test } from 'vitest'
import type { StoredAction } from '../store.ts'
import type { Rig } from './rig.ts'

let serial = 0
/** Another word; `source` and `kind` of its own unless told otherwise. */
function wordOf(change: Partial<StoredAction> = {}): StoredAction {
  serial++
  return { id: `action-${serial}`, source: `source-${serial}`, kind: 'pause', endsAt: null, action: `{"ә":${serial}}`, ...change }
}

/** What every driver keeps of the words of operators. */
export function actionsContract(rig: Rig): void {
  const newest = async (source: string) => (await rig().store.actions.newest()).filter((one) => one.source === source)

  describe('actions', () => {
    test('gives the newest of each kind, in the order in which it was said', async () => {
      const first = wordOf()
      const [second, third] = [wordOf({ source: first.source, kind: 'resume' }), wordOf({ source: first.source })]
      for (const word of [first, second, third]) await rig().store.actions.append(word, null)
      expect(await newest(first.source)).toEqual([second, third])
      expect(await rig().dump()).toContain(first.id)
    })

    test('gives all planned work that is not over', async () => {
      const [over, ...others] = ['2020', '2097', '2099', '2098'].map((year) => ({
        kind: 'maintenance',
        endsAt: `${year}-01-01T00:00:00.000Z`,
      }))
      const first = wordOf(over)
      const more = others.map((window) => wordOf({ source: first.source, ...window }))
      for (const word of [first, ...more]) await rig().store.actions.append(word, null)
      expect(await newest(first.source)).toEqual(more)
    })

    test('says a word once, and keeps its answer with it', async () => {
      const [word, { actions, idempotency }] = [wordOf(), rig().store]
      const key = { actor: 'operator-1', route: 'POST /v1/sources/:id/pause', key: word.id }
      await idempotency.reserve(key, 'body', 1000)
      for (let round = 0; round < 2; round++) await actions.append(word, { ...key, status: 200, headers: {}, body: 'paused' })
      expect(await newest(word.source)).toEqual([word])
      expect(await idempotency.reserve(key, 'body', 1000)).toMatchObject({ state: 'done', answer: { status: 200, body: 'paused' } })
    })
  })
}
