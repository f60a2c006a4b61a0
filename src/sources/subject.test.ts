import { describe, expect, test } from 'vitest'
import { invented, record } from '../../test/support/ask-rig.ts'
import { belonging, sortBySubject } from './subject.ts'

const asked = invented(1)
const other = invented(60)
/** The eleventh digit has no weight in the first pass of the check digit: mistyped, it is a valid number of somebody else. */
const eleventh = `${asked.slice(0, 10)}${(Number(asked[10]) + 1) % 10}${asked[11]}`
const typo = `${asked.slice(0, 11)}${(Number(asked[11]) + 1) % 10}`

describe('belonging', () => {
  test.each([
    [asked, 'own'],
    [` ${asked} `, 'own'],
    [null, 'not_echoed'],
    ['', 'not_echoed'],
    [other, 'foreign'],
    [eleventh, 'foreign'],
    [typo, 'unreadable'],
    [asked.slice(1), 'repaired'],
    [other.slice(1), 'foreign'],
    [`${asked}.0`, 'repaired'],
    [`${asked.slice(1)},0`, 'repaired'],
    [`${other}.0`, 'foreign'],
    [`${asked}.5`, 'unreadable'],
    ['8.50312E+11', 'unreadable'],
    ['12', 'unreadable'],
    ['abc', 'unreadable'],
  ] as const)('tells whose %s is', (echoed, kind) => {
    expect(belonging(echoed, asked)).toBe(kind)
  })

  test('adds zeros only where the number then is the one asked', () => {
    const noZero = invented(1, '880203')
    expect(belonging(noZero.slice(1), noZero)).toBe('unreadable')
  })
})

describe('sortBySubject', () => {
  test('notes the repair of a lost leading zero on the record', () => {
    const { records } = sortBySubject([record({}, asked.slice(1))], asked)
    expect(records).toMatchObject([{ iin: asked, repairs: ['iin.leading-zero'] }])
  })

  test('notes that the end of a decimal was left out', () => {
    const { records } = sortBySubject([record({}, `${asked}.0`), record({}, `${asked.slice(1)}.0`)], asked)
    expect(records.map(({ iin, repairs }) => [iin, repairs])).toEqual([
      [asked, ['iin.decimal']],
      [asked, ['iin.decimal', 'iin.leading-zero']],
    ])
  })

  test('keeps a record that names nobody as it is', () => {
    const raw = record({})
    expect(sortBySubject([raw], asked).records[0]).toBe(raw)
  })

  test('counts what it leaves out', () => {
    const sorted = sortBySubject([record({}, other), record({}, typo), record({}, asked)], asked)
    expect([sorted.foreign, sorted.unreadable.length, sorted.records.length]).toEqual([1, 1, 1])
  })
})
