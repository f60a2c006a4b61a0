import { expect, test } from 'vitest'
import { Diploma } from '../../schemas/fact.ts'
import { documentKey, normaliseDiploma } from './normalise.ts'
import { DiplomaWire } from './wire.ts'

const COMPLETE = {
  series: 'BD',
  number: '00000000001',
  registrationNumber: '117',
  issueDate: '1905-06-30',
  graduationYear: '1905',
  level: { code: '06', nameRu: 'Бакалавриат', nameKz: 'Бакалавриат', changeDate: null },
  institution: { bin: '000140000002', nameRu: 'Университет', nameKz: 'Университет' },
  holder: { iin: 'not read', surname: 'ҮЛГІБАЕВА', name: 'АЙША', patronymic: null, birthDate: '1885-03-12' },
  status: { code: '1', nameRu: 'Действителен', nameKz: 'Жарамды' },
}

function draftOf(change: Record<string, unknown>) {
  const [draft] = normaliseDiploma(DiplomaWire.parse({ ...COMPLETE, ...change }))
  return { ...draft!, value: Diploma.parse(draft!.value) }
}

test.each([
  ['a day with a zone as the day that is written', { issueDate: '1905-06-30+06:00' }, { issuedOn: '1905-06-30' }],
  ['a day as in old forms', { issueDate: '30.06.1905' }, { issuedOn: '1905-06-30' }],
  ['nil as null', { issueDate: null, registrationNumber: null }, { issuedOn: null, registrationNumber: null }],
  ['blanks, dashes and «нет» as null', { series: ' ', specialityCode: '-', recognitionNumber: 'нет' }, { series: null, recognition: null }],
  [
    'an empty element in place of an object as nothing',
    { institution: '\n ' },
    { institution: { bin: null, name: { kk: null, ru: null } } },
  ],
  [
    'a number of the institution that is none',
    { institution: { bin: '000140000003' } },
    { institution: { bin: null, name: { kk: null, ru: null } } },
  ],
  ['texts as truth values', { honour: 'true', foreign: '0', duplicate: 'false' }, { honours: true, foreign: false, duplicate: false }],
  ['a recognition', { recognitionNumber: 'Р-5', recognitionDate: '1906-01-02' }, { recognition: { number: 'Р-5', date: '1906-01-02' } }],
  ['the original of a duplicate', { duplicateOf: { series: 'BD', number: '7' } }, { duplicateOf: { series: 'BD', number: '7' } }],
  ['no original where none is named', { duplicateOf: { series: null, number: null } }, { duplicateOf: null }],
  ['level and status as their codes', {}, { level: '06', status: '1' }],
  ['the year as a number', {}, { graduationYear: 1905 }],
])('reads %s', (_, sent, value) => {
  expect(draftOf(sent).value).toMatchObject(value)
})

test.each([
  ['an object where text is meant', { number: {} }],
  ['a fraction of a year', { graduationYear: '1905.5' }],
  ['text that is no day', { issueDate: 'осень' }],
  ['a word that is no truth value', { honour: 'бар' }],
  ['text where a dictionary value is meant', { level: 'бакалавр' }],
  ['a list where an object is meant', { institution: [] }],
])('refuses %s', (_, sent) => {
  expect(DiplomaWire.safeParse({ ...COMPLETE, ...sent }).success).toBe(false)
})

test.each([
  ['institution', { institution: { nameRu: '?азНУ' } }],
  ['holder', { holder: { surname: '\uFFFDЛГІБАЕВА' } }],
  ['qualification', { qualificationKz: 'Физика м??алімі' }],
])('refuses a name of the %s that lost letters, and says so', (_, sent) => {
  expect(DiplomaWire.safeParse({ ...COMPLETE, ...sent }).error?.issues[0]?.message).toBe('name.corrupted')
})

test('accepts a record of which every key is missing', () => {
  expect(Object.values(DiplomaWire.parse({})).every((value) => value === null)).toBe(true)
})

test.each([
  ['retraining', '09'],
  ['education', '06'],
  ['education', null],
])('puts a diploma into %s by its level %s', (section, code) => {
  expect(draftOf({ level: code && { code } }).section).toBe(section)
})

test('marks a diploma that is not final yet', () => {
  expect([draftOf({ status: { code: '3' } }).final, draftOf({ status: { code: '2' } }).final]).toEqual([false, true])
})

test('gives the holder for comparison, and not his number', () => {
  expect(draftOf({}).holder).toEqual({ surname: 'ҮЛГІБАЕВА', name: 'АЙША', patronymic: null, birthDate: '1885-03-12' })
})

test.each([
  ['Cyrillic look-alikes', 'МВА', '0012', 'MBA0012'],
  ['lower case, № and blanks', 'bd ', '№ 00 12', 'BD0012'],
  ['leading zeros, which stay', null, '00000000001', '00000000001'],
  ['letters without a look-alike, which stay', 'ЖБ-Б', '0123456', 'ЖБ-Б0123456'],
])('folds %s in a key', (_, series, number, key) => {
  expect(documentKey(series, number)).toBe(key)
})

test('knows one diploma whether series and number stand apart or together', () => {
  expect(draftOf({ series: 'ВD', number: '001' }).key).toBe(draftOf({ series: '', number: 'bd 001' }).key)
})

test('tells diplomas without a number apart by what else they say', () => {
  const keys = [{ registrationNumber: '1' }, { registrationNumber: '2' }, { issueDate: '1906-06-30' }].map(
    (change) => draftOf({ number: '', ...change }).key,
  )
  expect(new Set(keys).size).toBe(3)
})
