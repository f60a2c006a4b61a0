import { expect, test } from 'vitest'
import { createCrowd } from './crowd.ts'
import * as given from './given-names.ts'
import { patronymicOf } from './names.ts'
import { spellings } from './spelling.ts'
import { KAZAKH_SURNAMES, RUSSIAN_SURNAMES } from './surnames.ts'

const people = [...createCrowd('test', '2026-11-24', 3000).people()]

test.each([
  ['ӘДІЛ', 'ӘДІЛОВИЧ', 'ӘДІЛОВНА', 'ӘДІЛҰЛЫ'],
  ['АБАЙ', 'АБАЕВИЧ', 'АБАЕВНА', 'АБАЙҰЛЫ'],
  ['ҒАНИ', 'ҒАНИЕВИЧ', 'ҒАНИЕВНА', 'ҒАНИҰЛЫ'],
  ['АМАНГЕЛДІ', 'АМАНГЕЛДІЕВИЧ', 'АМАНГЕЛДІЕВНА', 'АМАНГЕЛДІҰЛЫ'],
  ['ИГОРЬ', 'ИГОРЕВИЧ', 'ИГОРЕВНА', 'ИГОРЬҰЛЫ'],
  ['ЮРИЙ', 'ЮРЬЕВИЧ', 'ЮРЬЕВНА', 'ЮРИЙҰЛЫ'],
  ['ГЕННАДИЙ', 'ГЕННАДЬЕВИЧ', 'ГЕННАДЬЕВНА', 'ГЕННАДИЙҰЛЫ'],
  ['ДМИТРИЙ', 'ДМИТРИЕВИЧ', 'ДМИТРИЕВНА', 'ДМИТРИЙҰЛЫ'],
])('makes patronymics of %s', (father, son, daughter, kazakh) => {
  expect([patronymicOf(father, 'male', false), patronymicOf(father, 'female', false)]).toEqual([son, daughter])
  expect(patronymicOf(father, 'male', true)).toBe(kazakh)
})

test('writes names in Russian and as in a passport', () => {
  const names = { surname: 'ҒЫЛЫМБАЕВА', name: 'ЕРКЕЖАН', patronymic: 'ІЛИЯСҚЫЗЫ' }
  expect(spellings(names)).toEqual({
    ru: { surname: 'ГЫЛЫМБАЕВА', name: 'ЕРКЕЖАН', patronymic: 'ИЛИЯСКЫЗЫ' },
    latin: { surname: 'GYLYMBAYEVA', name: 'YERKEZHAN', patronymic: 'ILIYASKYZY' },
  })
  expect(spellings({ surname: 'ЩЕТОЧКИН', name: 'ҺӘКІМ', patronymic: null }).latin).toEqual({
    ...{ surname: 'SHCHETOCHKIN', name: 'KHAKIM', patronymic: null },
  })
})

test('has lists without a name twice, long enough for a country', () => {
  const lists = [...Object.values(given), [...KAZAKH_SURNAMES, ...RUSSIAN_SURNAMES].map(([masculine]) => masculine)]
  expect(lists.filter((list) => new Set(list).size !== list.length)).toEqual([])
  expect(KAZAKH_SURNAMES.length).toBeGreaterThan(400)
  expect(Math.min(given.KAZAKH_MALE.length, given.KAZAKH_FEMALE.length)).toBeGreaterThan(100)
})

test('writes everybody with the letters of each writing alone', () => {
  const texts = people.map(({ surname, name, patronymic, written }) => [
    `${surname}${name}${patronymic ?? ''}`,
    Object.values(written.ru).join(''),
    Object.values(written.latin).join(''),
  ])
  const letters = [/^[А-ЯЁӘҒҚҢӨҰҮҺІ]+$/, /^[А-ЯЁ]+$/, /^[A-Z]+$/]
  expect(texts.flatMap((parts) => parts.filter((text, place) => !letters[place]?.test(text)))).toEqual([])
})

test('gives women feminine names and men masculine ones, in both forms of a patronymic', () => {
  const forms = new Set(people.map(({ sex, patronymic }) => `${sex} ${/(ҰЛЫ|ҚЫЗЫ|ИЧ|НА)$/.exec(patronymic ?? '')?.[0]}`))
  const expected = ['male ҰЛЫ', 'male ИЧ', 'female ҚЫЗЫ', 'female НА']
  expect([...forms].filter((form) => !form.endsWith('undefined')).sort()).toEqual(expected.sort())
  const feminine = new Set([...KAZAKH_SURNAMES, ...RUSSIAN_SURNAMES].map(([, she]) => she))
  expect(people.filter(({ sex, surname }) => sex === 'female' && !feminine.has(surname))).toEqual([])
})
