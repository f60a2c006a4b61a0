import { expect, test } from 'vitest'
import type { Fact } from '../../schemas/fact.ts'
import * as draft from '../../test/support/drafts.ts'
import { runLine } from '../../test/support/line.ts'
import { textsOf } from './text.ts'

test('says what JSON.stringify says of a portfolio and of what is held', async () => {
  const said = { ...draft.complete(), diplomas: [draft.diploma({ number: null })], courses: [] }
  const { portfolio, held } = await runLine({ said })
  const texts = textsOf(portfolio, held)
  expect(JSON.parse(texts.body)).toEqual(JSON.parse(JSON.stringify(portfolio)))
  expect(JSON.parse(texts.held)).toEqual(JSON.parse(JSON.stringify(held)))
})

test('says nothing held as an empty object', async () => {
  expect(textsOf((await runLine()).portfolio, {}).held).toBe('{}')
})

test('turns each fact, title and text into JSON once', async () => {
  const { portfolio, held } = await runLine({ said: { diplomas: [draft.diploma()] } })
  const made: string[] = []
  const counted = <Value extends object>(name: string, value: Value): Value => ({ ...value, toJSON: () => made.push(name) && name })
  const title = counted('title', { kk: 'Білімі', ru: 'Образование', en: 'Education' })
  const fact = counted('fact', portfolio.sections[1]?.facts[0] ?? {}) as Fact
  const sections = portfolio.sections.map((section) => ({ ...section, title, facts: [fact] }))
  const texts = textsOf({ ...portfolio, sections }, held)
  expect(made.sort()).toEqual(['fact', 'title'])
  expect(texts.body.split('"title":"title"')).toHaveLength(sections.length + 1)
})
