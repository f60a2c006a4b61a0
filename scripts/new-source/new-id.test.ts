import { expect, test } from 'vitest'
import { order32 } from '../../src/rulebook/order-32-2025-02-25/index.ts'
import { argumentsIn } from './arguments.ts'
import { filesOf } from './kinds.ts'
import { planOf } from './plan.ts'
import { Refused } from './refused.ts'

function planned(words: readonly string[]) {
  const asked = argumentsIn(words)
  if (asked === 'help') throw new Error('nothing is asked for')
  const source = planOf(asked, order32)
  return { source, files: filesOf(source) }
}

test.each([
  ['an id in capitals', ['Demo'], '«Demo» is no id: small Latin letters'],
  ['an id with a low line', ['demo_source'], '«demo_source» is no id'],
  ['an id with two dashes', ['demo--source'], '«demo--source» is no id'],
  ['an id that is a path', ['../demo'], '«../demo» is no id'],
  ['the request itself', ['platform', '--kind', 'rest'], '«platform» means something else here'],
  ['a folder of the mocks', ['cast'], '«cast» means something else here'],
  ['a word of the language', ['class'], '«class» means something else here'],
  ['a name of the generated code', ['fetch'], '«fetch» means something else in adapters/fetch/index.ts'],
  ['a name of its tests', ['teacher'], '«teacher» means something else in adapters/teacher/index.test.ts'],
  [
    'an unknown section',
    ['demo-source', '--fills', 'courses,essays'],
    '«essays» is no section that a source can fill; there are: identity ',
  ],
  ['a section of which there are no facts', ['demo-source', '--fills', 'lesson_observation'], '«lesson_observation» is no section'],
  ['what the gateway counts itself', ['demo-source', '--fills', 'experience'], '«experience» is no section'],
  ['a title in the wrong letters', ['demo-source', '--title-ru', 'Demo'], '--title-ru is a title of 3 to 120 Cyrillic letters'],
  ['a title that ends a text', ['demo-source', '--title-en', "It's"], '--title-en is a title of 3 to 120 Latin letters'],
  ['sections for an id of the contract', ['knowledge-test', '--fills', 'courses'], 'what knowledge-test fills and is called stands in'],
  ['an unknown kind', ['demo-source', '--kind', 'fax'], '«fax» is no kind; there are: rest shep-sync shep-async drop snapshot'],
  ['two ids', ['courses', 'diplomas', '--kind', 'rest'], 'one id at a time'],
])('refuses %s', (_, words, why) => {
  expect(() => planned(words)).toThrow(Refused)
  expect(() => planned(words)).toThrow(why)
})

test('takes what is usual where nothing is said, and a title that is seen to be none', () => {
  const { source } = planned(['demo-source'])
  expect(source).toMatchObject({ kind: 'rest', fills: ['courses'], name: 'demoSource', setting: 'DEMO_SOURCE' })
  expect(source.title).toEqual({ kk: 'Атауы әлі жоқ дереккөз', ru: 'Источник пока без названия', en: 'Unnamed source (demo-source)' })
})

test('takes what is said', () => {
  const titles = ['--title-kk', 'Мысал тізілімі', '--title-ru', 'Реестр примеров', '--title-en', 'Register of examples']
  const { source, files } = planned(['demo-source', '--kind', 'drop', '--fills', 'education,retraining', ...titles])
  expect(source).toMatchObject({ kind: 'drop', fills: ['education', 'retraining'], open: ['retraining'] })
  expect(files['adapters/demo-source/index.ts']).toContain("kk: 'Мысал тізілімі', ru: 'Реестр примеров', en: 'Register of examples'")
})

test('takes an id of the contract as the Rules and the contract say', () => {
  const { source } = planned(['egov-portal', '--kind', 'shep-async'])
  expect(source).toMatchObject({ added: null, fills: ['application', 'category', 'essay'], title: { en: 'E-government portal' } })
})
