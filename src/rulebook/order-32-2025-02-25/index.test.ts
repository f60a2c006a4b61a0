import { expect, test } from 'vitest'
import { GapCode } from '../../../schemas/gap.ts'
import { SectionId } from '../../../schemas/section.ts'
import { Edition } from '../edition.ts'
import { editions } from '../index.ts'
import { order32 } from './index.ts'

const PARAGRAPH = /^(?:p\. \d|annex \d|letter |order \d)/
/** What is no rule: the name, the days, what was taken over, and what the gateway's own contract says; `channels` has `channelRule`. */
const UNRULED = ['id', 'title', 'validFrom', 'validUntil', 'takenOver', 'channels', 'channelRule', 'neverTyped', 'actorsKept', 'mandatory']

/** The paths of what states something and has no paragraph, neither by itself nor in each of its members. */
function uncited(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [path]
  if ('rule' in node) return PARAGRAPH.test(String(node.rule)) ? [] : [path]
  const members = Object.entries(node)
  return members.length === 0 ? [path] : members.flatMap(([key, value]) => uncited(value, `${path}/${key}`))
}
const uncitedIn = (edition: object) =>
  Object.entries(edition).flatMap(([part, node]) => (UNRULED.includes(part) ? [] : uncited(node, part)))

test.each(editions.map((edition) => [edition.id, edition] as const))('cites its paragraph in every entry of %s', (_, edition) => {
  expect(uncitedIn(edition)).toEqual([])
  expect(edition.channelRule).toMatch(PARAGRAPH)
  const rules = [...JSON.stringify(edition).matchAll(/"rule":"([^"]*)"/g)].map(([, rule = '']) => rule)
  expect(rules.length).toBeGreaterThan(100)
  expect(rules.filter((rule) => !PARAGRAPH.test(rule))).toEqual([])
})

test('would notice an entry without a paragraph', () => {
  const { rule: _, ...term } = order32.term
  expect(uncitedIn({ ...order32, term, sheets: [{ id: 'new' }] })).toEqual(['term/years', 'term/yearsByPost/head', 'sheets/0/id'])
})

test.each(editions.map((edition) => [edition.id, edition] as const))('keeps %s within the schema', (_, edition) => {
  expect(Edition.parse(edition)).toEqual(edition)
})

test('has every section once, in the order in which they are shown', () => {
  expect(order32.sections.map(({ id }) => id)).toEqual(SectionId.options)
})

test('says what every code means', () => {
  expect(Object.keys(order32.gaps).sort()).toEqual([...GapCode.options].sort())
})

test('never lets anybody type in what a source, an operator or the teacher must settle', () => {
  const typed = Object.entries(order32.gaps).filter(([, rule]) => rule.manualEntry)
  const codes = ['not_found', 'not_digitised', 'not_integrated', 'incomplete', 'unverifiable', 'conflict', 'expired']
  expect(typed.map(([code]) => code)).toEqual(codes)
})

test('requires seven sections to apply and two more for the decision', () => {
  const required = (stage: string) => order32.sections.filter((section) => section.required && section.stage === stage).map(({ id }) => id)
  expect(required('application')).toEqual(['identity', 'application', 'education', 'employment', 'experience', 'category', 'courses'])
  expect(required('decision')).toEqual(['knowledge_test', 'teaching_quality'])
})

test('holds the least service, tests and hours of the Rules', () => {
  expect(order32.experience.years).toEqual({ moderator: 2, expert: 3, researcher: 4, master: 5 })
  expect(order32.test.percent).toMatchObject({ moderator: 60, expert: 70, researcher: 80, master: 90, head_1: 70, deputy_3: 70 })
  expect(order32.courses.hours).toMatchObject({ moderator: 72, master: 108, head_2: 80 })
  expect(order32.term).toMatchObject({ years: 5, yearsByPost: { head: 3 } })
})
