import { expect, test } from 'vitest'
import { languageOf, languageOfTerminal } from './language.ts'

test.each([
  ['kk_KZ.UTF-8', 'kk'],
  ['kz', 'kk'],
  ['ru_RU', 'ru'],
  ['en', 'en'],
  ['EN-GB', 'en'],
  ['english', null],
  ['C.UTF-8', null],
  ['', null],
])('reads %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language)
})

test('lets the first variable that is set decide, and speaks Kazakh otherwise', () => {
  expect(languageOfTerminal({ LC_ALL: '', LC_MESSAGES: 'ru_KZ.UTF-8', LANG: 'en_US.UTF-8' })).toBe('ru')
  expect(languageOfTerminal({ LC_ALL: 'C', LANG: 'en_US.UTF-8' })).toBe('kk')
  expect(languageOfTerminal({})).toBe('kk')
})
