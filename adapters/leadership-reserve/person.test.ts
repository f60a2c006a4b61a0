import { expect, test } from 'vitest'
import { invented, teacher } from '../../test/support/ask-rig.ts'
import { rowKeys, teacherKeys } from './person.ts'

const NAMES = { surname: 'Үлгібаева', name: 'Айша', patronymic: 'Мысалқызы' }

test.each([
  ['under its number', { iin: invented(7), fio: 'Мысалов Тест' }, [invented(7)]],
  ['under a number that lost its zeros', { iin: Number(invented(1, '000115')) }, [invented(1, '000115')]],
  ['under nobody where the name lost letters', { fio: '?лгібаева Айша' }, []],
  ['under nobody where there is a surname alone', { fio: 'Мысалов' }, []],
  ['under nobody where nobody is named', { region: '19' }, []],
  ['under nobody where there is no row', null, []],
  ['under nobody where it is a text', 'Үлгібаева Айша', []],
])('puts a row %s', (_, row, keys) => {
  expect(rowKeys(row)).toEqual(keys)
})

const meet = (row: unknown, names: Parameters<typeof teacher>[0]) => teacherKeys(teacher(names)).some((key) => rowKeys(row).includes(key))

test.each([
  ['whole', { fio: 'Үлгібаева Айша Мысалқызы' }],
  ['with the patronymic in another form', { fio: 'Ульгибаева Айша Мысаловна' }],
  ['without the patronymic', { fio: 'ҮЛГІБАЕВА АЙША' }],
  ['with an initial of the patronymic', { fio: 'Үлгібаева Айша М.' }],
  ['with initials', { fio: 'Үлгібаева А.М.' }],
  ['beside a number that is none', { iin: '0001****0012', fio: 'Үлгібаева Айша Мысалқызы' }],
])('may mean a teacher by a name %s', (_, row) => {
  expect(meet(row, { names: NAMES })).toBe(true)
})

test.each([
  ['of another patronymic', { fio: 'Үлгібаева Айша Басқақызы' }],
  ['of another name', { fio: 'Үлгібаева Мысал Мысалқызы' }],
  ['of another initial', { fio: 'Үлгібаева Б.' }],
  ['beside the number of somebody else', { iin: invented(7), fio: 'Үлгібаева Айша Мысалқызы' }],
])('does not mean a teacher by a name %s', (_, row) => {
  expect(meet(row, { names: NAMES })).toBe(false)
})

test('may mean a teacher whose patronymic nobody told, and by number alone one whose name nobody told', () => {
  const row = { fio: 'Үлгібаева Айша Мысалқызы' }
  expect(meet(row, { names: { ...NAMES, patronymic: null } })).toBe(true)
  expect(meet(row, { names: { ...NAMES, name: null } })).toBe(false)
  expect(teacherKeys(teacher())).toEqual([teacher().iin])
})
