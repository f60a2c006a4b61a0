import { describe, expect, test, vi } from 'vitest'
import { GapCode } from '../../../schemas/gap.ts'
import { order32 } from '../order-32-2025-02-25/index.ts'
import { type GapContext, gapText } from './gaps.ts'

const contexts: GapContext[] = order32.sections.flatMap(({ id, title }) =>
  GapCode.options.flatMap((code) =>
    [true, false].map((typed) => {
      const { actor, manualEntry } = order32.gaps[code]
      return { code, section: id, title, pointer: '/number', actor: typed ? actor : 'teacher', manualEntry: manualEntry && typed }
    }),
  ),
)

test('says something in three languages about every code in every section', () => {
  for (const context of contexts) {
    const { kk, ru, en } = gapText(context)
    expect(kk, context.code).toMatch(/[әғқңөұүһі]/iu)
    expect(ru, context.code).not.toMatch(/[әғқңөұүһі]/iu)
    expect(en).toMatch(/^«[A-Z][^а-яё]+[.!]$/u)
  }
})

test('never says «no record» where the source did not answer', () => {
  for (const context of contexts.filter(({ code }) => code === 'source_unavailable')) {
    expect(gapText(context).ru).toContain('не значит, что записи нет')
  }
})

describe('the sentence', () => {
  const base: GapContext = {
    code: 'incomplete',
    section: 'education',
    title: { kk: 'Білімі', ru: 'Образование', en: 'Education' },
    pointer: '/number',
    actor: 'responsible_person',
    manualEntry: true,
  }

  test('names the field, the actor and the document', () => {
    expect(gapText(base).en).toBe(
      '«Education»: there is a record, but it is incomplete. Missing: number. The responsible person enters the data and attaches ' +
        'the document that proves them; the teacher answers for their truth. Document that proves it: the diploma with its supplement.',
    )
  })

  test('names a school year as such', () => {
    expect(gapText({ ...base, pointer: '/2023-2024' }).kk).toContain('2023-2024 оқу жылы')
  })

  test('sends the applicant of the portal to his application', () => {
    expect(gapText({ ...base, actor: 'teacher', manualEntry: false }).ru).toContain('прикладывает к заявлению на портале')
  })

  test('tells nobody to enter anything while a source is silent', () => {
    expect(gapText({ ...base, code: 'source_unavailable', actor: 'source', manualEntry: false }).ru).toContain('Вносить ничего не нужно')
  })
})

test('gives one object for the same words, until it has made too many', async () => {
  vi.resetModules()
  const { gapText: made } = await import('./gaps.ts')
  const about = (pointer: string, code: GapCode = 'incomplete') =>
    made({ code, section: 'courses', title: order32.title, pointer, actor: 'teacher', manualEntry: true })
  expect(about('/hours')).toBe(about('/hours'))
  expect(about('/hours')).not.toEqual(about('/endsOn'))
  expect(about('/hours', 'conflict')).toBe(about('/endsOn', 'conflict'))
  for (let place = 0; place < 5000; place++) about(`/${place}`)
  expect(about('/late')).toEqual(about('/late'))
  expect(about('/late')).not.toBe(about('/late'))
  expect(about('/hours')).toBe(about('/hours'))
})
