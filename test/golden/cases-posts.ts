import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SectionId } from '../../schemas/section.ts'
import type { GoldenCase } from './case.ts'
import { DEPUTY_2, HEAD_2, MASTER, RESEARCHER } from './complete.ts'

type Claim = Partial<PortfolioRequest>
type Closed = Partial<Record<SectionId, string>>

const NO_QUALITY: Closed = { teaching_quality: 'annex 12' }
const SKILLS_INSTEAD: Closed = { teaching_quality: 'annex 12 row 1.1a' }
const METHODIST: Closed = { teaching_quality: 'annex 12', learner_achievements: 'annex 12' }
const BY_LINE: Closed = { teaching_quality: 'annex 13' }

/** No source has anything on knowledge quality: where the post has the row that is a gap, where it has not it is none. */
const NO_JOURNAL = { 'education-quality': [] }
const asked = (title: string, claim: Claim, paragraph = 'annex 12 row 1.1'): GoldenCase => ({
  title,
  paragraph,
  claim,
  told: NO_JOURNAL,
  expect: {
    verdict: 'may apply',
    status: { teaching_quality: 'empty' },
    gaps: { teaching_quality: ['not_found: responsible person types, blocks deciding'] },
  },
})
const notAsked = (title: string, claim: Claim, closed: Closed, paragraph = closed.teaching_quality ?? ''): GoldenCase => ({
  title,
  paragraph,
  claim,
  told: NO_JOURNAL,
  expect: { verdict: 'ready', closed, without: ['teaching_quality: not_found', 'teaching_quality: incomplete'] },
})

/** Posts and kinds of organisations: who has the row of knowledge quality, and what else does not apply. */
export const posts: readonly GoldenCase[] = [
  asked('a teacher of a school without records of knowledge quality', { post: 'teacher' }),
  asked('a teacher of a preschool without records of mastery of the programme', { organisationKind: 'preschool' }),
  asked('a teacher of additional education without records of mastery of the programme', { organisationKind: 'additional' }),
  asked('a teacher of a college without records of knowledge quality', { organisationKind: 'tvet' }),
  asked('a teacher of a special school without records of knowledge quality', { organisationKind: 'special' }),
  asked('a master of production training', { post: 'tvet_master', organisationKind: 'tvet' }),
  notAsked('a psychologist', { post: 'psychologist' }, NO_QUALITY),
  notAsked('a social teacher', { post: 'social_teacher' }, NO_QUALITY),
  notAsked('a career adviser', { post: 'career_adviser' }, NO_QUALITY),
  notAsked('an organiser', { post: 'organiser' }, NO_QUALITY),
  notAsked('a teacher’s assistant', { post: 'assistant' }, NO_QUALITY),
  notAsked('a psychologist who claims the category of a researcher', { ...RESEARCHER, post: 'psychologist' }, NO_QUALITY),
  notAsked('a career adviser who claims the category of a master', { ...MASTER, post: 'career_adviser' }, NO_QUALITY),
  notAsked('a special teacher of a school, who has formed skills in its place', { post: 'special_teacher' }, SKILLS_INSTEAD),
  notAsked('a special teacher of a preschool', { post: 'special_teacher', organisationKind: 'preschool' }, SKILLS_INSTEAD),
  notAsked('a teacher of a correction office', { organisationKind: 'correction' }, SKILLS_INSTEAD),
  notAsked('a special teacher of a correction office', { post: 'special_teacher', organisationKind: 'correction' }, SKILLS_INSTEAD),
  notAsked('a teacher of a psychological, medical and pedagogical consultation', { organisationKind: 'pmpk' }, NO_QUALITY),
  notAsked('a psychologist of such a consultation', { post: 'psychologist', organisationKind: 'pmpk' }, NO_QUALITY),
  notAsked(
    'a special teacher of such a consultation, where nobody has the row of formed skills either',
    { post: 'special_teacher', organisationKind: 'pmpk' },
    { teaching_quality: 'annex 12 (PMPK' },
    'annex 12 (PMPK: no rows 1.1 and 1.1a)',
  ),
  notAsked('a methodist of a college', { post: 'methodist', organisationKind: 'tvet' }, METHODIST),
  notAsked('a methodist of additional education', { ...RESEARCHER, post: 'methodist', organisationKind: 'additional' }, METHODIST),
  {
    title: 'a methodist without contests of learners, who has no such row',
    paragraph: 'annex 12 (sheet of methodists)',
    claim: { post: 'methodist', organisationKind: 'tvet' },
    told: { 'student-achievements': [] },
    expect: { verdict: 'ready', closed: METHODIST, without: ['learner_achievements: not_found'] },
  },
  {
    title: 'a methodist of a method office, who has no row of contests either',
    paragraph: 'annex 12 (sheet of methodists)',
    claim: { post: 'methodist', organisationKind: 'method_office' },
    told: { ...NO_JOURNAL, 'student-achievements': [], 'teacher-achievements': [] },
    expect: {
      verdict: 'ready',
      closed: { ...METHODIST, teacher_achievements: 'annex 12' },
      without: ['teacher_achievements: not_found', 'learner_achievements: not_found'],
    },
  },
  {
    title: 'a deputy head for teaching without records of knowledge quality',
    paragraph: 'annex 13',
    claim: DEPUTY_2,
    told: NO_JOURNAL,
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'empty' },
      gaps: { teaching_quality: ['not_found: teacher acts, blocks deciding'] },
    },
  },
  notAsked('a deputy head for methods', { ...DEPUTY_2, deputyLine: 'methodical' }, BY_LINE),
  notAsked('a deputy head for production', { ...DEPUTY_2, deputyLine: 'production', organisationKind: 'tvet' }, BY_LINE),
  notAsked('a deputy head for informatisation', { ...DEPUTY_2, deputyLine: 'informatisation' }, BY_LINE),
  notAsked('a deputy head for upbringing', { ...DEPUTY_2, deputyLine: 'upbringing' }, BY_LINE),
  {
    title: 'a head of a school without records of knowledge quality',
    paragraph: 'annex 13',
    claim: HEAD_2,
    told: NO_JOURNAL,
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'empty' },
      gaps: { teaching_quality: ['not_found: teacher acts, blocks deciding'] },
    },
  },
  notAsked('a head of a method office', { ...HEAD_2, organisationKind: 'method_office' }, BY_LINE),
  notAsked('a deputy head of a method office', { ...DEPUTY_2, deputyLine: 'methodical', organisationKind: 'method_office' }, BY_LINE),
]
