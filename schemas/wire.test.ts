import { expect, test } from 'vitest'
import { invented } from '../test/support/ask-rig.ts'
import { iinRepairs, paddedIin, WireBin, WireBoolean, WireDay, WireId, WireName, WireNumber, WireTitle, WireWhole } from './wire.ts'

const REFUSED = Symbol('refused')
const read = (schema: typeof WireId | typeof WireBoolean | typeof WireNumber, given: unknown) => {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : REFUSED
}

test.each([
  ['text', ' A-1 ', 'A-1'],
  ['a number', 45, '45'],
  ['nought', 0, '0'],
  ['nothing', '-', null],
  ['a number that has lost digits', 2 ** 60, REFUSED],
  ['a number of which a spreadsheet has cut the digits', '8.50312E+11', REFUSED],
  ['the same with a comma', '8,50312e+11', REFUSED],
  ['a series that only looks so', '12E10', '12E10'],
  ['the end of a decimal, which may belong to it', '45.0', '45.0'],
  ['a truth value', true, REFUSED],
])('reads as an id %s', (_, given, expected) => {
  expect(read(WireId, given)).toBe(expected)
})

test.each([
  ['hours', WireNumber, '72.0', 72],
  ['hours with a comma', WireNumber, '72,0', 72],
  ['a year', WireWhole, '2024.0', 2024],
  ['a number of JSON', WireWhole, 2024.0, 2024],
  ['no year that has a half', WireWhole, '2024.5', REFUSED],
  ['no hours of which digits are cut', WireNumber, '7.2E+1', REFUSED],
  ['no year of which digits are cut', WireWhole, '2,024E+03', REFUSED],
])('reads of a spreadsheet %s', (_, schema, given, expected) => {
  expect(read(schema, given)).toBe(expected)
})

const [WHOLE, ZEROS] = [invented(7), invented(1, '000115')]
test.each([
  ['as it is', WHOLE, WHOLE, []],
  ['with the end of a decimal', `${WHOLE}.0`, WHOLE, ['iin.decimal']],
  ['with a comma and two noughts', ` ${WHOLE},00 `, WHOLE, ['iin.decimal']],
  ['without its zeros', Number(ZEROS), ZEROS, ['iin.leading-zero']],
  ['without zeros and with the end of a decimal', `${Number(ZEROS)}.0`, ZEROS, ['iin.decimal', 'iin.leading-zero']],
  ['with another fraction', `${WHOLE}.5`, null, []],
  ['with digits that are cut', '8.50312E+11', null, []],
  ['that is nothing', null, null, []],
])('reads a person number %s, and tells what was repaired', (_, sent, iin, repairs) => {
  expect([paddedIin(sent), iinRepairs(sent)]).toEqual([iin, repairs])
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
