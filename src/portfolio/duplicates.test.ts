import { expect, test } from 'vitest'
import type { FactDraft } from '../../adapters/adapter.ts'
import * as draft from '../../test/support/drafts.ts'
import { heldOf } from '../../test/support/held-facts.ts'
import { countedTwice } from './duplicates.ts'

const unknown = { name: { kk: 'Мысал', ru: null }, listed: true }

test('names the later of two records that count once', () => {
  const courses = [draft.course(), draft.course({ certificateNumber: 'C-2' }), draft.course({ certificateNumber: 'C-3', code: null })]
  expect(countedTwice(courses.map((one) => heldOf(one))).map(({ key }) => key)).toEqual(['C-2'])
})

test('leaves variants of one record to the conflict', () => {
  const [one, other] = [heldOf(draft.course()), heldOf(draft.course({ hours: 36 }))]
  expect(countedTwice([one, other])).toEqual([])
})

const twice = (one: FactDraft, other: FactDraft) => countedTwice([heldOf(one), heldOf(other)]).map(({ key }) => key)

test.each<[string, FactDraft, FactDraft, string[]]>([
  ['courses of one programme', draft.course(), draft.course({ certificateNumber: 'C-2' }), ['C-2']],
  ['courses of no known programme', draft.course({ code: null }), draft.course({ code: null, certificateNumber: 'C-2' }), []],
  ['learners in one document', draft.achievement(), draft.achievement({ participantRef: 'p-2' }), ['OLYMP p-2']],
  ['learners in two documents', draft.achievement(), draft.achievement({ participantRef: 'p-2', documentNumber: 'D-2' }), []],
  [
    'learners without a document',
    draft.achievement({ documentNumber: null }),
    draft.achievement({ documentNumber: null, participantRef: 'p-2' }),
    [],
  ],
  [
    'learners at an event without a code',
    draft.achievement({ event: { ...unknown, code: null } }),
    draft.achievement({ event: { ...unknown, code: null }, participantRef: 'p-2' }),
    [],
  ],
  ['awards by one order', draft.award({ orderNumber: '5' }), draft.award({ orderNumber: '5', date: '2025-02-10' }), ['W-1 2025-02-10']],
  ['awards by two orders', draft.award({ orderNumber: '5' }), draft.award({ orderNumber: '6', date: '2025-02-10' }), []],
  ['awards without an order', draft.award(), draft.award({ date: '2025-02-10' }), []],
  [
    'awards without a number of their own',
    draft.award({ award: { ...unknown, id: null }, orderNumber: '5' }),
    draft.award({ award: { ...unknown, id: null }, orderNumber: '5', date: '2025-02-10' }),
    [],
  ],
  ['rows for one protocol', draft.generalisation(), draft.generalisation({ registrationNumber: 'R-2' }), ['R-2']],
  [
    'protocols of one number by two councils',
    draft.generalisation(),
    draft.generalisation({ registrationNumber: 'R-2', council: 'ОӘК' }),
    [],
  ],
  [
    'protocols of one number in two years',
    draft.generalisation(),
    draft.generalisation({ registrationNumber: 'R-2', protocolDate: '2024-05-15' }),
    [],
  ],
  [
    'rows without a protocol',
    draft.generalisation({ protocolNumber: null }),
    draft.generalisation({ protocolNumber: null, registrationNumber: 'R-2' }),
    [],
  ],
  ['diplomas', draft.diploma(), draft.diploma({ number: '2' }), []],
])('judges two %s', (_name, one, other, keys) => {
  expect(twice(one, other)).toEqual(keys)
})
