import { describe, expect, it } from 'vitest'
import { createParsedCache, type ParsedCache } from './parsed-cache.ts'

const KIB = 1024

/** Met twice, so kept. */
function keep(cache: ParsedCache, key: string, bytes: number, value: unknown): void {
  for (let times = 0; times < 2; times++) cache.of(key, bytes, () => value)
}

describe('createParsedCache', () => {
  it('parses under one key until it is met again', () => {
    const cache = createParsedCache()
    const met = cache.of('a', 1, () => ({ at: 0 }))
    const value = cache.of('a', 1, () => ({ at: 1 }))
    expect(value).not.toBe(met)
    expect(cache.of('a', 1, () => expect.unreachable())).toBe(value)
  })

  it('keeps nothing of what failed', () => {
    const cache = createParsedCache()
    expect(() => cache.of('a', 1, () => JSON.parse('{'))).toThrow(SyntaxError)
    expect(cache.of('a', 1, () => 2)).toBe(2)
  })

  it('gives up the longest unused beyond 512 values', () => {
    const cache = createParsedCache()
    for (let key = 0; key < 512; key++) keep(cache, `${key}`, 1, key)
    cache.of('0', 1, () => expect.unreachable())
    keep(cache, 'one more', 1, 'x')
    expect(cache.of('0', 1, () => 'again')).toBe(0)
    expect(cache.of('1', 1, () => 'again')).toBe('again')
  })

  it('keeps nothing that comes back after more others than it holds', () => {
    const cache = createParsedCache()
    const round = (keys: number) => Array.from({ length: keys }, (_, key) => cache.of(`${key}`, 1, () => ({ key })))
    const [, second, third] = [round(513), round(513), round(513)]
    expect(third.filter((value, key) => value === second[key])).toEqual([])
    const [, kept, again] = [round(512), round(512), round(512)]
    expect(again.filter((value, key) => value !== kept[key])).toEqual([])
  })

  it('gives up the longest unused beyond 8 MiB', () => {
    const cache = createParsedCache()
    for (let key = 0; key <= 8; key++) keep(cache, `${key}`, 1024 * KIB, key)
    expect(cache.of('8', 1, () => 'again')).toBe(8)
    expect(cache.of('0', 1, () => 'again')).toBe('again')
  })

  it('does not keep what would push out too much', () => {
    const cache = createParsedCache()
    keep(cache, 'large', 1025 * KIB, 1)
    expect(cache.of('large', 1025 * KIB, () => 2)).toBe(2)
  })
})
