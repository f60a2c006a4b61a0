import { describe, expect, test } from 'vitest'
import type { FactDraft } from '../../adapters/adapter.ts'
import type { Provenance } from '../../schemas/provenance.ts'
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

test.each<[string, FactDraft, FactDraft]>([
  ['diplomas by day', draft.diploma({ number: '1' }), draft.diploma({ number: '0', issuedOn: '1909-06-30' })],
  ['contracts by their beginning', draft.contract({ contractId: '1' }), draft.contract({ contractId: '2', startsOn: '2022-09-01' })],
  ['tests by day', draft.attempt({ certificateNumber: '1' }), draft.attempt({ certificateNumber: '2', takenOn: '2026-05-14' })],
  ['rows by school year', draft.quality(), draft.quality({ schoolYear: '2025-2026' })],
  ['achievements by day', draft.achievement(), draft.achievement({ participantRef: 'p-2', date: '2026-05-14' })],
  ['awards by day', draft.award(), draft.award({ date: '2025-12-02' })],
  ['minutes by day', draft.generalisation(), draft.generalisation({ registrationNumber: 'R-2', protocolDate: '2025-06-15' })],
  ['courses by their end', draft.course(), draft.course({ certificateNumber: 'C-2', endsOn: '2025-04-20' })],
  ['courses by issue', draft.course({ endsOn: null }), draft.course({ certificateNumber: 'C-2', endsOn: null, issuedOn: '2025-04-20' })],
  ['the reserve by year', draft.reserve({ year: 2024 }), draft.reserve({ year: 2025 })],
])('shows the newest of %s', (_name, older, newer) => {
  const [first, second] = [heldOf(older), heldOf(newer)]
  expect(ordered([first, second])).toEqual([second, first])
})

test('puts what has no date last, and orders it by key', () => {
  const undated = ['2', '1'].map((number) => draft.diploma({ number, issuedOn: null, graduationYear: null }))
  const categories = ['master', 'expert'].map((category) => draft.category({ category: category as 'expert' }))
  expect(ordered([...undated, draft.diploma()].map((one) => heldOf(one))).map(({ key }) => key)).toEqual(['BD 00000000001', 'BD 1', 'BD 2'])
  expect(ordered(categories.map((one) => heldOf(one))).map(({ key }) => key)).toEqual(['expert', 'master'])
})

const HOLDER = { surname: 'МЫСАЛОВА', name: 'ДИНА', patronymic: null, birthDate: '1886-03-12' }

describe('of facts with one key', () => {
  const state = heldOf(draft.diploma())
  const from = (change: Partial<Provenance>, value: object = {}) =>
    ({
      ...state,
      fact: { ...state.fact, value: { ...state.fact.value, ...value }, provenance: { ...state.fact.provenance, ...change } },
    }) as HeldFact

  test.each<[string, HeldFact, HeldFact]>([
    ['the register before what was confirmed', state, from({ origin: 'state_confirmed_manual', source: 'a' })],
    ['what was confirmed before what was computed', from({ origin: 'state_confirmed_manual' }), from({ origin: 'computed', source: 'a' })],
    ['what was computed before what was declared', from({ origin: 'computed' }), from({ origin: 'declared', source: 'a' })],
    ['what was declared before what was typed', from({ origin: 'declared' }), from({ origin: 'manual', source: 'a' })],
    ['sources by name', from({ source: 'a', recordId: '2' }), from({ source: 'b', recordId: '1' })],
    ['records by number, none first', from({ recordId: null }, { series: 'Z' }), from({ recordId: '1' }, { series: 'A' })],
    ['records by number', from({ recordId: '1' }, { series: 'Z' }), from({ recordId: '2' }, { series: 'A' })],
    ['the rest by what it says', from({}, { series: 'A' }), from({}, { series: 'B' })],
    ['of two that say the same, the one that names a person', { ...state, holder: HOLDER }, { ...state, holder: null }],
  ])('puts %s', (_name, one, other) => {
    expect(ordered([other, one])).toEqual([one, other])
    expect(ordered([one, other])).toEqual([one, other])
  })
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
