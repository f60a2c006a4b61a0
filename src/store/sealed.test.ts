import { expect, test } from 'vitest'
import { createVault } from './sealed.ts'

const key = (byte: number) => new Uint8Array(32).fill(byte)
const keys = { data: key(1), index: key(2) }
const place = { table: 'versions', column: 'body', row: 'pf_1/1' }
const vault = createVault(keys)

test('opens what it sealed, of any length and script', () => {
  for (const text of ['', 'қазақша ə', 'x'.repeat(100_000)]) expect(vault.open(place, vault.seal(place, text))).toBe(text)
})

test('seals the same text differently each time', () => {
  const [one, two] = [vault.seal(place, 'text'), vault.seal(place, 'text')]
  expect(one).not.toEqual(two)
  expect(one).toHaveLength('text'.length + 1 + 4 + 12 + 16)
})

test('refuses a text that was moved to another table, column or row', () => {
  const sealed = vault.seal(place, 'text')
  for (const other of [{ table: 'portfolios' }, { column: 'held' }, { row: 'pf_1/2' }]) {
    expect(() => vault.open({ ...place, ...other }, sealed)).toThrow(expect.objectContaining({ code: 'sealed.broken' }))
  }
})

test('refuses a text in which any byte was changed, or that was cut', () => {
  const sealed = vault.seal(place, 'text')
  sealed.forEach((byte, index) => {
    const changed = Uint8Array.from(sealed)
    changed[index] = byte ^ 1
    expect(() => vault.open(place, changed)).toThrow(/sealed\.broken|key\.unknown/)
  })
  for (const length of [0, 1, 20, sealed.length - 1]) expect(() => vault.open(place, sealed.subarray(0, length))).toThrow('sealed.broken')
})

test('opens texts of a former key and seals with the current one', () => {
  const rotated = createVault({ data: key(3), index: key(2), formerData: [keys.data] })
  expect(rotated.open(place, vault.seal(place, 'old'))).toBe('old')
  const fresh = rotated.seal(place, 'new')
  expect(() => vault.open(place, fresh)).toThrow(expect.objectContaining({ code: 'key.unknown' }))
})

test('returns the same hash for the same parts only', () => {
  const hash = vault.index('person', 'a', 'b')
  expect(vault.index('person', 'a', 'b')).toEqual(hash)
  const others = [vault.index('person', 'ab'), vault.index('person', 'a', 'c'), vault.index('copy', 'a', 'b')]
  others.push(createVault({ ...keys, index: key(9) }).index('person', 'a', 'b'))
  for (const other of others) expect(other).not.toEqual(hash)
})

test('refuses a key that has not 32 bytes', () => {
  expect(() => createVault({ ...keys, data: new Uint8Array(16) })).toThrow(RangeError)
  expect(() => createVault({ ...keys, index: new Uint8Array(33) })).toThrow(RangeError)
})
