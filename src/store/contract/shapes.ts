import { describe, expect, test } from 'vitest'
import type { Rig } from './rig.ts'

let sources = 0
function newSource(): string {
  sources++
  return `source-${sources}`
}

/** What every driver keeps of shape baselines. */
export function shapesContract(rig: Rig): void {
  const kept = async (source: string) => (await rig().store.shapes.all()).find((one) => one.source === source)

  describe('shapes', () => {
    test('keeps the baseline of a source, one revision after the other', async () => {
      const { shapes } = rig().store
      const source = newSource()
      expect(await shapes.save({ source, revision: 0, shape: '{"ә":1}' }, null)).toBe(true)
      expect(await kept(source)).toEqual({ source, revision: 1, shape: '{"ә":1}' })
      expect(await shapes.save({ source, revision: 1, shape: '{"ә":2}' }, null)).toBe(true)
      expect(await kept(source)).toEqual({ source, revision: 2, shape: '{"ә":2}' })
    })

    test('lets one of many writers of a revision win', async () => {
      const source = newSource()
      for (const revision of [0, 1]) {
        const writers = Array.from({ length: 6 }, (_, writer) => rig().store.shapes.save({ source, revision, shape: `${writer}` }, null))
        expect((await Promise.all(writers)).filter(Boolean)).toHaveLength(1)
      }
    })

    test('keeps the answer with the baseline, and only where it was written', async () => {
      const { shapes, idempotency } = rig().store
      const [source, route] = [newSource(), 'POST /v1/sources/:id/drift']
      const answerOf = (key: string) => ({ actor: 'operator-1', route, key, status: 200, headers: {}, body: key })
      for (const key of ['first', 'late']) await idempotency.reserve({ actor: 'operator-1', route, key: `${source}${key}` }, 'body', 1000)
      expect(await shapes.save({ source, revision: 0, shape: '1' }, answerOf(`${source}first`))).toBe(true)
      expect(await shapes.save({ source, revision: 0, shape: '2' }, answerOf(`${source}late`))).toBe(false)
      const found = (key: string) => idempotency.reserve({ actor: 'operator-1', route, key: `${source}${key}` }, 'body', 1000)
      expect(await found('first')).toMatchObject({ state: 'done', answer: { status: 200, body: `${source}first` } })
      expect(await found('late')).toEqual({ state: 'running' })
    })
  })
}
