import { quality, threeYears } from '../support/drafts.ts'
import type { GoldenCase } from './case.ts'
import { ELSEWHERE, MASTER, MODERATOR, qualityOf, RESEARCHER } from './complete.ts'

const RULE = 'annex 12 row 1.1'
const YEARS_BUT_2024 = threeYears().filter(({ value }) => value.schoolYear !== '2024-2025')
/** Growth is meant the same by the year and over the whole period in these series. */
const REACHED = { verdict: 'ready', advisories: [] } as const
const BELOW = { verdict: 'ready', advisories: ['below_level: teaching_quality'], without: ['teaching_quality: not_found'] } as const
const grown = (...percents: Parameters<typeof qualityOf>) => ({ 'education-quality': qualityOf(...percents) })
type Period = 'Q1' | 'Q2' | 'Q3' | 'Q4'
const quarters = (name: string, subject: string, ...periods: Period[]) =>
  periods.map((period) => quality({ period, class: name, subject: { code: subject, name: { kk: 'Пән', ru: 'Предмет' } } }))
const MISSING_2024 = {
  verdict: 'may apply',
  status: { teaching_quality: 'partial' },
  gaps: { teaching_quality: ['incomplete at /2024-2025: responsible person types, blocks deciding'] },
  without: ['teaching_quality: not_found'],
} as const

/** Knowledge quality: three completed school years, each by a row of the year or by all four quarters of one class and subject. */
export const teachingQuality: readonly GoldenCase[] = [
  {
    title: 'a row of the year for each of three school years',
    paragraph: RULE,
    expect: { verdict: 'ready', facts: { teaching_quality: 3 } },
  },
  {
    title: 'a journal that has nothing about the teacher',
    paragraph: RULE,
    told: { 'education-quality': [] },
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'empty' },
      gaps: { teaching_quality: ['not_found: responsible person types, blocks deciding'] },
    },
  },
  {
    title: 'a researcher of whom the journal has nothing, who attaches the monitoring himself',
    paragraph: RULE,
    claim: RESEARCHER,
    told: { 'education-quality': [] },
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'empty' },
      gaps: { teaching_quality: ['not_found: teacher acts, blocks deciding'] },
    },
  },
  {
    title: 'four quarters in place of a row of the year',
    paragraph: RULE,
    told: { 'education-quality': [...YEARS_BUT_2024, ...quarters('9А', 'PHYS', 'Q1', 'Q2', 'Q3', 'Q4')] },
    expect: { verdict: 'ready', without: ['teaching_quality: incomplete'] },
  },
  {
    title: 'three quarters of a year',
    paragraph: RULE,
    told: { 'education-quality': [...YEARS_BUT_2024, ...quarters('9А', 'PHYS', 'Q1', 'Q2', 'Q3')] },
    expect: MISSING_2024,
  },
  {
    title: 'four quarters, two of one class and two of another',
    paragraph: RULE,
    told: { 'education-quality': [...YEARS_BUT_2024, ...quarters('9А', 'PHYS', 'Q1', 'Q2'), ...quarters('9Б', 'PHYS', 'Q3', 'Q4')] },
    expect: MISSING_2024,
  },
  {
    title: 'four quarters, two of one subject and two of another',
    paragraph: RULE,
    told: { 'education-quality': [...YEARS_BUT_2024, ...quarters('9А', 'PHYS', 'Q1', 'Q2'), ...quarters('9А', 'MATH', 'Q3', 'Q4')] },
    expect: MISSING_2024,
  },
  {
    title: 'four quarters of classes of the same name, two at one school and two at another',
    paragraph: RULE,
    told: {
      'education-quality': [
        ...YEARS_BUT_2024,
        ...quarters('9А', 'PHYS', 'Q1', 'Q2'),
        quality({ period: 'Q3', organisationBin: ELSEWHERE.bin }),
        quality({ period: 'Q4', organisationBin: ELSEWHERE.bin }),
      ],
    },
    expect: MISSING_2024,
  },
  {
    title: 'a school year of which the journal has nothing',
    paragraph: RULE,
    told: { 'education-quality': threeYears().slice(1) },
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'partial' },
      gaps: { teaching_quality: ['incomplete at /2023-2024: responsible person types, blocks deciding'] },
    },
  },
  {
    title: 'two school years of which the journal has nothing',
    paragraph: RULE,
    told: { 'education-quality': [quality()] },
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'partial' },
      gaps: {
        teaching_quality: [
          'incomplete at /2023-2024: responsible person types, blocks deciding',
          'incomplete at /2025-2026: responsible person types, blocks deciding',
        ],
      },
    },
  },
  {
    title: 'the current school year, which replaces none of the three',
    paragraph: RULE,
    told: { 'education-quality': [...YEARS_BUT_2024, quality({ schoolYear: '2026-2027' })] },
    expect: MISSING_2024,
  },
  {
    title: 'the three years before a request on 30 June, when the school year is not over',
    paragraph: RULE,
    today: '2026-06-30',
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'partial' },
      gaps: { teaching_quality: ['incomplete at /2022-2023: responsible person types, blocks deciding'] },
    },
  },
  {
    title: 'the three years before a request on 1 July, when the school year is over',
    paragraph: RULE,
    today: '2026-07-01',
    expect: { verdict: 'ready' },
  },
  {
    title: 'a row that tells percents and no marks',
    paragraph: RULE,
    told: { 'education-quality': [...YEARS_BUT_2024, quality({ marks: null })] },
    expect: { verdict: 'ready', without: ['teaching_quality: incomplete'] },
  },
  {
    title: 'a row of a further class that tells neither marks nor percents',
    paragraph: RULE,
    told: { 'education-quality': [...threeYears(), quality({ class: '9Б', marks: null, qualityPercent: null, performancePercent: null })] },
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'partial' },
      gaps: { teaching_quality: ['incomplete at /marks: responsible person types, blocks deciding'] },
    },
  },
  {
    title: 'two journals that contradict each other about one class and year',
    paragraph: 'p. 60; annex 12 row 1.1',
    told: {
      'education-quality': [...threeYears(), quality({ vendor: 'BilimClass', qualityPercent: 72 }, { recordId: 'other' })],
    },
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'partial' },
      gaps: { teaching_quality: ['conflict at /qualityPercent: teacher decides what is typed, blocks deciding'] },
      facts: { teaching_quality: 4 },
    },
  },
  {
    title: 'two journals that say the same about one class and year',
    paragraph: RULE,
    told: { 'education-quality': [...threeYears(), quality({ vendor: 'BilimClass' }, { recordId: 'other' })] },
    expect: { verdict: 'ready', facts: { teaching_quality: 3 }, without: ['teaching_quality: conflict', 'teaching_quality: duplicate'] },
  },
  {
    title: 'a row whose percent is not the one of its marks',
    paragraph: 'p. 60; annex 12 row 1.1',
    told: { 'education-quality': [...YEARS_BUT_2024, quality({ qualityPercent: 90 })] },
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'partial' },
      gaps: { teaching_quality: ['conflict at /qualityPercent: teacher decides what is typed, blocks deciding'] },
      facts: { teaching_quality: 3 },
    },
  },
  { title: 'a moderator whose quality goes up and down', paragraph: RULE, claim: MODERATOR, told: grown(70, 74, 71), expect: REACHED },
  { title: 'an expert whose quality stays the same', paragraph: RULE, told: grown(70, 70, 70), expect: REACHED },
  { title: 'an expert whose quality falls', paragraph: RULE, told: grown(76, 73, 70), expect: BELOW },
  { title: 'a researcher whose quality grows', paragraph: RULE, claim: RESEARCHER, told: grown(70, 71, 72), expect: REACHED },
  { title: 'a researcher whose quality stays the same', paragraph: RULE, claim: RESEARCHER, told: grown(70, 70, 70), expect: BELOW },
  {
    title: 'a master whose quality grows by three percent a year',
    paragraph: RULE,
    claim: MASTER,
    told: grown(70, 73, 76),
    expect: REACHED,
  },
  { title: 'a master whose quality grows by two percent in all', paragraph: RULE, claim: MASTER, told: grown(70, 71, 72), expect: BELOW },
]
