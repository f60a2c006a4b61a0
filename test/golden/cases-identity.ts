import type { Holder } from '../../adapters/adapter.ts'
import { achievement, course, diploma, person } from '../support/drafts.ts'
import type { GoldenCase } from './case.ts'
import { DOWN, NO_CONSENT } from './complete.ts'

const PERSON = 'annex 1 item 8'
const MISMATCH = 'annex 1 item 9'
const named = (surname: string, name = 'АЙША', birthDate: string | null = null): { holder: Holder } => ({
  holder: { surname, name, patronymic: null, birthDate },
})
const STRANGER = named('БӨТЕНОВА', 'ҚАРЛЫҒАШ')
const BORN_ANOTHER_DAY = named('ҮЛГІБАЕВА', 'АЙША', '1885-12-03')
const NAMES = { surname: 'Үлгібаева', name: 'Айша', birthDate: '1885-03-12' }
const DIFFERS_IN_EDUCATION = {
  verdict: 'may not apply',
  status: { education: 'partial' },
  gaps: { education: ['identity_mismatch: teacher acts, blocks applying'] },
} as const
const REGISTER_SILENT = ['source_unavailable: source must answer, blocks applying'] as const

/** The person: never typed in, and compared with every record that names one. */
export const identity: readonly GoldenCase[] = [
  {
    title: 'a person whom the population register does not know',
    paragraph: PERSON,
    told: { 'population-register': [] },
    expect: {
      verdict: 'may not apply',
      status: { identity: 'empty' },
      gaps: { identity: ['not_found: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a person without a surname in the register',
    paragraph: PERSON,
    told: { 'population-register': [person({ surname: null })] },
    expect: {
      verdict: 'may not apply',
      status: { identity: 'partial' },
      gaps: { identity: ['incomplete at /surname: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a person without a patronymic, who lacks nothing',
    paragraph: PERSON,
    expect: { verdict: 'ready', without: ['identity: incomplete'] },
  },
  {
    title: 'a population register that is silent',
    paragraph: 'p. 16',
    told: { 'population-register': DOWN },
    expect: {
      verdict: 'may not apply',
      status: { identity: 'pending' },
      gaps: { identity: REGISTER_SILENT },
      without: ['identity: not_found'],
    },
  },
  {
    title: 'a population register that is not connected',
    paragraph: PERSON,
    told: { 'population-register': 'not connected' },
    expect: {
      verdict: 'may not apply',
      status: { identity: 'not_asked' },
      gaps: { identity: ['not_integrated: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a teacher who has not let the population register be asked',
    paragraph: 'annex 1 item 9.3',
    told: { 'population-register': NO_CONSENT },
    expect: {
      verdict: 'may not apply',
      status: { identity: 'pending' },
      gaps: { identity: ['consent_missing: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a diploma that spells the Kazakh surname in Russian letters',
    paragraph: MISMATCH,
    told: { diplomas: [diploma({}, named('УЛЬГИБАЕВА'))] },
    expect: { verdict: 'ready', without: ['education: identity_mismatch'] },
  },
  {
    title: 'a diploma of somebody with another name',
    paragraph: MISMATCH,
    told: { diplomas: [diploma({}, STRANGER)] },
    expect: { ...DIFFERS_IN_EDUCATION, facts: { education: 1 } },
  },
  {
    title: 'a diploma of somebody with the same name, born on another day',
    paragraph: MISMATCH,
    told: { diplomas: [diploma({}, BORN_ANOTHER_DAY)] },
    expect: DIFFERS_IN_EDUCATION,
  },
  {
    title: 'two diplomas with another name, which are one question to the teacher',
    paragraph: MISMATCH,
    told: { diplomas: [diploma({}, STRANGER), diploma({ number: '2', level: '07' }, STRANGER)] },
    expect: { ...DIFFERS_IN_EDUCATION, facts: { education: 2 } },
  },
  {
    title: 'a course in another name',
    paragraph: MISMATCH,
    told: { courses: [course({}, STRANGER)] },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'partial' },
      gaps: { courses: ['identity_mismatch: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a diploma of a contest that names another teacher, which blocks nothing',
    paragraph: MISMATCH,
    told: { 'student-achievements': [achievement({ level: 4 }, STRANGER)] },
    expect: { verdict: 'ready', gaps: { learner_achievements: ['identity_mismatch: teacher acts, does not block deciding'] } },
  },
  {
    title: 'a diploma in another name while the register is silent and the Platform states the name',
    paragraph: MISMATCH,
    claim: { names: NAMES },
    told: { 'population-register': DOWN, diplomas: [diploma({}, STRANGER)] },
    expect: {
      ...DIFFERS_IN_EDUCATION,
      status: { identity: 'pending', education: 'partial' },
      gaps: { ...DIFFERS_IN_EDUCATION.gaps, identity: REGISTER_SILENT },
    },
  },
  {
    title: 'a diploma in any name while nobody states a name',
    paragraph: MISMATCH,
    told: { 'population-register': DOWN, diplomas: [diploma({}, STRANGER)] },
    expect: {
      verdict: 'may not apply',
      status: { identity: 'pending' },
      gaps: { identity: REGISTER_SILENT },
      without: ['education: identity_mismatch'],
    },
  },
  {
    title: 'a diploma of somebody born on another day than the person number says, while nobody states a name',
    paragraph: MISMATCH,
    told: { 'population-register': DOWN, diplomas: [diploma({}, BORN_ANOTHER_DAY)] },
    expect: {
      ...DIFFERS_IN_EDUCATION,
      status: { identity: 'pending', education: 'partial' },
      gaps: { ...DIFFERS_IN_EDUCATION.gaps, identity: REGISTER_SILENT },
    },
  },
]
