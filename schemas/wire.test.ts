import { expect, test } from 'vitest'
import { WireBin, WireBoolean, WireDay, WireId, WireName, WireTitle } from './wire.ts'

const REFUSED = Symbol('refused')
const read = (schema: typeof WireId | typeof WireBoolean, given: unknown) => {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : REFUSED
}

test.each([
  ['text', ' A-1 ', 'A-1'],
  ['a number', 45, '45'],
  ['nought', 0, '0'],
  ['nothing', '-', null],
  ['a number that has lost digits', 2 ** 60, REFUSED],
  ['a truth value', true, REFUSED],
])('reads as an id %s', (_, given, expected) => {
  expect(read(WireId, given)).toBe(expected)
})

test.each([
  [1, true],
  [0, false],
  ['1', true],
  ['false', false],
  ['', null],
  [2, REFUSED],
])('reads as a truth value %j', (given, expected) => {
  expect(read(WireBoolean, given)).toBe(expected)
})

test.each([
  ['2024-03-01+0500', '2024-03-01'],
  ['2024-03-01T00:00:00+0500', '2024-03-01'],
  ['2024-03-01T00:00:00.000+05:00', '2024-03-01'],
  ['2024-03-01T00:00:00+05', REFUSED],
])('reads as a day %s', (given, expected) => {
  expect(read(WireDay, given)).toBe(expected)
})

test.each(['Как учить читать? Новый подход', 'Тема қандай?', '«Неге?» деген сұрақ', 'Что? Где? Когда?'])(
  'takes for a title %s',
  (title) => {
    expect(read(WireTitle, title)).toBe(title)
    expect(read(WireName, title)).toBe(REFUSED)
  },
)

test.each(['М?салдар', '?лгі', 'Тема ??', 'Тема\uFFFD'])('takes for lost letters of a title %s', (title) => {
  expect(WireTitle.safeParse(title).error?.issues).toMatchObject([{ message: 'name.corrupted' }])
})

test.each([
  ['000140000002', '000140000002'],
  ['000140000003', null],
  ['КГУ № 5', null],
  [[], REFUSED],
])('reads as the number of an organisation %j', (given, expected) => {
  expect(read(WireBin, given)).toBe(expected)
})
