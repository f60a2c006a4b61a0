import { describe, expect, test } from 'vitest'
import { BIN, change, inventedIin, openOne, type Rig } from './rig.ts'

const KEY = { actor: 'platform-1', route: 'POST /v1/portfolios' }

/** What every driver keeps of portfolios and versions. */
export function portfoliosContract(rig: Rig): void {
  describe('portfolios', () => {
    test('opens one portfolio for a person and case, whoever comes at once', async () => {
      const iin = inventedIin()
      const { portfolios } = rig().store
      const opened = await Promise.all(Array.from({ length: 12 }, (_, n) => portfolios.open(iin, 'c1', `pf_race_${n}`, BIN)))
      expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
      expect(opened.every(({ latest }) => latest === null)).toBe(true)
      expect((await portfolios.open(iin, 'c2', 'pf_other_case', BIN)).id).toBe('pf_other_case')
    })

    test('returns the newest version with what is needed to collect anew', async () => {
      const iin = inventedIin()
      const { portfolios } = rig().store
      const { id } = await portfolios.open(iin, 'c', `pf_${iin}_new`, BIN)
      expect(await portfolios.latest(id)).toBeNull()
      expect(await portfolios.save(change(id, 0))).toBe(true)
      expect(await portfolios.save(change(id, 1))).toBe(true)
      const { after, organisationBin, answer, body, ...stored } = change(id, 1)
      expect(await portfolios.latest(id)).toEqual({ ...stored, version: after + 1, revision: 2 })
      expect(await portfolios.open(iin, 'c', 'pf_unused', BIN)).toEqual({ id, latest: await portfolios.latest(id) })
    })

    test('lets exactly one of many writers follow a version', async () => {
      const { portfolios } = rig().store
      const id = await openOne(rig().store)
      const saved = await Promise.all(Array.from({ length: 8 }, (_, n) => portfolios.save(change(id, 0, { body: `body ${n}` }))))
      expect(saved.filter(Boolean)).toHaveLength(1)
      expect(await portfolios.version(id, 'latest')).toMatchObject({ version: 1, body: `body ${saved.indexOf(true)}` })
      expect(await portfolios.versions(id, null, 10)).toHaveLength(1)
    })

    test('refuses a version that follows none or a portfolio that is not there', async () => {
      const { portfolios } = rig().store
      const id = await openOne(rig().store)
      expect(await portfolios.save(change(id, 1))).toBe(false)
      expect(await portfolios.save(change('pf_nobody', 0))).toBe(false)
      expect(await portfolios.version(id, 'latest')).toBeNull()
      expect(await portfolios.latest('pf_nobody')).toBeNull()
    })
  })
  readingContract(rig)
}

function readingContract(rig: Rig): void {
  describe('reading portfolios', () => {
    test('touches only the newest version', async () => {
      const { portfolios } = rig().store
      const id = await openOne(rig().store)
      await portfolios.save(change(id, 0))
      expect(await portfolios.touch({ id, version: 1, revision: 1, request: 'request t', held: 'held t', answer: null })).toBe(true)
      expect(await portfolios.latest(id)).toMatchObject({ version: 1, request: 'request t', held: 'held t' })
      expect(await portfolios.version(id, 'latest')).toMatchObject({ version: 1, body: change(id, 0).body })
      expect(await portfolios.save(change(id, 1))).toBe(false)
      expect(await portfolios.save(change(id, 1, { revision: 2 }))).toBe(true)
      expect(await portfolios.touch({ id, version: 1, revision: 3, request: 'request old', held: 'held old', answer: null })).toBe(false)
      expect((await portfolios.latest(id))?.held).toBe('{"held":2}')
    })

    test('returns versions by number and page by page, newest first', async () => {
      const { portfolios } = rig().store
      const id = await openOne(rig().store)
      for (let after = 0; after < 5; after++) await portfolios.save(change(id, after))
      const numbers = async (before: number | null) => (await portfolios.versions(id, before, 2)).map(({ version }) => version)
      expect([await numbers(null), await numbers(4), await numbers(2), await numbers(1)]).toEqual([[5, 4], [3, 2], [1], []])
      expect(await portfolios.version(id, 2)).toMatchObject({ version: 2, cause: 'refresh', etag: '"2.tag"', body: change(id, 1).body })
      expect((await portfolios.version(id, 'latest'))?.version).toBe(5)
      expect(await portfolios.version(id, 6)).toBeNull()
    })

    test('tells whom a portfolio is about and which organisation the newest claim names', async () => {
      const iin = inventedIin()
      const { portfolios } = rig().store
      const { id } = await portfolios.open(iin, 'c', `pf_owner`, BIN)
      await portfolios.save(change(id, 0, { organisationBin: '000140000011' }))
      const owner = await portfolios.owner(id)
      expect(owner?.organisationBin).toBe('000140000011')
      expect([owner?.isAbout(iin), owner?.isAbout(inventedIin())]).toEqual([true, false])
      expect(await portfolios.owner('pf_nobody')).toBeNull()
    })
  })
  answersContract(rig)
}

/** Answers that are kept together with the effect. */
function answersContract(rig: Rig): void {
  describe('kept answers', () => {
    const answer = { ...KEY, status: 201, headers: { etag: '"1.tag"', location: '/v1/portfolios/x' } }

    test('keeps version and answer together', async () => {
      const { portfolios, idempotency } = rig().store
      const id = await openOne(rig().store)
      const key = { ...KEY, key: `saved ${id}` }
      await idempotency.reserve(key, 'body', 1000)
      const version = change(id, 0)
      await portfolios.save({ ...version, answer: { ...answer, ...key, body: version.body } })
      const { status, headers } = answer
      expect(await idempotency.reserve(key, 'body', 1000)).toEqual({ state: 'done', answer: { status, headers, body: version.body } })
    })

    test('keeps an answer of its own with a touched version', async () => {
      const { portfolios, idempotency } = rig().store
      const id = await openOne(rig().store)
      await portfolios.save(change(id, 0))
      const key = { ...KEY, key: `touched ${id}` }
      await idempotency.reserve(key, 'body', 1000)
      await portfolios.touch({
        id,
        version: 1,
        revision: 1,
        request: 'r',
        held: 'h',
        answer: { ...answer, ...key, status: 200, body: 'fresh times' },
      })
      expect(await idempotency.reserve(key, 'body', 1000)).toMatchObject({ state: 'done', answer: { status: 200, body: 'fresh times' } })
    })

    test('keeps no answer of a writer that came second', async () => {
      const { portfolios, idempotency } = rig().store
      const id = await openOne(rig().store)
      await portfolios.save(change(id, 0))
      const key = { ...KEY, key: `second ${id}` }
      await idempotency.reserve(key, 'body', 1000)
      expect(await portfolios.save(change(id, 0, { answer: { ...answer, ...key, body: 'lost' } }))).toBe(false)
      expect(
        await portfolios.touch({ id, version: 7, revision: 1, request: 'r', held: 'h', answer: { ...answer, ...key, body: 'lost' } }),
      ).toBe(false)
      expect(await idempotency.reserve(key, 'body', 1000)).toEqual({ state: 'running' })
    })
  })
}
