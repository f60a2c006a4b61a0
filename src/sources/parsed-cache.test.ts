import { describe, expect, it } from 'vitest'
import { createParsedCache, type ParsedCache } from './parsed-cache.ts'

const KIB = 1024

/** Met twice, so kept. */
async function keep(cache: ParsedCache, key: string, bytes: number, value: unknown): Promise<void> {
  for (let times = 0; times < 2; times++) await cache.of(key, bytes, () => value)
}

async function round(cache: ParsedCache, keys: number): Promise<readonly unknown[]> {
  const values: unknown[] = []
  for (let key = 0; key < keys; key++) values.push(await cache.of(`${key}`, 1, () => ({ key })))
  return values
}

describe('createParsedCache', () => {
  it('parses under one key until it is met again', async () => {
    const cache = createParsedCache()
    const met = await cache.of('a', 1, () => ({ at: 0 }))
    const value = await cache.of('a', 1, () => ({ at: 1 }))
    expect(value).not.toBe(met)
    expect(await cache.of('a', 1, () => expect.unreachable())).toBe(value)
  })

  it('keeps nothing of what failed, at once or later', async () => {
    const cache = createParsedCache()
    await expect(cache.of('a', 1, () => JSON.parse('{'))).rejects.toThrow(SyntaxError)
    await expect(cache.of('a', 1, () => Promise.reject(new RangeError()))).rejects.toThrow(RangeError)
    expect(await cache.of('a', 1, () => 2)).toBe(2)
  })

  it('gives up the longest unused beyond 512 values', async () => {
    const cache = createParsedCache()
    for (let key = 0; key < 512; key++) await keep(cache, `${key}`, 1, key)
    await cache.of('0', 1, () => expect.unreachable())
    await keep(cache, 'one more', 1, 'x')
    expect(await cache.of('0', 1, () => 'again')).toBe(0)
    expect(await cache.of('1', 1, () => 'again')).toBe('again')
  })

  it('keeps nothing that comes back after more others than it holds', async () => {
    const cache = createParsedCache()
    const [, second, third] = [await round(cache, 513), await round(cache, 513), await round(cache, 513)]
    expect(third.filter((value, key) => value === second[key])).toEqual([])
    const [, kept, again] = [await round(cache, 512), await round(cache, 512), await round(cache, 512)]
    expect(again.filter((value, key) => value !== kept[key])).toEqual([])
  })

  it('gives up the longest unused beyond 8 MiB', async () => {
    const cache = createParsedCache()
    for (let key = 0; key <= 8; key++) await keep(cache, `${key}`, 1024 * KIB, key)
    expect(await cache.of('8', 1, () => 'again')).toBe(8)
    expect(await cache.of('0', 1, () => 'again')).toBe('again')
  })

  it('counts what several parse at the same time once', async () => {
    const cache = createParsedCache()
    for (let key = 0; key < 7; key++) await keep(cache, `${key}`, 1024 * KIB, key)
    await cache.of('late', 1024 * KIB, () => null)
    await Promise.all([1, 2, 3].map((value) => cache.of('late', 1024 * KIB, async () => value)))
    expect(await cache.of('late', 1024 * KIB, () => 'again')).toBe(1)
    expect(await cache.of('0', 1, () => 'again')).toBe(0)
  })

  it('does not keep what would push out too much', async () => {
    const cache = createParsedCache()
    await keep(cache, 'large', 1025 * KIB, 1)
    expect(await cache.of('large', 1025 * KIB, () => 2)).toBe(2)
  })
})
