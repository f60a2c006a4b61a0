import { expect, test } from 'vitest'
import type { Fact } from '../../schemas/fact.ts'
import * as draft from '../../test/support/drafts.ts'
import { heldOf } from '../../test/support/held-facts.ts'
import { foldDuplicates } from './conflicts.ts'

const quality = (change: Parameters<typeof draft.quality>[0], recordId = '1') => heldOf(draft.quality(change, { recordId }))
const studentsIn = (fact: Fact) => (fact.type === 'quality_row' ? fact.value.students : null)

test('makes one fact of records that say the same', () => {
  const { facts, conflicts } = foldDuplicates([quality({}), quality({ vendor: 'BilimClass', calculatedOn: '2025-07-01' }, '2')])
  expect(facts).toHaveLength(1)
  expect(conflicts).toEqual([])
})

test('keeps the record that tells more', () => {
  const { facts, conflicts } = foldDuplicates([quality({ marks: null, students: null }), quality({}, '2')])
  expect(facts.map(({ fact }) => studentsIn(fact))).toEqual([26])
  expect(conflicts).toEqual([])
})

test('names every key on which records disagree, with the values of both', () => {
  const { facts, conflicts } = foldDuplicates([quality({}), quality({ students: 25, qualityPercent: 80 }, '2')])
  expect(conflicts.map(({ pointer }) => pointer)).toEqual(['/qualityPercent', '/students'])
  expect(conflicts[1]?.values).toEqual([
    { factId: facts[0]?.fact.id, value: 26 },
    { factId: facts[1]?.fact.id, value: 25 },
  ])
  expect(facts[0]?.fact.id).not.toBe(facts[1]?.fact.id)
})

test('leaves records of different keys alone', () => {
  const facts = [quality({}), quality({ schoolYear: '2023-2024' })]
  expect(foldDuplicates(facts)).toEqual({ facts, conflicts: [] })
})
