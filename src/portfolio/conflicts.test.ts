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

test('names the value of a silent record as null', () => {
  const rows = [quality({ students: 26, grade: null }), quality({ students: 25, grade: 9 }, '2')]
  const { facts, conflicts } = foldDuplicates(rows)
  expect(facts).toHaveLength(2)
  expect(conflicts.map(({ pointer }) => pointer)).toEqual(['/students'])
  const third = foldDuplicates([...rows, quality({ students: null, grade: 8 }, '3')]).conflicts
  expect(third.map(({ values }) => values.map(({ value }) => value))).toEqual([
    [null, 9, 8],
    [26, 25, null],
  ])
})

test('does not call it a conflict when and where something was written down', () => {
  const achievements = [
    draft.achievement({ certificateUrl: 'https://example.kz/1', result: null }),
    draft.achievement({ certificateUrl: 'https://example.kz/2', date: null }),
  ]
  const { facts, conflicts } = foldDuplicates(achievements.map((one) => heldOf(one)))
  expect([facts.length, conflicts]).toEqual([2, []])
  const rows = [quality({ calculatedOn: '2025-06-10', grade: null }), quality({ calculatedOn: '2025-06-11', students: null })]
  expect(foldDuplicates(rows).conflicts).toEqual([])
})

test('gives later variants ids of their own, by source, record and value', () => {
  const variants = (students: number, recordId: string | null, source: string) =>
    foldDuplicates([quality({}), heldOf(draft.quality({ students }, { recordId }), source)]).facts[1]?.fact.id
  const ids = [variants(1, '2', 'a'), variants(2, '2', 'a'), variants(1, null, 'a'), variants(1, '2', 'b'), quality({}).fact.id]
  expect(new Set(ids).size).toBe(5)
  expect(variants(1, '2', 'a')).toBe(ids[0])
  expect(variants(1, '', 'a')).toBe(ids[2])
})

test('keeps each of the other groups beside a folded one', () => {
  const other = quality({ schoolYear: '2023-2024' })
  const { facts } = foldDuplicates([quality({}), other, quality({}, '2')])
  expect(facts.map(({ key }) => key)).toEqual([quality({}).key, other.key])
  const course = { ...heldOf(draft.course()), key: other.key }
  expect(foldDuplicates([other, course, other]).facts).toEqual([other, course])
})
