import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { heldOf } from '../../test/support/held-facts.ts'
import type { HeldFact } from './held.ts'
import { ordered } from './precedence.ts'

test('puts the newest first, by year where there is no day', () => {
  const diplomas = [
    draft.diploma({ number: '1', issuedOn: '1903-06-30' }),
    draft.diploma({ number: '2', issuedOn: null, graduationYear: 1907 }),
    draft.diploma({ number: '3', issuedOn: '1905-06-30' }),
  ]
  expect(ordered(diplomas.map((one) => heldOf(one))).map(({ key }) => key)).toEqual(['BD 2', 'BD 3', 'BD 1'])
})

test('puts what a register says before what a human says', () => {
  const state = heldOf(draft.diploma())
  const manual: HeldFact = { ...state, fact: { ...state.fact, provenance: { ...state.fact.provenance, origin: 'manual', source: 'a' } } }
  expect(ordered([manual, state])).toEqual([state, manual])
})

test('does not depend on the order of arrival', () => {
  const rows = ['9А', '9Б', '10А'].map((name) => heldOf(draft.quality({ class: name })))
  expect(ordered([...rows].reverse())).toEqual(ordered(rows))
})
