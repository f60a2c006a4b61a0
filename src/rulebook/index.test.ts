import { describe, expect, test } from 'vitest'
import { ClaimedCategory, type OrganisationKind, type Post } from '../../schemas/category.ts'
import type { SectionId } from '../../schemas/section.ts'
import { claim } from '../../test/support/line.ts'
import { nextDay } from '../portfolio/days.ts'
import { channelOf, closedBy, editionById, editionFor, editions, sectionRule, sectionsFor, sourcesOf, within } from './index.ts'
import { order32 } from './order-32-2025-02-25/index.ts'

type Change = Parameters<typeof claim>[0]
const claimOf = (change: Change) => {
  const request = claim(change)
  return { request, channel: channelOf(request.claimedCategory, order32) }
}
const listed = (change: Change) => sectionsFor(claimOf(change), order32).map(({ id }) => id)
const closed = (id: SectionId, change: Change) => closedBy(sectionRule(order32, id), claimOf(change))

test.each([
  ['2031-01-01', 'order-32-2025-02-25'],
  ['2025-03-10', 'order-32-2025-02-25'],
  ['2025-03-09', 'order-72-2025-01-01'],
  ['2025-01-01', 'order-72-2025-01-01'],
  ['2024-12-31', 'order-72-2024-04-08'],
  ['2024-04-08', 'order-72-2024-04-08'],
  ['2020-01-01', 'order-72-2024-04-08'],
])('takes the edition in force on %s', (day, id) => {
  expect(editionFor(day).id).toBe(id)
})

test('has one edition for every day from the first one on: each ends on the day before the next begins', () => {
  const begins = editions.slice(1).map(({ validFrom }) => validFrom)
  expect(editions.slice(0, -1).map(({ validUntil }) => validUntil && nextDay(validUntil))).toEqual(begins)
  expect(begins).toEqual([...begins].sort())
  expect(editions.at(-1)?.validUntil).toBeNull()
})

test('finds an edition by its id, and nothing for an id that is none', () => {
  for (const edition of editions) expect(editionById(edition.id)).toBe(edition)
  expect([editionById('order-1'), editionById('')]).toEqual([null, null])
})

describe('channels and sections', () => {
  const plain = 13
  test.each<[string, string, number]>([
    ['teacher', 'none', plain],
    ['moderator', 'platform', plain],
    ['expert', 'platform', plain],
    ['researcher', 'portal', plain + 2],
    ['master', 'portal', plain + 2],
    ['head_3', 'portal', plain + 4],
    ['head_2', 'portal', plain + 4],
    ['head_1', 'portal', plain + 4],
    ['deputy_3', 'portal', plain + 4],
    ['deputy_2', 'portal', plain + 4],
    ['deputy_1', 'portal', plain + 4],
  ])('sends %s through %s and lists %i sections', (category, channel, count) => {
    const claimedCategory = ClaimedCategory.parse(category)
    const post = category.startsWith('head_') ? 'head' : category.startsWith('deputy_') ? 'deputy' : 'teacher'
    expect(channelOf(claimedCategory, order32)).toBe(channel)
    expect(listed({ claimedCategory, post })).toHaveLength(count)
  })

  test('takes the category from the application on the portal alone', () => {
    const category = sectionRule(order32, 'category')
    expect(sourcesOf(category, claimOf({ claimedCategory: 'expert' }))).toEqual(['platform'])
    expect(sourcesOf(category, claimOf({ claimedCategory: 'master' }))).toEqual(['egov-portal'])
  })
})

describe('indicators', () => {
  test.each<[Post, OrganisationKind, RegExp | null]>([
    ['teacher', 'school', null],
    ['teacher', 'preschool', null],
    ['tvet_master', 'tvet', null],
    ['psychologist', 'school', /posts without row 1\.1/],
    ['career_adviser', 'school', /posts without row 1\.1/],
    ['special_teacher', 'special', /1\.1a/],
    ['teacher', 'correction', /1\.1a/],
    ['teacher', 'pmpk', /no row 1\.1/],
    ['methodist', 'school', /sheet of methodists/],
    ['head', 'school', null],
    ['head', 'method_office', /method offices/],
  ])('closes the quality of %s in %s by %s', (post, organisationKind, rule) => {
    const paragraph = closed('teaching_quality', { post, organisationKind })
    if (rule === null) expect(paragraph).toBeNull()
    else expect(paragraph).toMatch(rule)
  })

  test.each([
    ['teaching', null],
    ['upbringing', 'annex 13 (deputies by line)'],
  ] as const)('closes the quality of a deputy for %s by %s', (deputyLine, rule) => {
    expect(closed('teaching_quality', { post: 'deputy', claimedCategory: 'deputy_3', deputyLine })).toBe(rule)
  })

  test('closes test and quality without a channel (p. 6)', () => {
    const change = { claimedCategory: 'teacher', currentCategory: 'teacher_intern' } as const
    expect([closed('knowledge_test', change), closed('teaching_quality', change)]).toEqual(['p. 6', 'p. 6'])
  })
})

test('says which edition lacks a section', () => {
  expect(() => sectionRule({ ...order32, sections: [] }, 'essay')).toThrow(`edition ${order32.id} lacks section essay`)
})

describe('a circle', () => {
  const { request, channel } = claimOf({ post: 'deputy', deputyLine: 'teaching', claimedCategory: 'deputy_3', organisationKind: 'tvet' })

  test.each([
    [{}, true],
    [{ channels: ['portal'], posts: ['deputy'], kinds: ['tvet'], lines: ['teaching'], categories: ['deputy_3'] }, true],
    [{ channels: ['platform'] }, false],
    [{ posts: ['head'] }, false],
    [{ kinds: ['school'] }, false],
    [{ lines: ['upbringing'] }, false],
    [{ categories: ['deputy_2'] }, false],
    [{ posts: [] }, false],
  ] as const)('%o holds for a deputy: %s', (circle, holds) => {
    expect(within(circle as never, { request, channel })).toBe(holds)
  })

  test('of lines holds for nobody without one', () => {
    expect(within({ lines: ['teaching'] }, claimOf({}))).toBe(false)
    expect(within({ lines: ['teaching'] }, claimOf({ deputyLine: null }))).toBe(false)
  })
})
