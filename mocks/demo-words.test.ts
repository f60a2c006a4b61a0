import { expect, test } from 'vitest'
import { languageOf, WORDS } from './demo-words.ts'

test.each(['kk', 'ru'] as const)('says everything in %s', (language) => {
  expect(Object.values(WORDS[language]).filter((text) => /[a-z]/i.test(text))).toEqual([])
  expect(Object.keys(WORDS[language])).toEqual(Object.keys(WORDS.en))
})

test('takes Kazakh for a language that it does not speak', () => {
  expect(['kk', 'ru', 'en', 'fr', ''].map(languageOf)).toEqual(['kk', 'ru', 'en', 'kk', 'kk'])
})
