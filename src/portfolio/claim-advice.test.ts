import { expect, test } from 'vitest'
import type { Category, ClaimedCategory, Post } from '../../schemas/category.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim, runLine } from '../../test/support/line.ts'

type Change = Parameters<typeof claim>[0]

async function advice(change: Change, said: Parameters<typeof runLine>[0] = {}) {
  const { portfolio } = await runLine({ request: claim(change), ...said })
  return portfolio.advisories.filter(({ section }) => section === 'category').map(({ code, rule }) => `${code} ${rule}`)
}
const postOf = (category: ClaimedCategory): Post => (category.startsWith('head_') ? 'head' : 'teacher')
const BROKEN = ['sequence_broken p. 5, 12']

test.each<[Category | null, ClaimedCategory, boolean]>([
  ['teacher_intern', 'teacher', true],
  ['teacher', 'moderator', true],
  ['teacher', 'expert', false],
  ['moderator', 'moderator', true],
  ['moderator', 'expert', true],
  ['moderator', 'researcher', false],
  ['expert', 'moderator', true],
  ['expert', 'master', false],
  ['researcher', 'master', true],
  ['old_second', 'expert', true],
  ['old_second', 'researcher', false],
  ['old_first', 'researcher', true],
  ['old_first', 'moderator', true],
  ['old_first', 'master', false],
  ['old_highest', 'master', true],
  [null, 'moderator', true],
  [null, 'expert', false],
  ['head_3', 'head_1', true],
  ['expert', 'head_3', true],
])('takes a claim after %s for %s as in order: %s', async (currentCategory, claimedCategory, inOrder) => {
  const change = { currentCategory, claimedCategory, post: postOf(claimedCategory) }
  expect(await advice(change)).toEqual(inOrder ? [] : BROKEN)
})

test('takes the category from the application where the request names none', async () => {
  const said = { 'egov-portal': [draft.category({ category: 'moderator' })] }
  expect(await advice({ currentCategory: undefined, claimedCategory: 'researcher' }, { said })).toEqual(BROKEN)
  expect(await advice({ currentCategory: 'expert', claimedCategory: 'researcher' }, { said })).toEqual([])
})

test.each([
  ['early', '2024-11-25', true],
  ['early', '2024-11-24', false],
  ['regular', '2024-11-25', false],
  ['early', undefined, false],
] as const)('advises an %s attestation of a category of %s as too soon: %s', async (attestation, currentCategorySince, tooSoon) => {
  expect(await advice({ attestation, currentCategorySince })).toEqual(tooSoon ? ['early_too_soon p. 63–64'] : [])
})
