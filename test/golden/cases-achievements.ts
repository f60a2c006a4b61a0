import { achievement, award, generalisation } from '../support/drafts.ts'
import { wronglySigned } from '../support/line.ts'
import type { GoldenCase } from './case.ts'
import { MASTER, MODERATOR, RESEARCHER } from './complete.ts'

const LEARNERS = 'annex 12 row 2.1'
const TEACHER = 'annex 12 row 2.2'
const MATERIALS = 'annex 12 row 3.1'
const LIST = 'p. 5; annex 12 (notes)'
const NAME = { kk: 'Мысал', ru: 'Пример' }
const SINCE = { currentCategorySince: '2022-01-15' }
const other = (change: Parameters<typeof achievement>[0]) => achievement({ participantRef: 'p-2', documentNumber: 'D-2', ...change })
const otherAward = (change: Parameters<typeof award>[0]) => award({ award: { id: 'W-2', name: NAME, listed: true }, ...change })
const otherCouncil = (change: Parameters<typeof generalisation>[0]) => generalisation({ registrationNumber: 'R-2', ...change })
const learners = (...records: ReturnType<typeof achievement>[]) => ({ 'student-achievements': records })
const LOW = { verdict: 'ready', advisories: ['below_level: learner_achievements'] } as const
const HIGH = { verdict: 'ready', advisories: [] } as const

/** Achievements of learners and of the teacher, generalisation of experience: they raise the score and never stand in the way. */
export const achievements: readonly GoldenCase[] = [
  {
    title: 'a teacher whose learners won nothing',
    paragraph: LEARNERS,
    told: learners(),
    expect: {
      verdict: 'ready',
      status: { learner_achievements: 'empty' },
      gaps: { learner_achievements: ['not_found: responsible person types, does not block deciding'] },
    },
  },
  {
    title: 'a researcher whose learners won nothing, who attaches papers himself',
    paragraph: LEARNERS,
    claim: RESEARCHER,
    told: learners(),
    expect: {
      verdict: 'ready',
      status: { learner_achievements: 'empty' },
      gaps: { learner_achievements: ['not_found: teacher acts, does not block deciding'] },
    },
  },
  {
    title: 'a contest that stands on no approved list, beside one that does',
    paragraph: LIST,
    told: learners(achievement(), other({ event: { code: 'OWN', name: NAME, listed: false } })),
    expect: { verdict: 'ready', gaps: { learner_achievements: ['not_on_list at /event: teacher acts, does not block deciding'] } },
  },
  {
    title: 'a contest that stands on no approved list, and no other: nothing counts, so nothing is below the level',
    paragraph: LIST,
    told: learners(achievement({ event: { code: 'OWN', name: NAME, listed: false } })),
    expect: { verdict: 'ready', gaps: { learner_achievements: ['not_on_list at /event: teacher acts, does not block deciding'] } },
  },
  {
    title: 'a republican result of before the present category, beside a later one of the school: only the later one counts',
    paragraph: 'p. 5; annex 12 row 2.1',
    claim: SINCE,
    told: learners(achievement({ level: 1 }), other({ date: '2022-01-14', level: 4 })),
    expect: {
      verdict: 'ready',
      gaps: { learner_achievements: ['out_of_period at /date: teacher acts, does not block deciding'] },
      advisories: ['below_level: learner_achievements'],
    },
  },
  {
    title: 'a contest of which nobody says whether it is on a list',
    paragraph: LIST,
    told: learners(achievement({ event: { code: 'OLYMP', name: NAME, listed: null } })),
    expect: { verdict: 'ready', without: ['learner_achievements: not_on_list'] },
  },
  {
    title: 'a result of before the present category, beside a later one',
    paragraph: 'p. 5',
    claim: SINCE,
    told: learners(achievement(), other({ date: '2022-01-14' })),
    expect: { verdict: 'ready', gaps: { learner_achievements: ['out_of_period at /date: teacher acts, does not block deciding'] } },
  },
  {
    title: 'a result of the day on which the present category was given',
    paragraph: 'p. 5',
    claim: SINCE,
    told: learners(achievement({ date: '2022-01-15' })),
    expect: { verdict: 'ready', without: ['learner_achievements: out_of_period'] },
  },
  {
    title: 'a diploma that names the teacher without a number, matched by name only',
    paragraph: 'p. 60; annex 12 row 2.1',
    told: learners(achievement({ mentorMatch: 'name' })),
    expect: {
      verdict: 'ready',
      gaps: { learner_achievements: ['unverifiable at /mentorMatch: responsible person types, does not block deciding'] },
    },
  },
  {
    title: 'one diploma of a team that two learners bring',
    paragraph: 'annex 12 (notes)',
    told: learners(achievement(), achievement({ participantRef: 'p-2' })),
    expect: {
      verdict: 'ready',
      gaps: { learner_achievements: ['duplicate: teacher acts, does not block deciding'] },
      facts: { learner_achievements: 2 },
    },
  },
  {
    title: 'an achievement without its result',
    paragraph: LEARNERS,
    told: learners(achievement({ result: null })),
    expect: {
      verdict: 'ready',
      gaps: { learner_achievements: ['incomplete at /result: responsible person types, does not block deciding'] },
    },
  },
  {
    title: 'one result that two lists give different levels',
    paragraph: 'p. 60; annex 12 row 2.1',
    told: learners(achievement({}, { recordId: 'one' }), achievement({ level: 2 }, { recordId: 'other' })),
    expect: {
      verdict: 'ready',
      gaps: { learner_achievements: ['conflict at /level: teacher decides what is typed, does not block deciding'] },
    },
  },
  {
    title: 'a record of a contest whose signature is wrong',
    paragraph: 'p. 60',
    told: learners(wronglySigned(achievement()) as ReturnType<typeof achievement>),
    expect: {
      verdict: 'ready',
      gaps: { learner_achievements: ['unverifiable: responsible person types, does not block deciding'] },
      facts: { learner_achievements: 1 },
    },
  },
  {
    title: 'a moderator whose learners won at the school',
    paragraph: LEARNERS,
    claim: MODERATOR,
    told: learners(achievement({ level: 1 })),
    expect: HIGH,
  },
  { title: 'an expert whose learners won in the district', paragraph: LEARNERS, told: learners(achievement({ level: 2 })), expect: HIGH },
  { title: 'an expert whose learners won at the school only', paragraph: LEARNERS, told: learners(achievement({ level: 1 })), expect: LOW },
  {
    title: 'a researcher whose learners won in the region',
    paragraph: LEARNERS,
    claim: RESEARCHER,
    told: learners(achievement({ level: 3 })),
    expect: HIGH,
  },
  {
    title: 'a researcher whose learners won in the district only',
    paragraph: LEARNERS,
    claim: RESEARCHER,
    told: learners(achievement({ level: 2 })),
    expect: LOW,
  },
  {
    title: 'a master whose learners won in the region only',
    paragraph: LEARNERS,
    claim: MASTER,
    told: learners(achievement({ level: 3 })),
    expect: LOW,
  },
  {
    title: 'a master whose learners won abroad',
    paragraph: LEARNERS,
    claim: MASTER,
    told: learners(achievement({ level: 5 })),
    expect: HIGH,
  },
  {
    title: 'a teacher without contests of his own',
    paragraph: TEACHER,
    told: { 'teacher-achievements': [] },
    expect: {
      verdict: 'ready',
      status: { teacher_achievements: 'empty' },
      gaps: { teacher_achievements: ['not_found: responsible person types, does not block deciding'] },
    },
  },
  {
    title: 'a contest of teachers that stands on no approved list, beside one that does',
    paragraph: LIST,
    told: { 'teacher-achievements': [award(), otherAward({ award: { id: 'OWN', name: NAME, listed: false } })] },
    expect: { verdict: 'ready', gaps: { teacher_achievements: ['not_on_list at /award: teacher acts, does not block deciding'] } },
  },
  {
    title: 'an award that was taken back, beside one that was not',
    paragraph: 'p. 62; annex 12 row 2.2',
    told: { 'teacher-achievements': [award(), otherAward({ result: 'revoked' })] },
    expect: { verdict: 'ready', gaps: { teacher_achievements: ['revoked at /result: teacher acts, does not block deciding'] } },
  },
  {
    title: 'an award of before the present category, beside a later one',
    paragraph: 'p. 5',
    claim: SINCE,
    told: { 'teacher-achievements': [award(), otherAward({ date: '2021-05-05' })] },
    expect: { verdict: 'ready', gaps: { teacher_achievements: ['out_of_period at /date: teacher acts, does not block deciding'] } },
  },
  {
    title: 'one order about an award that two records repeat',
    paragraph: 'annex 12 (notes)',
    told: { 'teacher-achievements': [award({ orderNumber: '5' }), award({ orderNumber: '5', date: '2025-11-05' })] },
    expect: { verdict: 'ready', gaps: { teacher_achievements: ['duplicate: teacher acts, does not block deciding'] } },
  },
  {
    title: 'an award without its day',
    paragraph: TEACHER,
    told: { 'teacher-achievements': [award({ date: null })] },
    expect: {
      verdict: 'ready',
      gaps: { teacher_achievements: ['incomplete at /date: responsible person types, does not block deciding'] },
    },
  },
  {
    title: 'an expert who won only at the school',
    paragraph: TEACHER,
    told: { 'teacher-achievements': [award({ level: 1 })] },
    expect: { verdict: 'ready', advisories: ['below_level: teacher_achievements'] },
  },
  {
    title: 'experience that no council has considered',
    paragraph: MATERIALS,
    told: { 'experience-generalisation': [] },
    expect: {
      verdict: 'ready',
      status: { experience_generalisation: 'empty' },
      gaps: { experience_generalisation: ['not_found: responsible person types, does not block deciding'] },
    },
  },
  {
    title: 'minutes of a council without their number',
    paragraph: MATERIALS,
    told: { 'experience-generalisation': [generalisation({ protocolNumber: null })] },
    expect: {
      verdict: 'ready',
      gaps: { experience_generalisation: ['incomplete at /protocolNumber: responsible person types, does not block deciding'] },
    },
  },
  {
    title: 'minutes of before the present category, beside later ones',
    paragraph: 'p. 5',
    claim: SINCE,
    told: { 'experience-generalisation': [generalisation(), otherCouncil({ protocolDate: '2020-04-10' })] },
    expect: {
      verdict: 'ready',
      gaps: { experience_generalisation: ['out_of_period at /protocolDate: teacher acts, does not block deciding'] },
    },
  },
  {
    title: 'a researcher whose materials only a district council recommended',
    paragraph: MATERIALS,
    claim: RESEARCHER,
    told: { 'experience-generalisation': [generalisation({ level: 2 })] },
    expect: { verdict: 'ready', advisories: ['below_level: experience_generalisation'] },
  },
]
