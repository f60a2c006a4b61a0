import { describe, expect, test } from 'vitest'
import { Bin, binFault, birthDateOf, checkDigit, Iin, iinFault, impersonal, letters, namesPerson, sexOf } from './identifiers.ts'

/* Invented people: the seventh digit says born in the 1800s. Twelve digits of other centuries have a check digit that no person has. */

/** An invented number: day of birth, century digit, serial, and the digit that the check gives (or another one). */
function number(day: string, century: number, serial: string, wrongBy = 0): string {
  const eleven = `${day}${century}${serial}`
  return `${eleven}${((checkDigit(eleven) ?? 0) + wrongBy) % 10}`
}

describe('the check digit', () => {
  test('comes from the second pass where the first gives ten, and from neither where both do', () => {
    const elevens = Array.from({ length: 2000 }, (_, serial) => `8503122${String(serial).padStart(4, '0')}`)
    const sum = (eleven: string, weights: readonly number[]) =>
      weights.reduce((total, weight, index) => total + weight * Number(eleven[index]), 0) % 11
    for (const eleven of elevens) {
      const [first, second] = [sum(eleven, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), sum(eleven, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2])]
      expect(checkDigit(eleven)).toBe(first < 10 ? first : second < 10 ? second : null)
    }
    expect(elevens.filter((eleven) => checkDigit(eleven) === null).length).toBeGreaterThan(0)
  })
})

describe('a person number', () => {
  test.each([
    ['85031220001', 'iin.length'],
    ['85031220001a', 'iin.digits'],
    ['٨٥٠٣١٢٢٠٠٠١٦', 'iin.digits'],
    ['850012200016', 'iin.date'],
    ['851312200016', 'iin.date'],
    ['850300200016', 'iin.date'],
    ['850230200016', 'iin.date'],
    ['850312700016', 'iin.date'],
    [number('850312', 2, '0001', 1), 'iin.check'],
    [number('850312', 2, '0001'), null],
  ])('%s has the fault %s', (text, fault) => {
    expect(iinFault(text)).toBe(fault)
    expect(Iin.safeParse(text).success).toBe(fault === null)
  })

  test('tells no value in its fault', () => {
    const told = JSON.stringify(Iin.safeParse('850312200019').error?.issues)
    expect(told).toContain('iin.check')
    expect(told).not.toContain('8503')
  })

  test.each([
    [1, '000229', null],
    [3, '000229', null],
    [5, '000229', '2000-02-29'],
    [2, '840229', '1884-02-29'],
    [4, '840229', '1984-02-29'],
    [6, '850312', '2085-03-12'],
    [0, '000229', '2000-02-29'],
    [9, '850312', null],
  ])('of the century %i and the day %s is of %s', (century, day, date) => {
    expect(birthDateOf(number(day, century, '0001', 1))).toBe(date)
  })

  test.each([
    [1, 'male'],
    [2, 'female'],
    [0, null],
  ])('with %i in the seventh place tells the sex %s', (century, sex) => {
    expect(sexOf(number('850312', century, '0001', 1))).toBe(sex)
  })
})

describe('an organisation number', () => {
  test.each([
    ['0001400000', null],
    ['0013400000', 'bin.check'],
    ['0000400000', 'bin.check'],
    ['0001300000', 'bin.check'],
    ['0001700000', 'bin.check'],
    ['0001440000', 'bin.check'],
    ['0001530000', null],
  ])('that begins with %s has the fault %s', (ten, fault) => {
    const eleven = [0, 1, 2].map((digit) => `${ten}${digit}`).find((text) => checkDigit(text) !== null) ?? ''
    const text = `${eleven}${checkDigit(eleven)}`
    expect([binFault(text), Bin.safeParse(text).success]).toEqual([fault, fault === null])
    expect(binFault(`${eleven}${((checkDigit(eleven) ?? 0) + 1) % 10}`)).toBe('bin.check')
  })
})

test('writes hexadecimal without digits, and nothing twice', () => {
  const written = letters('0123456789abcdef')
  expect(written).toMatch(/^[a-z]{16}$/)
  expect(new Set(written).size).toBe(16)
})

test.each([
  ['a person number', number('850312', 2, '0001'), null],
  ['a person number within a text', `Опыт ${number('850312', 2, '0001')}.`, null],
  ['twelve digits of nobody', '850312200000', '850312200000'],
  ['more digits than twelve', `1${number('850312', 2, '0001')}`, `1${number('850312', 2, '0001')}`],
  ['a text without digits', 'Опыт', 'Опыт'],
  ['nothing', null, null],
])('reads %s without people', (_, text, expected) => {
  expect(impersonal(text)).toBe(expected)
})

describe('what somebody wrote', () => {
  const iin = number('850312', 2, '0001')
  const [day, serial] = [iin.slice(0, 6), iin.slice(6)]
  test.each([
    [iin],
    [`urn:iin:${iin}`],
    [`${day} ${serial}`],
    [`No ${iin.slice(0, 4)}-${iin.slice(4, 8)}-${iin.slice(8)}.`],
    [`12 ${iin}`],
    [`On the 5 ${day}\n${serial} 7`],
  ])('names a person: case %#', (text) => {
    expect(namesPerson(text)).toBe(true)
  })

  test.each([[''], ['operator-1'], [`1${iin}`], [`${iin}1`], [`${day}/${serial}`], ['2026-11-24 10:00'], [number('850312', 2, '0001', 1)]])(
    'names nobody: case %#',
    (text) => {
      expect(namesPerson(text)).toBe(false)
    },
  )
})
