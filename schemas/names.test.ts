import { expect, test } from 'vitest'
import { compareNames, foldName, foldPatronymic } from './names.ts'

/* Invented names. Pairs of spellings that the registers hold of one person (domain page, 8). */

test.each([
  ['Үлгібаева', 'УЛГИБАЕВА'],
  ['Әліқұл', 'Аликул'],
  ['Ғаніқызы', 'ГАНИКИЗИ'],
  ['Өмірңұр', 'Омирнур'],
  ['Һалқы', 'Халки'],
  ['Ёлкина', 'Елкина'],
  ['Гүльнәр', 'Гулнар'],
  ['Объездова', 'Обездова'],
  ['Асселл', 'Асел'],
  ['  Сын   Есім ', 'Сын Есім'],
  ['Сын – Есім', 'Сын-Есім'],
  ['Сын’Есім', 'СынЕсім'],
  ['CEPIKОВ', 'СЕРІКОВ'],
  ['Й'.normalize('NFD'), 'Й'],
])('folds %s and %s to one', (one, other) => {
  expect(foldName(one)).toBe(foldName(other))
})

test.each([
  ['Үлгі', 'Сынақ'],
  ['Анна', 'Ганна'],
  ['SERIK', 'СЕРІК'],
  ['Сын Есім', 'СынЕсім'],
])('keeps %s and %s apart', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other))
})

test.each([
  ['Серікұлы', 'Серикович', 'СЕРИК'],
  ['Серікқызы', 'Сериковна', 'СЕРИК'],
  ['Серік ұлы', 'Серік-улы', 'СЕРИК'],
  ['Андреевич', 'Андреевна', 'АНДРЕ'],
  ['Серік', 'Серик', 'СЕРИК'],
])('folds the patronymics %s and %s to %s', (one, other, folded) => {
  expect([foldPatronymic(one), foldPatronymic(other)]).toEqual([folded, folded])
})

test('orders words as the Kazakh alphabet does, and numbers by their size', () => {
  const words = ['9А', '9Ә', '9Б', '10А', 'Айша', 'Әлі', 'Бақыт', 'Гүл', 'Ғани', 'Кен', 'Қала', 'Нұр', 'Ңұр']
  words.push('Омар', 'Өмір', 'Уәли', 'Ұлан', 'Үміт', 'Хан', 'Һан', 'Ырыс', 'Іңкәр')
  expect([...words].reverse().sort(compareNames)).toEqual(words)
})
