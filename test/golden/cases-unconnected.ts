import type { GoldenCase } from './case.ts'
import { RESEARCHER } from './complete.ts'

/** Sources that nobody has connected: said as such, and typed by hand where the Rules let anybody type. */
export const unconnected: readonly GoldenCase[] = [
  {
    title: 'courses of which no register is connected',
    paragraph: 'p. 60; annex 1 item 8(5)',
    told: { courses: 'not connected' },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'not_asked' },
      gaps: { courses: ['not_integrated: responsible person types, blocks applying'] },
      without: ['courses: not_found'],
    },
  },
  {
    title: 'a researcher where no register of courses is connected',
    paragraph: 'annex 1 item 8(5)',
    claim: RESEARCHER,
    told: { courses: 'not connected' },
    expect: {
      verdict: 'may not apply',
      status: { courses: 'not_asked' },
      gaps: { courses: ['not_integrated: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a testing centre that is not connected: a test is never typed in',
    paragraph: 'p. 62',
    told: { 'knowledge-test': 'not connected' },
    expect: {
      verdict: 'may apply',
      status: { knowledge_test: 'not_asked' },
      gaps: { knowledge_test: ['not_integrated: teacher acts, blocks deciding'] },
    },
  },
  {
    title: 'minutes of councils of which no register is connected',
    paragraph: 'p. 60; annex 12 row 3.1',
    told: { 'experience-generalisation': 'not connected' },
    expect: {
      verdict: 'ready',
      status: { experience_generalisation: 'not_asked' },
      gaps: { experience_generalisation: ['not_integrated: responsible person types, does not block deciding'] },
    },
  },
]
