import { expect, test } from 'vitest'
import { GapCode } from '../../../schemas/gap.ts'
import { SectionId } from '../../../schemas/section.ts'
import { order32 } from './index.ts'

/** Every object of the edition that states a rule, with its path. */
function* entries(node: unknown, path = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) yield [path, node as Record<string, unknown>]
  for (const [key, value] of Object.entries(node)) yield* entries(value, `${path}/${key}`)
}
/** The parts of the edition that hold a threshold, a window, a list or a meaning. */
const STATING =
  /^\/(?:sections\/\d+|sections\/\d+\/notApplicable\/\d+|gaps\/\w+|registers\/\w+|levels\/\w+|exemptions\/\w+|education|quality|courses|test|experience|term|pauses)$/

test('cites its paragraph in every entry', () => {
  const stating = [...entries(order32)].filter(([path]) => STATING.test(path))
  expect(stating.length).toBeGreaterThan(60)
  for (const [path, entry] of stating) expect(entry.rule, path).toMatch(/^(?:p\. \d|annex \d+)/)
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
