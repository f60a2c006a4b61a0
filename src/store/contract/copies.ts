import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import type { CopyMark, CopyRow, CopyStore } from '../store.ts'
import { copies, copyKeys, copyRows } from '../tables.ts'
import { type Rig, START } from './rig.ts'

const SOURCE = 'student-achievements'
const DAY = 24 * 3_600_000
const NO_MARK: CopyMark = { tag: null, asOf: null }
let scopes = 0
function newPart() {
  scopes++
  return { source: SOURCE, scope: `scope ${scopes}` }
}
async function* pages(...all: readonly (readonly CopyRow[])[]) {
  yield* all
}
const row = (body: string, ...keys: string[]): CopyRow => ({ body, keys })
const replace = (store: CopyStore, part: { source: string; scope: string }, ...all: readonly (readonly CopyRow[])[]) =>
  store.replace(part, pages(...all), () => NO_MARK)

/** The bodies chosen of one part; null where there is none. */
async function bodiesOf(store: CopyStore, { source, scope }: { source: string; scope: string }, keys: readonly string[]) {
  const { parts, bodies } = await store.select(source, scope, keys)
  return parts.length === 0 ? null : bodies
}

/** What every driver keeps of local copies. */
export function copiesContract(rig: Rig): void {
  describe('copies', () => {
    test('returns the rows under any of the keys, each once and in the order of the list', async () => {
      const store = rig().store.copies
      const part = newPart()
      const kept = await replace(store, part, [row('"1"', 'a', 'b', 'a'), row('"2"', 'b')], [row('"3"'), row('"4"', 'a')])
      expect(kept).toMatchObject({ scope: part.scope, rows: 4, tag: null, asOf: null })
      expect(await store.parts(SOURCE)).toContainEqual(kept)
      expect(await bodiesOf(store, part, ['b', 'a', 'none'])).toEqual(['"1"', '"2"', '"4"'])
      expect(await bodiesOf(store, part, ['b'])).toEqual(['"1"', '"2"'])
      for (const keys of [[], ['none']]) expect(await store.select(SOURCE, part.scope, keys)).toEqual({ parts: [kept], bodies: [] })
    })

    test('keeps sources and parts apart, and looks through all parts of a source at once', async () => {
      const store = rig().store.copies
      const [one, other] = [
        { source: 'courses', scope: 'one' },
        { source: 'courses', scope: 'other' },
      ]
      await replace(store, one, [row('"one"', 'a')])
      await replace(store, other, [row('"other"', 'a')])
      expect(await bodiesOf(store, one, ['a'])).toEqual(['"one"'])
      expect((await store.select('courses', null, ['a'])).bodies).toEqual(['"one"', '"other"'])
      expect(await bodiesOf(store, { source: 'another-source', scope: 'one' }, ['a'])).toBeNull()
      expect(await store.parts('another-source')).toEqual([])
    })

    test('keeps what loading told, and confirms it without touching the rows', async () => {
      const store = rig().store.copies
      const part = newPart()
      await store.replace(part, pages([row('"1"', 'a')]), () => ({ tag: 'one', asOf: '2026-11-01T00:00:00.000Z' }))
      const mark = { tag: 'one', asOf: '2026-11-02T00:00:00.000Z' }
      await store.confirm(part, mark, Date.parse('2026-11-03T00:00:00Z'))
      const [confirmed] = (await store.select(SOURCE, part.scope, ['a'])).parts
      expect(confirmed).toEqual({ ...mark, scope: part.scope, rows: 1, loadedAt: '2026-11-03T00:00:00.000Z' })
      expect(await bodiesOf(store, part, ['a'])).toEqual(['"1"'])
    })

    test('marks a part that has no rows', async () => {
      const store = rig().store.copies
      await store.confirm({ source: 'marked', scope: '' }, NO_MARK, 0)
      expect(await store.select('marked', null, ['a'])).toMatchObject({ parts: [{ scope: '', rows: 0 }], bodies: [] })
    })
  })
  replacingContract(rig)
}

function replacingContract(rig: Rig): void {
  describe('replacing copies', () => {
    test('replaces a part whole and removes the former rows', async () => {
      const store = rig().store.copies
      const part = newPart()
      await replace(
        store,
        part,
        Array.from({ length: 6203 }, (_, n) => row(`${n}`, 'a', `key ${n}`)),
      )
      expect(await bodiesOf(store, part, ['key 6202'])).toEqual(['6202'])
      const before = await rig().db.$count(copyRows)
      rig().pass(5)
      const kept = await replace(store, part, [row('"new"', 'a')])
      expect(await bodiesOf(store, part, ['a'])).toEqual(['"new"'])
      expect(await store.parts(SOURCE)).toContainEqual(kept)
      expect(await rig().db.$count(copyRows)).toBe(before - 6202)
    })

    test('keeps the former rows where the list breaks off, and gives the error to the caller', async () => {
      const store = rig().store.copies
      const part = newPart()
      const former = await replace(store, part, [row('"old"', 'a')])
      const rows = await rig().db.$count(copyRows)
      const failure = new Error('the source broke off')
      async function* broken() {
        yield [row('"new"', 'a')]
        throw failure
      }
      await expect(store.replace(part, broken(), () => NO_MARK)).rejects.toBe(failure)
      expect(await bodiesOf(store, part, ['a'])).toEqual(['"old"'])
      expect([await store.parts(SOURCE), await rig().db.$count(copyRows)]).toEqual([expect.arrayContaining([former]), rows])
    })

    test('shows the former rows to those who ask while the new ones are written', async () => {
      const store = rig().store.copies
      const part = newPart()
      await replace(store, part, [row('"old"', 'a')])
      const seen: unknown[] = []
      async function* slow() {
        yield [row('"new"', 'a')]
        seen.push(await bodiesOf(store, part, ['a']))
      }
      await store.replace(part, slow(), () => NO_MARK)
      expect([...seen, await bodiesOf(store, part, ['a'])]).toEqual([['"old"'], ['"new"']])
    })

    test('puts to use what the last writer wrote, and refuses the one who began before', async () => {
      const store = rig().store.copies
      const part = newPart()
      await rig().store.sweep()
      const [rows, keys] = [await rig().db.$count(copyRows), await rig().db.$count(copyKeys)]
      async function* overtaken() {
        yield [row('"first"', 'a')]
        await replace(store, part, [row('"second"', 'a')])
        yield [row('"first"', 'a')]
      }
      await expect(store.replace(part, overtaken(), () => NO_MARK)).rejects.toMatchObject({ code: 'copy.contention' })
      expect(await bodiesOf(store, part, ['a'])).toEqual(['"second"'])
      await rig().store.sweep()
      expect([await rig().db.$count(copyRows), await rig().db.$count(copyKeys)]).toEqual([rows + 1, keys + 1])
    })
  })
  leasesContract(rig)
}

function leasesContract(rig: Rig): void {
  describe('leases of copies', () => {
    test('gives the lease to one of many, until it is over, prolonged or freed', async () => {
      const store = rig().store.copies
      const part = newPart()
      const claims = await Promise.all(Array.from({ length: 6 }, () => store.claim(part, 1000)))
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect((await store.parts(SOURCE)).some(({ scope }) => scope === part.scope)).toBe(false)
      rig().pass(999)
      expect(await store.claim(part, 1000)).toBe(false)
      await store.extend(part, 1000)
      rig().pass(999)
      expect(await store.claim(part, 1000)).toBe(false)
      rig().pass(1)
      expect(await store.claim(part, 1000)).toBe(true)
      await store.free(part)
      expect(await store.claim(part, 1000)).toBe(true)
    })

    test('keeps the part under a lease', async () => {
      const store = rig().store.copies
      const part = newPart()
      await replace(store, part, [row('"kept"', 'a')])
      expect(await store.claim(part, 1000)).toBe(true)
      expect(await bodiesOf(store, part, ['a'])).toEqual(['"kept"'])
    })

    test('removes what a writer that died has left behind', async () => {
      const store = rig().store.copies
      const part = newPart()
      await replace(store, part, [row('"kept"', 'a')])
      const rows = await rig().db.$count(copyRows)
      await store.claim(part, 30_000)
      await rig().db.update(copies).set({ spare: 1_000_000 }).where(eq(copies.scope, part.scope))
      await rig()
        .db.insert(copyRows)
        .values({ generation: 1_000_000, row: 0, body: new Uint8Array(1) })
      await rig().store.sweep()
      expect(await rig().db.$count(copyRows)).toBe(rows + 1)
      rig().pass(30_001)
      await rig().store.sweep()
      expect([await rig().db.$count(copyRows), await bodiesOf(store, part, ['a'])]).toEqual([rows, ['"kept"']])
    })

    test('keeps what is being written while the next page is slow', async () => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
      const part = newPart()
      async function* slow() {
        yield [row('"first"', 'a')]
        for (let third = 0; third < 5; third++) {
          rig().pass(10_000)
          await vi.advanceTimersByTimeAsync(10_000)
          await rig().store.ready()
        }
        await rig().store.sweep()
        yield [row('"second"', 'a')]
      }
      await rig().store.copies.replace(part, slow(), () => NO_MARK)
      vi.useRealTimers()
      expect(await bodiesOf(rig().store.copies, part, ['a'])).toEqual(['"first"', '"second"'])
    })

    test('removes rows of generations that no part names', async () => {
      const store = rig().store.copies
      const part = newPart()
      await replace(store, part, [row('"kept"', 'a')])
      await rig().store.sweep()
      const rows = await rig().db.$count(copyRows)
      const left = [999_998, 999_999].map((generation) => ({ generation, row: 0, body: new Uint8Array(1) }))
      await rig().db.insert(copyRows).values(left)
      await rig().store.sweep()
      expect([await rig().db.$count(copyRows), await bodiesOf(store, part, ['a'])]).toEqual([rows, ['"kept"']])
    })

    test('prolongs no lease that was given back', async () => {
      const store = rig().store.copies
      const part = newPart()
      await store.claim(part, 1000)
      await store.free(part)
      await store.extend(part, 1000)
      expect(await store.claim(part, 1000)).toBe(true)
    })

    test('confirms nothing but the mark', async () => {
      const store = rig().store.copies
      const part = newPart()
      await replace(store, part, [row('"kept"', 'a')])
      await store.confirm(part, { ...{ rows: 999 }, tag: 't', asOf: null }, START)
      expect((await store.parts(SOURCE)).find(({ scope }) => scope === part.scope)).toMatchObject({ rows: 1, tag: 't' })
    })

    test('removes parts that nobody renewed for 30 days', async () => {
      const store = rig().store.copies
      await replace(store, newPart(), [row('"old"', 'a')])
      rig().pass(30 * DAY)
      const young = newPart()
      await replace(store, young, [row('"young"', 'a')])
      await rig().store.sweep()
      expect(await bodiesOf(store, young, ['a'])).toEqual(['"young"'])
      expect([await rig().db.$count(copies), await rig().db.$count(copyRows), await rig().db.$count(copyKeys)]).toEqual([1, 1, 1])
    })
  })
}
