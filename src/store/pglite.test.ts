import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeContract } from './contract/contract.ts'
import { createRig, type StoreRig, TEST_KEYS } from './contract/rig.ts'
import { StoreLocked } from './lock-file.ts'
import { openPgliteDriver, openPgliteStore } from './pglite.ts'
import { StoreUnavailable } from './store.ts'

const clock = { now: () => Date.parse('2026-11-24T06:00:00Z'), monotonic: () => 0 }

describe('PGlite in memory', () => {
  let rig: StoreRig
  beforeAll(async () => {
    rig = createRig(await openPgliteDriver(null))
  })
  afterAll(() => rig.store.close())
  storeContract(() => rig)

  test('answers that it is ready', () => expect(rig.store.ready()).resolves.toBeUndefined())

  test('gives the loop a turn before each statement, however many stand in line', async () => {
    let turns = 0
    const turn = () => setImmediate().then(() => void turns++)
    const store = createRig(await openPgliteDriver(null, turn)).store
    const before = turns
    const ready = Array.from({ length: 20 }, () => store.ready().then(() => turns - before))
    expect(await Promise.all(ready)).toEqual(ready.map((_, place) => place + 1))
    await store.close()
  })
})

describe('PGlite in a directory', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-'))
  afterAll(() => rmSync(dataDir, { recursive: true }))

  test('keeps what was stored, and refuses a second opener', async () => {
    const store = await openPgliteStore({ dataDir, keys: TEST_KEYS, clock })
    await store.portfolios.open('person', 'case', 'pf_kept', 'bin')
    const second = openPgliteStore({ dataDir, keys: TEST_KEYS, clock })
    await expect(second).rejects.toEqual(new StoreLocked(process.pid))
    await store.close()
    await expect(store.ready()).rejects.toBeInstanceOf(StoreUnavailable)
    const again = await openPgliteStore({ dataDir, keys: TEST_KEYS, clock })
    expect(await again.portfolios.open('person', 'case', 'pf_other', 'bin')).toEqual({ id: 'pf_kept', latest: null })
    await again.close()
  })

  test('frees the lock where the database does not open', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'store-'))
    writeFileSync(join(broken, 'db'), 'not a directory')
    const attempt = () => openPgliteStore({ dataDir: broken, keys: TEST_KEYS, clock })
    await expect(attempt()).rejects.toBeInstanceOf(StoreUnavailable)
    await expect(attempt()).rejects.not.toBeInstanceOf(StoreLocked)
    rmSync(broken, { recursive: true })
  })
})
