import { expect, test } from 'vitest'
import { chooseLanguage } from './language.ts'

test.each([
  [undefined, 'kk'],
  ['', 'kk'],
  ['ru', 'ru'],
  ['kk-KZ', 'kk'],
  ['kz', 'kk'],
  ['KZ-kz, ru;q=0.9', 'kk'],
  ['en-GB,en;q=0.8,ru;q=0.9', 'en'],
  ['en;q=0.5, ru;q=0.7', 'ru'],
  ['de, fr;q=0.9, ru;q=0.1', 'ru'],
  ['de', 'kk'],
  ['*', 'kk'],
  ['kk;q=0, *;q=0.5', 'ru'],
  ['ru;q=0, en;q=0.1', 'en'],
  ['ru;q=0', 'kk'],
  ['ru;q=nonsense, en;q=0.2', 'en'],
  ['ru;q=1.5, en', 'en'],
  ['en-US;q=0.9,ru-RU', 'ru'],
  [' , ;q=1,ru', 'ru'],
])('chooses for the header %j the language %s', (header, language) => {
  expect(chooseLanguage(undefined, header)).toBe(language)
})

test.each([
  ['ru', 'en', 'ru'],
  ['kz', 'en', 'kk'],
  ['EN', 'ru', 'en'],
  ['de', 'ru', 'ru'],
  ['', 'ru', 'ru'],
])('lets ?lang=%s win over %s: %s', (query, header, language) => {
  expect(chooseLanguage(query, header)).toBe(language)
})
