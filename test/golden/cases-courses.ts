import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { course } from '../support/drafts.ts'
import type { GoldenCase } from './case.ts'
import { DEPUTY_2, HEAD_1, HEAD_3, MASTER, RESEARCHER } from './complete.ts'

const WINDOW = 'annex 1 item 8(5); annex 12 row 4.1'
const HOURS = 'annex 12 row 4.1'
const LEADERS = 'annex 13'
const kind = (organisationKind: PortfolioRequest['organisationKind'], claim: Partial<PortfolioRequest> = {}) => ({
  ...claim,
  organisationKind,
})
const lasting = (...hours: number[]) => ({
  courses: hours.map((count, index) => course({ hours: count, certificateNumber: `C-${index}`, code: `K-${index}` })),
})
const ENOUGH = { verdict: 'ready', advisories: [] } as const
const TOO_FEW = { verdict: 'ready', advisories: ['below_level: courses'], without: ['courses: not_found'] } as const
const enough = (title: string, paragraph: string, claim: Partial<PortfolioRequest>, ...hours: number[]): GoldenCase => ({
  title,
  paragraph,
  claim,
  told: lasting(...hours),
  expect: ENOUGH,
})
const tooFew = (...[title, paragraph, claim, ...hours]: Parameters<typeof enough>): GoldenCase => ({
  title,
  paragraph,
  claim,
  told: lasting(...hours),
  expect: TOO_FEW,
})

/** Courses: one agreed programme in three years to apply; hours are advice. */
export const courses: readonly GoldenCase[] = [
  {
    title: 'a register that knows no course',
    paragraph: WINDOW,
    told: { courses: [] },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'empty' },
      gaps: { courses: ['not_found: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'a researcher without a course, who attaches the certificate himself',
    paragraph: WINDOW,
    claim: RESEARCHER,
    told: { courses: [] },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'empty' },
      gaps: { courses: ['not_found: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a course whose programme is not agreed and no other',
    paragraph: 'annex 1 item 8(5)',
    told: { courses: [course({ programmeAgreed: false })] },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'partial' },
      gaps: {
        courses: [
          'programme_not_agreed at /programmeAgreed: teacher acts, does not block applying',
          'not_found: responsible person types, blocks applying',
        ],
      },
    },
  },
  {
    title: 'a course whose programme is not agreed beside one that is',
    paragraph: 'annex 1 item 8(5)',
    told: { courses: [course(), course({ programmeAgreed: false, certificateNumber: 'C-2', code: 'K-2' })] },
    expect: {
      verdict: 'ready',
      gaps: { courses: ['programme_not_agreed at /programmeAgreed: teacher acts, does not block applying'] },
      without: ['courses: not_found'],
    },
  },
  {
    title: 'a course of which nobody says whether its programme is agreed',
    paragraph: 'annex 1 item 8(5)',
    told: { courses: [course(), course({ programmeAgreed: null, certificateNumber: 'C-2', code: 'K-2' })] },
    expect: { verdict: 'ready', without: ['courses: programme_not_agreed'] },
  },
  {
    title: 'a course that ended three years ago to the day',
    paragraph: WINDOW,
    told: { courses: [course({ endsOn: '2023-11-24' })] },
    expect: { verdict: 'ready', without: ['courses: out_of_period'] },
  },
  {
    title: 'a course that ended three years and a day ago',
    paragraph: WINDOW,
    told: { courses: [course({ endsOn: '2023-11-23', issuedOn: '2023-11-30' })] },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'partial' },
      gaps: {
        courses: [
          'out_of_period at /endsOn: teacher acts, does not block applying',
          'not_found: responsible person types, blocks applying',
        ],
      },
    },
  },
  {
    title: 'a course before the window beside one within it',
    paragraph: WINDOW,
    told: { courses: [course(), course({ endsOn: '2020-03-20', certificateNumber: 'C-0', code: 'K-0' })] },
    expect: {
      verdict: 'ready',
      gaps: { courses: ['out_of_period at /endsOn: teacher acts, does not block applying'] },
      without: ['courses: not_found'],
    },
  },
  {
    title: 'a course that ends after the day of the request, beside one within the window',
    paragraph: WINDOW,
    told: { courses: [course(), course({ endsOn: '2026-12-10', issuedOn: null, certificateNumber: 'C-9', code: 'K-9' })] },
    expect: { verdict: 'ready', gaps: { courses: ['out_of_period at /endsOn: teacher acts, does not block applying'] } },
  },
  {
    title: 'a course that does not tell its hours',
    paragraph: HOURS,
    told: { courses: [course({ hours: null }), ...lasting(72).courses] },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'partial' },
      gaps: { courses: ['incomplete at /hours: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'a course that does not tell its end',
    paragraph: WINDOW,
    told: { courses: [course({ endsOn: null })] },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'partial' },
      gaps: { courses: ['incomplete at /endsOn: responsible person types, blocks applying'] },
      without: ['courses: not_found'],
    },
  },
  {
    title: 'the same programme attended twice, whose hours count once',
    paragraph: 'annex 12 (notes)',
    told: { courses: [course({ hours: 40 }), course({ hours: 40, certificateNumber: 'C-2', endsOn: '2026-03-20' })] },
    expect: {
      verdict: 'ready',
      gaps: { courses: ['duplicate: teacher acts, does not block applying'] },
      advisories: ['below_level: courses'],
    },
  },
  {
    title: 'one certificate that two lists show with different hours',
    paragraph: 'p. 60; annex 12 row 4.1',
    told: { courses: [course({ hours: 80 }, { recordId: 'one' }), course({ hours: 72 }, { recordId: 'other' })] },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'partial' },
      gaps: { courses: ['conflict at /hours: teacher decides what is typed, blocks applying'] },
      without: ['courses: duplicate'],
    },
  },
  {
    title: 'a course whose certificate was taken back and no other',
    paragraph: 'p. 62; annex 1 item 8(5)',
    told: { courses: [course({ status: 'Revoked' })] },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'partial' },
      gaps: { courses: ['revoked at /status: teacher acts, blocks applying'] },
      without: ['courses: not_found'],
    },
  },
  {
    title: 'an annulled certificate beside a valid one, whose hours alone count',
    paragraph: 'p. 62; annex 12 row 4.1',
    told: { courses: [course({ hours: 36 }), course({ status: 'annulled', certificateNumber: 'C-2', code: 'K-2' })] },
    expect: {
      verdict: 'ready',
      gaps: { courses: ['revoked at /status: teacher acts, does not block applying'] },
      advisories: ['below_level: courses'],
    },
  },
  {
    title: 'a certificate with a status that nobody explains',
    paragraph: 'annex 1 item 8(5)',
    told: { courses: [course({ status: 'archived' })] },
    expect: { verdict: 'ready', without: ['courses: revoked'] },
  },
  enough('an expert with 72 hours', HOURS, {}, 72),
  tooFew('an expert with 71 hours', HOURS, {}, 71),
  enough('an expert with two different programmes of 36 hours', HOURS, {}, 36, 36),
  enough('a researcher with 80 hours', HOURS, RESEARCHER, 80),
  tooFew('a researcher with 79 hours', HOURS, RESEARCHER, 79),
  enough('a master with 108 hours', HOURS, MASTER, 108),
  tooFew('a master with 107 hours', HOURS, MASTER, 107),
  enough('an expert of a preschool with 36 hours', HOURS, kind('preschool'), 36),
  tooFew('an expert of a preschool with 35 hours', HOURS, kind('preschool'), 35),
  enough('a researcher of additional education with 72 hours', HOURS, kind('additional', RESEARCHER), 72),
  tooFew('a master of a special school with 79 hours', HOURS, kind('special', MASTER), 79),
  tooFew('an expert of a college with 36 hours, of whom the full scale is asked', HOURS, kind('tvet'), 36),
  enough('a head of the third category with 72 hours', LEADERS, HEAD_3, 72),
  tooFew('a head of the first category with 107 hours', LEADERS, HEAD_1, 107),
  tooFew('a deputy head of the second category with 79 hours', LEADERS, DEPUTY_2, 79),
]
