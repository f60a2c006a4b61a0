import { describe, expect, test } from 'vitest'
import type { GapCode } from '../../schemas/gap.ts'
import type { SectionId } from '../../schemas/section.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim, type LineOptions, TODAY } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { gapsIn, sectionOf } from '../../test/support/portfolio-view.ts'
import { order32 } from '../rulebook/order-32-2025-02-25/index.ts'
import { concernedBy, conflictOf, type Looked } from './explain-records.ts'
import { valuesText } from './explain-values.ts'

/** What the first gap of a code in a section is explained by. */
function lookedAt(options: LineOptions, id: SectionId, code: GapCode): Looked {
  const { portfolio } = lineNow({ ...options, said: { ...draft.complete(), ...options.said } })
  const [gap, section] = [gapsIn(portfolio, id).find((one) => one.code === code), sectionOf(portfolio, id)]
  if (!gap || !section) throw new Error(`no ${code} in ${id}`)
  return { portfolioId: 'pf_test', gap, section, gaps: portfolio.gaps, edition: order32, day: TODAY }
}
const keysOf = (looked: Looked) => concernedBy(looked).map(({ provenance }) => provenance.recordId)
const unlisted = { code: 'X', id: 'X', name: { kk: 'X', ru: null }, listed: false }
const since = claim({ currentCategorySince: '2024-01-01' })
const notAgreed = draft.course({ certificateNumber: 'C-0', programmeAgreed: false })
const byOneOrder = ['2020-01-10', '2025-02-10', '2025-11-02'].map((date) => draft.award({ date, orderNumber: '5' }))

describe('a gap is about', () => {
  test.each<[GapCode, SectionId, LineOptions, readonly string[]]>([
    ['expired', 'knowledge_test', { said: { 'knowledge-test': [draft.attempt({ takenOn: '2020-03-14' })] } }, ['T-1']],
    [
      'expired',
      'knowledge_test',
      {
        said: { 'knowledge-test': [draft.attempt({ takenOn: '2020-03-14' }), draft.attempt({ certificateNumber: 'T-2', annulled: true })] },
      },
      ['T-1'],
    ],
    [
      'expired',
      'knowledge_test',
      {
        said: { 'knowledge-test': [draft.attempt({ takenOn: '2020-03-14' }), draft.attempt({ certificateNumber: 'T-2', takenOn: null })] },
      },
      ['T-1'],
    ],
    [
      'revoked',
      'knowledge_test',
      { said: { 'knowledge-test': [draft.attempt(), draft.attempt({ certificateNumber: 'T-2', annulled: true })] } },
      ['T-2'],
    ],
    [
      'expired',
      'knowledge_test',
      {
        said: {
          'knowledge-test': [
            draft.attempt({ takenOn: '2020-03-14' }),
            draft.attempt({ takenOn: '2020-03-14', certificateNumber: 'T-2', kind: 'appeal' }),
          ],
        },
      },
      ['T-2'],
    ],
    ['revoked', 'courses', { said: { courses: [draft.course(), draft.course({ certificateNumber: 'C-2', status: 'revoked' })] } }, ['C-2']],
    ['revoked', 'education', { said: { diplomas: [draft.diploma(), draft.diploma({ number: '2', status: '2' })] } }, ['BD 2']],
    ['revoked', 'teacher_achievements', { said: { 'teacher-achievements': [draft.award({ result: 'revoked' })] } }, ['W-1 2025-11-02']],
    [
      'not_on_list',
      'teacher_achievements',
      { said: { 'teacher-achievements': [draft.award(), draft.award({ award: unlisted })] } },
      ['X 2025-11-02'],
    ],
    [
      'out_of_period',
      'teacher_achievements',
      { request: since, said: { 'teacher-achievements': [draft.award(), draft.award({ date: '2020-01-10' })] } },
      ['W-1 2020-01-10'],
    ],
    [
      'out_of_period',
      'experience_generalisation',
      { request: since, said: { 'experience-generalisation': [draft.generalisation({ protocolDate: '2020-05-15' })] } },
      ['R-1'],
    ],
    [
      'out_of_period',
      'experience_generalisation',
      {
        request: since,
        said: {
          'experience-generalisation': [
            draft.generalisation({ protocolDate: '2020-05-15' }),
            draft.generalisation({ registrationNumber: 'R-2', protocolDate: null }),
          ],
        },
      },
      ['R-1'],
    ],
    [
      'out_of_period',
      'courses',
      { said: { courses: [draft.course(), draft.course({ certificateNumber: 'C-2', endsOn: null, issuedOn: '2019-01-10' })] } },
      ['C-2'],
    ],
    [
      'unverifiable',
      'learner_achievements',
      { said: { 'student-achievements': [draft.achievement({ mentorMatch: 'name' })] } },
      ['OLYMP p-1'],
    ],
    [
      'duplicate',
      'courses',
      { said: { courses: [draft.course(), draft.course({ certificateNumber: 'C-2', endsOn: '2024-03-20' })] } },
      ['C-2'],
    ],
    ['duplicate', 'courses', { said: { courses: [notAgreed, draft.course(), draft.course({ certificateNumber: 'C-2' })] } }, ['C-2']],
    ['duplicate', 'teacher_achievements', { request: since, said: { 'teacher-achievements': byOneOrder } }, ['W-1 2025-02-10']],
    ['not_integrated', 'lesson_observation', {}, []],
  ])('%s in %s: its records', (code, id, options, keys) => {
    expect(keysOf(lookedAt(options, id, code))).toEqual(keys)
  })

  test('no record that its register does not date or of another kind', () => {
    const looked = lookedAt(
      { request: since, said: { 'teacher-achievements': [draft.award({ date: '2020-01-10' })] } },
      'teacher_achievements',
      'out_of_period',
    )
    const stray = lineNow({ said: { diplomas: [draft.diploma()] } }).portfolio
    const facts = sectionOf(stray, 'education')?.facts ?? []
    expect(concernedBy({ ...looked, section: { ...looked.section, facts: [...facts] } })).toEqual([])
    expect(concernedBy({ ...looked, gaps: [] })).toEqual([])
  })

  test('no conflict that names no record', () => {
    const looked = lookedAt({ said: { diplomas: [] } }, 'education', 'not_found')
    expect(conflictOf({ ...looked, section: { ...looked.section, conflicts: [{ pointer: '/number', values: [] }] } })).toBeNull()
  })

  test('the record whose signature is wrong, where no key is named', () => {
    const looked = lookedAt({ said: { diplomas: [draft.diploma({ number: null })] } }, 'education', 'incomplete')
    const facts = looked.section.facts.map((fact) => ({ ...fact, provenance: { ...fact.provenance, signature: 'invalid' as const } }))
    const gap = { ...looked.gap, code: 'unverifiable' as const, pointer: null }
    expect(concernedBy({ ...looked, gap, section: { ...looked.section, facts } })).toHaveLength(1)
    expect(concernedBy({ ...looked, gap })).toEqual([])
  })
})

describe('the values beside a gap', () => {
  const english = (options: LineOptions, id: SectionId, code: GapCode) => {
    const looked = lookedAt(options, id, code)
    return valuesText(looked, concernedBy(looked))?.en
  }
  const rows = (change: Parameters<typeof draft.quality>[0]) => ({
    said: { 'education-quality': [...draft.threeYears(), draft.quality(change)] },
  })

  test('hide long texts and names', () => {
    const said = (number: string) => ({
      'student-achievements': [1, 2].map((level) => draft.achievement({ level: 3, documentNumber: `${number}${level}` })),
    })
    expect(english({ said: said('D-') }, 'learner_achievements', 'conflict')).toMatch(/: D-\d \(fact_\w+\); D-\d \(/)
    expect(english({ said: said('D'.repeat(60)) }, 'learner_achievements', 'conflict')).toMatch(/: ••• \(fact_\w+\); ••• \(/)
    const persons = [draft.person(), draft.person({ birthDate: '1885-03-13' })]
    expect(english({ said: { 'population-register': persons } }, 'identity', 'conflict')).toMatch(/^Birth date: ••• \(fact_/)
    const renamed = rows({ subject: { code: 'PHYS', name: { kk: 'Басқа', ru: 'Пример' } } })
    expect(english(renamed, 'teaching_quality', 'conflict')).toContain(': ••• (fact_')
  })

  test('say days and yes or no in the words of each language', () => {
    const text = (change: Parameters<typeof draft.diploma>[0]) => {
      const diplomas = [draft.diploma(), draft.diploma(change, { recordId: 'other' })]
      const looked = lookedAt({ said: { diplomas } }, 'education', 'conflict')
      return valuesText(looked, concernedBy(looked))
    }
    expect(text({ honours: true })?.kk).toMatch(/^Үздік диплом: (?:иә|жоқ) \(fact_\w+\); (?:иә|жоқ) \(/)
    expect(text({ issuedOn: '1905-07-01', graduationYear: 1905 })?.ru).toMatch(/(?:30\.06|01\.07)\.1905 \(fact_/)
  })

  test('show what is silent as a dash', () => {
    const said = {
      'education-quality': [
        ...draft.threeYears(),
        draft.quality({ students: 27, grade: null }),
        draft.quality({ students: null, grade: 8 }),
      ],
    }
    expect(english({ said }, 'teaching_quality', 'conflict')).toContain('— (fact_')
  })

  test('are none where a gap names no day or no key', () => {
    const looked = lookedAt(
      { said: { courses: [draft.course(), draft.course({ certificateNumber: 'C-2', endsOn: '2019-01-10' })] } },
      'courses',
      'out_of_period',
    )
    const facts = concernedBy(looked)
    expect(valuesText(looked, facts)?.en).toBe('End date: 2019-01-10.')
    expect(valuesText({ ...looked, gap: { ...looked.gap, pointer: null } }, facts)).toBeNull()
    expect(valuesText({ ...looked, gap: { ...looked.gap, pointer: '/title' } }, facts)).toBeNull()
    expect(valuesText({ ...looked, gap: { ...looked.gap, code: 'conflict', pointer: null } }, facts)).toBeNull()
    const whole = { ...looked.gap, code: 'conflict' as const, pointer: '/title' }
    expect(valuesText({ ...looked, gap: whole }, facts)?.en).toContain('••• (fact_')
    const personal = { ...looked.gap, code: 'conflict' as const, pointer: '/title/kk' }
    expect(valuesText({ ...looked, gap: personal }, facts)?.en).toContain('Мысал (fact_')
  })

  test('are the service that is visible, where there is one', () => {
    const short = { said: { employment: [draft.contract({ startsOn: '2025-09-24' })] } }
    expect(english(short, 'experience', 'not_found')).toBe('Service that is visible: 1 y 2 mo.')
    expect(english({ said: { employment: [] } }, 'experience', 'not_found')).toBeUndefined()
  })
})

describe('a record that its source left out', () => {
  const [gone, reported] = [draft.award({ date: '2022-02-02', orderNumber: '1' }), draft.award({ date: '2023-03-03', orderNumber: '2' })]
  const before = { ...draft.complete(), 'teacher-achievements': [gone, reported] }
  const { held } = lineNow({ request: since, said: before })
  const looked = (code: GapCode) =>
    lookedAt({ request: since, held, said: { 'teacher-achievements': [reported] } }, 'teacher_achievements', code)

  test('is no reason of a gap about what is reported', () => {
    expect(concernedBy(looked('out_of_period')).map(({ value }) => 'date' in value && value.date)).toEqual(['2023-03-03'])
  })

  test('is the reason why a document is asked for', () => {
    expect(concernedBy(looked('unverifiable')).map(({ value }) => 'date' in value && value.date)).toEqual(['2022-02-02'])
  })
})
