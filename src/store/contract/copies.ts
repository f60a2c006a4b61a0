import { describe, expect, test } from 'vitest'
import type { CopyRow, CopyStore } from '../store.ts'
import { copies, copyKeys, copyRows } from '../tables.ts'
import type { Rig } from './rig.ts'

const SOURCE = 'student-achievements'
const DAY = 24 * 3_600_000
let scopes = 0
function newScope(): string {
  scopes++
  return `scope ${scopes}`
}
async function* pages(...all: readonly (readonly CopyRow[])[]) {
  yield* all
}
const row = (body: string, ...keys: string[]): CopyRow => ({ body, keys })

/** The bodies chosen; null where there is no copy. */
async function bodiesOf(store: CopyStore, source: string, scope: string, keys: readonly string[]) {
  return (await store.select(source, scope, keys))?.bodies ?? null
}

/** What every driver keeps of local copies. */
export function copiesContract(rig: Rig): void {
  describe('copies', () => {
    test('returns the rows under any of the keys, each once and in the order of the list', async () => {
      const store = rig().store.copies
      const scope = newScope()
      const list = pages([row('"1"', 'a', 'b', 'a'), row('"2"', 'b')], [row('"3"'), row('"4"', 'a')])
      const info = await store.replace(SOURCE, scope, list)
      expect(info.rows).toBe(4)
      expect(await store.info(SOURCE, scope)).toEqual(info)
      expect(await bodiesOf(store, SOURCE, scope, ['b', 'a', 'none'])).toEqual(['"1"', '"2"', '"4"'])
      expect(await bodiesOf(store, SOURCE, scope, ['b'])).toEqual(['"1"', '"2"'])
      for (const keys of [[], ['none']]) expect(await store.select(SOURCE, scope, keys)).toEqual({ info, bodies: [] })
    })

    test('keeps sources and scopes apart', async () => {
      const store = rig().store.copies
      const [one, other] = [newScope(), newScope()]
      await store.replace(SOURCE, one, pages([row('"one"', 'a')]))
      await store.replace(SOURCE, other, pages([row('"other"', 'a')]))
      expect(await bodiesOf(store, SOURCE, one, ['a'])).toEqual(['"one"'])
      expect(await bodiesOf(store, 'another-source', one, ['a'])).toBeNull()
      expect(await store.info('another-source', one)).toBeNull()
    })
  })
  replacingContract(rig)
}

function replacingContract(rig: Rig): void {
  describe('replacing copies', () => {
    test('replaces a copy whole and removes the former one', async () => {
      const store = rig().store.copies
      const scope = newScope()
      await store.replace(SOURCE, scope, pages(Array.from({ length: 1203 }, (_, n) => row(`${n}`, 'a', `key ${n}`))))
      expect(await bodiesOf(store, SOURCE, scope, ['key 1202'])).toEqual(['1202'])
      const before = await rig().db.$count(copyRows)
      rig().pass(5)
      const info = await store.replace(SOURCE, scope, pages([row('"new"', 'a')]))
      expect(await bodiesOf(store, SOURCE, scope, ['a'])).toEqual(['"new"'])
      expect(await store.info(SOURCE, scope)).toEqual(info)
      expect(await rig().db.$count(copyRows)).toBe(before - 1202)
    })

    test('keeps the former copy where the list breaks off, and gives the error to the caller', async () => {
      const store = rig().store.copies
      const scope = newScope()
      const former = await store.replace(SOURCE, scope, pages([row('"old"', 'a')]))
      const rows = await rig().db.$count(copyRows)
      const failure = new Error('the source broke off')
      async function* broken() {
        yield [row('"new"', 'a')]
        throw failure
      }
      await expect(store.replace(SOURCE, scope, broken())).rejects.toBe(failure)
      expect(await bodiesOf(store, SOURCE, scope, ['a'])).toEqual(['"old"'])
      expect([await store.info(SOURCE, scope), await rig().db.$count(copyRows)]).toEqual([former, rows])
    })

    test('leaves one whole copy where two are written at once', async () => {
      const store = rig().store.copies
      const scope = newScope()
      const list = (name: string) => pages([row(`"${name} 1"`, 'a'), row(`"${name} 2"`, 'a')])
      const [rows, keys] = [await rig().db.$count(copyRows), await rig().db.$count(copyKeys)]
      await Promise.all([store.replace(SOURCE, scope, list('x')), store.replace(SOURCE, scope, list('y'))])
      const found = await bodiesOf(store, SOURCE, scope, ['a'])
      expect([['"x 1"', '"x 2"'].toString(), ['"y 1"', '"y 2"'].toString()]).toContain(found?.toString())
      expect([await rig().db.$count(copyRows), await rig().db.$count(copyKeys)]).toEqual([rows + 2, keys + 2])
    })
  })
  leasesContract(rig)
}

function leasesContract(rig: Rig): void {
  describe('leases of copies', () => {
    test('gives the lease to one of many, until it is over or freed', async () => {
      const store = rig().store.copies
      const scope = newScope()
      const claims = await Promise.all(Array.from({ length: 6 }, () => store.claim(SOURCE, scope, 1000)))
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect(await store.info(SOURCE, scope)).toBeNull()
      rig().pass(999)
      expect(await store.claim(SOURCE, scope, 1000)).toBe(false)
      rig().pass(1)
      expect(await store.claim(SOURCE, scope, 1000)).toBe(true)
      await store.free(SOURCE, scope)
      expect(await store.claim(SOURCE, scope, 1000)).toBe(true)
    })

    test('frees the lease with the new copy and keeps the copy under a lease', async () => {
      const store = rig().store.copies
      const scope = newScope()
      await store.claim(SOURCE, scope, 1000)
      await store.replace(SOURCE, scope, pages([row('"kept"', 'a')]))
      expect(await store.claim(SOURCE, scope, 1000)).toBe(true)
      expect(await bodiesOf(store, SOURCE, scope, ['a'])).toEqual(['"kept"'])
    })

    test('removes copies that nobody renewed for 30 days', async () => {
      const store = rig().store.copies
      await store.replace(SOURCE, newScope(), pages([row('"old"', 'a')]))
      rig().pass(30 * DAY)
      const scope = newScope()
      await store.replace(SOURCE, scope, pages([row('"young"', 'a')]))
      await rig().store.sweep()
      expect(await bodiesOf(store, SOURCE, scope, ['a'])).toEqual(['"young"'])
      expect([await rig().db.$count(copies), await rig().db.$count(copyRows), await rig().db.$count(copyKeys)]).toEqual([1, 1, 1])
    })
  })
}
