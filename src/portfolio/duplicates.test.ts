import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { heldOf } from '../../test/support/held-facts.ts'
import { countedTwice } from './duplicates.ts'

test('names the later of two records that count once', () => {
  const courses = [draft.course(), draft.course({ certificateNumber: 'C-2' }), draft.course({ certificateNumber: 'C-3', code: null })]
  expect(countedTwice(courses.map((one) => heldOf(one))).map(({ key }) => key)).toEqual(['C-2'])
})

test('leaves variants of one record to the conflict', () => {
  const [one, other] = [heldOf(draft.course()), heldOf(draft.course({ hours: 36 }))]
  expect(countedTwice([one, other])).toEqual([])
})

test('leaves documents without a number alone', () => {
  const awards = ['2025-01-10', '2025-02-10'].map((date) => heldOf(draft.award({ date })))
  expect(countedTwice(awards)).toEqual([])
})
