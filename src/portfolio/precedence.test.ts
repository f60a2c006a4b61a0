import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { heldOf } from '../../test/support/held-facts.ts'
import { order32 } from '../rulebook/order-32-2025-02-25/index.ts'
import type { HeldFact } from './held.ts'
import { ordered as byTable } from './precedence.ts'

const ordered = (facts: readonly HeldFact[]) => byTable(facts, ['diplomas'], order32.precedence)

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

test('puts the sources of the section in their order, and the later record of one source first', () => {
  const told = (source: string, recordDate: string | null): HeldFact => {
    const held = heldOf(draft.diploma())
    return { ...held, fact: { ...held.fact, provenance: { ...held.fact.provenance, source, recordDate } } }
  }
  const all = [told('a', null), told('diplomas', '2026-01-01'), told('diplomas', null), told('diplomas', '2026-02-01')]
  const where = ordered(all).map(({ fact }) => [fact.provenance.source, fact.provenance.recordDate])
  expect(where).toEqual([
    ['diplomas', '2026-02-01'],
    ['diplomas', '2026-01-01'],
    ['diplomas', null],
    ['a', null],
  ])
})
