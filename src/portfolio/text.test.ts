import { expect, test } from 'vitest'
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
