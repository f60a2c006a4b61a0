import { expect, test } from 'vitest'
import { invented, teacher } from '../../test/support/ask-rig.ts'
import { holderOf, numberIn, rowKeys, teacherKeys } from './person.ts'

const ZEROS = invented(1, '000115')

test.each([
  ['a whole number', invented(7), invented(7)],
  ['blanks round it', ` ${invented(7)}\u00a0`, invented(7)],
  ['lost zeros', ZEROS.slice(3), ZEROS],
  ['the end of a decimal', `${invented(7)}.0`, invented(7)],
  ['both', `${ZEROS.slice(3)}.0`, ZEROS],
  ['a wrong check digit', `${invented(7).slice(0, 11)}${(Number(invented(7)[11]) + 1) % 10}`, null],
  ['digits that fit no day when filled up', '915100012', null],
  ['an exponent', '8,50312E+11', null],
  ['words', 'Мысалов', null],
  ['nothing', '', null],
  ['no cell', undefined, null],
])('reads a number with %s', (_, cell, number) => {
  expect(numberIn(cell)).toBe(number)
})

test.each([
  ['by number', { IIN: invented(7), FIO: 'Мысалов Т.' }, [invented(7)]],
  ['by a number that lost its zeros', { IIN: ZEROS.slice(3) }, [ZEROS]],
  ['by birth date where the number was cut', { IIN: '8,50312E+11', FIO: 'Мысалов Т.' }, ['birth:850312', 'birth:850311']],
  ['by birth date where a zero was lost too', { IIN: '5.0312E+10' }, ['birth:050312', 'birth:050311']],
  [
    'by name where the number is none',
    { IIN: '123', FIO: 'Үлгібаева Айша Мысалқызы' },
    ['name:УЛГИБАЕВА АИША МИСАЛ', 'name:УЛГИБАЕВА АИША *'],
  ],
  ['by a name without a patronymic', { IIN: '', FIO: 'Үлгібаева Айша' }, ['name:УЛГИБАЕВА АИША']],
  ['by name where too little is left of the number', { IIN: '8,5E+11', FIO: 'Мысалов Т.' }, ['name:МИСАЛОВ Т.']],
  ['under nobody where a surname alone is left', { IIN: '', FIO: 'Мысалов' }, []],
  ['under nobody where the name lost letters', { IIN: '', FIO: '?лгібаева' }, []],
  ['under nobody where nobody is named', { IIN: 'Барлығы', FIO: '300' }, []],
  ['under nobody where there is no row', null, []],
])('puts a row %s', (_, row, keys) => {
  expect(rowKeys(row)).toEqual(keys)
})

test('looks for a teacher by number, and among the rows whose number cannot be read', () => {
  const names = { surname: 'Үлгібаева', name: 'Айша', patronymic: 'Мысалқызы' }
  const byNumber = [invented(1), 'birth:010203']
  const byName = ['name:УЛГИБАЕВА АИША', 'name:УЛГИБАЕВА А.', 'name:УЛГИБАЕВА АИША МИСАЛ']
  expect(teacherKeys(teacher({ names }))).toEqual([...byNumber, ...byName])
  expect(teacherKeys(teacher())).toEqual(byNumber)
})

test.each([
  ['a full name by surname and name', 'Үлгібаева Айша Мысалқызы', null, true],
  ['a full name by the same one', 'Үлгібаева Айша Мысалқызы', 'Мысаловна', true],
  ['no full name with another patronymic', 'Үлгібаева Айша Мысалқызы', 'Үлгіқызы', false],
  ['a short name by a full one', 'Үлгібаева Айша', 'Мысалқызы', true],
  ['a short name by a short one', 'Үлгібаева Айша', null, true],
  ['a name by its initial', 'Үлгібаева А.М.', 'Мысалқызы', true],
  ['no other initial', 'Үлгібаева Т.', null, false],
  ['no other name', 'Үлгібаева Әсел', null, false],
])('finds among the rows without a number %s', (_, fio, patronymic, found) => {
  const asked = teacherKeys(teacher({ names: { surname: 'Үлгібаева', name: 'Айша', patronymic } }))
  expect(rowKeys({ IIN: '', FIO: fio }).some((key) => asked.includes(key))).toBe(found)
})

test.each([
  ['three names', 'Үлгібаева Айша  Мысалқызы', ['Үлгібаева', 'Айша', 'Мысалқызы']],
  ['a patronymic of two words', 'Үлгібаева Айша Мысал қызы', ['Үлгібаева', 'Айша', 'Мысал қызы']],
  ['an initial', 'Мысалов Т.', ['Мысалов', null, null]],
  ['two initials', 'Мысалов Т.Б.', ['Мысалов', null, null]],
  ['initials one by one', 'Мысалов Т. Б.', ['Мысалов', null, null]],
  ['a surname', 'Мысалов', ['Мысалов', null, null]],
])('splits %s', (_, fio, [surname, name, patronymic]) => {
  expect(holderOf(fio)).toEqual({ surname, name, patronymic, birthDate: null })
})

test('names nobody where the row does not', () => {
  expect(holderOf(null)).toBeNull()
})
