import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { runLine } from '../../test/support/line.ts'
import { heldText, portfolioText } from './text.ts'

test('says what JSON.stringify says of a portfolio and of what is held', async () => {
  const said = { ...draft.complete(), diplomas: [draft.diploma({ number: null })], courses: [] }
  const { portfolio, held } = await runLine({ said })
  expect(JSON.parse(portfolioText(portfolio))).toEqual(JSON.parse(JSON.stringify(portfolio)))
  expect(JSON.parse(heldText(held))).toEqual(JSON.parse(JSON.stringify(held)))
})

test('says nothing held as an empty object', () => {
  expect(heldText({})).toBe('{}')
})
