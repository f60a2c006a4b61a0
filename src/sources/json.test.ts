import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turnsDuring } from '../../test/support/turns.ts'
import { timedOut } from './deadline.ts'
import { SourceFailure } from './failure.ts'
import { parseJson, parseJsonInTurns, SLICE } from './json.ts'

const keys = (count: number) => Array.from({ length: count }, (_, key) => `"k${key}":{"a":[1]}`).join()

describe('parseJson', () => {
  it('returns what JSON.parse does for any value without reserved keys', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        fc.pre(!/__proto__|constructor|prototype/.test(text))
        expect(parseJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it.each([
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a key twice far inside', '[{"b":{"c":":","c":"\\\\\\""}}]'],
    ['a reserved key', '{"__proto__":{}}'],
    ['a reserved key, escaped', '{"\\u005f_proto__":{}}'],
    ['a reserved key inside a list', '[{"constructor":1}]'],
    ['65 levels', `${'['.repeat(65)}${']'.repeat(65)}`],
    ['a hundred thousand levels', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['more values than any list has', `[${'0,'.repeat(100_001)}0]`],
    ['more lists than any list has', `[${'[],'.repeat(60_000)}[]]`],
    ['more keys than any object has', `[{${keys(1001)}}]`],
    ['more closed than opened', '{}]'],
    ['a text without an end', '{"a":"b'],
    ['a text that ends in a backslash', '["\\'],
    ['a comma too many', '{"a":1,}'],
    ['NaN', '{"a":NaN}'],
    ['two values', '{}{}'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => parseJson(text)).toThrow(SourceFailure)
  })

  it('accepts a hundred thousand values, and any number of commas inside of a text', () => {
    expect(parseJson(`[${'0,'.repeat(99_000)}0]`)).toHaveLength(99_001)
    expect(parseJson(`"${','.repeat(200_000)}${'['.repeat(100)}"`)).toHaveLength(200_100)
  })

  it('counts the keys of each object for itself', () => {
    expect(parseJson(`[{${keys(1000)}},{${keys(1000)}}]`)).toHaveLength(2)
  })

  it('accepts 64 levels, and colons and quotes inside texts', () => {
    expect(parseJson(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeInstanceOf(Array)
    expect(parseJson('{"a":"b:\\"c\\\\","d":":"}')).toEqual({ a: 'b:"c\\', d: ':' })
  })

  it('keeps nothing of the text in its error', () => {
    expect(() => parseJson('{"a":"secret"')).toThrow(/^unreadable\/protocol: not JSON$/)
  })
})

describe('parseJsonInTurns', () => {
  const long = `{"items":[${Array.from({ length: 4000 }, (_, item) => `{"id":"\\"${item}\\\\","text":"${'т'.repeat(30)}"}`).join()}]}`

  it('gives the same as in one go, and others their turn in between', async () => {
    const [value, turns] = await Promise.all([parseJsonInTurns(long, null), turnsDuring(parseJsonInTurns(long, null))])
    expect(value).toEqual(JSON.parse(long))
    expect(turns).toBeGreaterThanOrEqual(Math.floor(long.length / SLICE))
  })

  it.each([
    ['a key twice', long.replace('"text"', '"id"')],
    ['a reserved key', long.replace('"text"', '"constructor"')],
    ['what is cut', long.slice(0, -1)],
    ['a text without an end that begins early', `["${'x'.repeat(3 * SLICE)}`],
  ])('refuses %s', async (_, text) => {
    await expect(parseJsonInTurns(text, null)).rejects.toThrow(/^unreadable\/protocol/)
  })

  it('counts rightly where a text goes over several turns', async () => {
    const text = `{"a":"${'x:{,'.repeat(SLICE)}","b":[1,{"c":2}]}`
    expect(await parseJsonInTurns(text, null)).toEqual(JSON.parse(text))
  })

  it('ends with its cause when the signal fires', async () => {
    const [controller, cause] = [new AbortController(), timedOut()]
    const parsing = parseJsonInTurns(long.slice(0, -1), controller.signal)
    setImmediate(() => controller.abort(cause))
    await expect(parsing).rejects.toBe(cause)
  })
})
