import { Buffer } from 'node:buffer'
import { createCipheriv, createHash } from 'node:crypto'
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

test('keeps a long text in an eighth of its bytes or less where it repeats itself', () => {
  const text = JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ code: 'item.missing', actor: 'responsible_person', index })))
  const sealed = vault.seal(place, text)
  expect(sealed.length).toBeLessThan(text.length / 8)
  expect(vault.open(place, sealed)).toBe(text)
})

test('opens a text that was sealed before long ones were deflated', () => {
  const [nonce, id] = [new Uint8Array(12).fill(7), createHash('sha256').update('store key id').update(keys.data).digest().subarray(0, 4)]
  const cipher = createCipheriv('aes-256-gcm', keys.data, nonce)
  cipher.setAAD(Buffer.from(`versions|body|pf_1/1|${id.toString('hex')}`))
  const text = 'x'.repeat(5000)
  const content = [cipher.update(text, 'utf8'), cipher.final()]
  expect(vault.open(place, Buffer.concat([Buffer.of(1), id, nonce, ...content, cipher.getAuthTag()]))).toBe(text)
})

test.each([
  ['short', 'text'],
  ['long', 'text '.repeat(200)],
])('refuses a %s text in which any byte was changed, or that was cut', (_, text) => {
  const sealed = vault.seal(place, text)
  for (const format of [0, 1, 2, 3].filter((other) => other !== sealed[0])) {
    expect(() => vault.open(place, Buffer.concat([Buffer.of(format), sealed.subarray(1)]))).toThrow('sealed.broken')
  }
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
