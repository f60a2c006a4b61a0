import { contract } from '../support/drafts.ts'
import type { GoldenCase } from './case.ts'
import { ELSEWHERE, RESEARCHER } from './complete.ts'

const RULE = 'annex 1 item 8(4)'
const OVER = contract({ terminatedOn: '2026-11-23' })
const IN_ANOTHER_SCHOOL = contract({ contractId: 'c-2', employer: ELSEWHERE })
const NO_CONTRACT = {
  employment: ['not_found: responsible person types, blocks applying'],
} as const

/** The workplace: a contract with the school of the claim that is open on the day of the request. */
export const employment: readonly GoldenCase[] = [
  {
    title: 'an open contract with the school of the claim',
    paragraph: RULE,
    expect: { verdict: 'ready', facts: { employment: 1 } },
  },
  {
    title: 'a register that knows no contract at all',
    paragraph: RULE,
    told: { employment: [] },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'empty', experience: 'empty' },
      gaps: { ...NO_CONTRACT, experience: ['not_found: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'a contract that ended the day before',
    paragraph: RULE,
    told: { employment: [OVER] },
    expect: { verdict: 'may not apply', status: { employment: 'partial' }, gaps: NO_CONTRACT, without: ['experience: not_found'] },
  },
  {
    title: 'a contract whose last day is the day of the request',
    paragraph: RULE,
    told: { employment: [contract({ endsOn: '2026-11-24' })] },
    expect: { verdict: 'ready', without: ['employment: not_found'] },
  },
  {
    title: 'a researcher whose contract is over, who attaches the new one himself',
    paragraph: 'annex 1 item 8',
    claim: RESEARCHER,
    told: { employment: [OVER] },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'partial' },
      gaps: { employment: ['not_found: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a contract that begins after the day of the request',
    paragraph: RULE,
    told: { employment: [OVER, contract({ contractId: 'c-3', startsOn: '2026-12-01' })] },
    expect: { verdict: 'may not apply', status: { employment: 'partial' }, gaps: NO_CONTRACT },
  },
  {
    title: 'an open contract only with another school',
    paragraph: RULE,
    told: { employment: [IN_ANOTHER_SCHOOL] },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'partial' },
      gaps: { employment: ['conflict at /employer/bin: teacher decides what is typed, blocks applying'] },
      without: ['employment: not_found', 'experience: not_found'],
    },
  },
  {
    title: 'a researcher who is employed only at another school',
    paragraph: RULE,
    claim: RESEARCHER,
    told: { employment: [IN_ANOTHER_SCHOOL] },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'partial' },
      gaps: { employment: ['conflict at /employer/bin: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a second job beside the one at the school of the claim',
    paragraph: RULE,
    told: { employment: [contract(), contract({ contractId: 'c-2', employer: ELSEWHERE, partTime: true, rate: 0.5 })] },
    expect: { verdict: 'ready', facts: { employment: 2 }, without: ['employment: conflict', 'employment: duplicate'] },
  },
  {
    title: 'a former contract with another school beside the open one',
    paragraph: RULE,
    told: {
      employment: [contract(), contract({ contractId: 'c-0', employer: ELSEWHERE, startsOn: '2020-10-01', terminatedOn: '2021-08-25' })],
    },
    expect: { verdict: 'ready', without: ['employment: conflict', 'employment: expired'] },
  },
  {
    title: 'a contract that does not tell the employer',
    paragraph: RULE,
    told: { employment: [contract({ employer: { ...ELSEWHERE, bin: null } })] },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'partial' },
      gaps: { employment: ['incomplete at /employer/bin: responsible person types, blocks applying'] },
      without: ['employment: conflict', 'employment: not_found'],
    },
  },
  {
    title: 'a contract that tells neither the post nor its code',
    paragraph: RULE,
    told: { employment: [contract({ post: null, position: { code: null, name: { kk: null, ru: null } } })] },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'partial' },
      gaps: { employment: ['incomplete at /post: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'a contract that tells the post by its code only',
    paragraph: RULE,
    told: { employment: [contract({ post: null })] },
    expect: { verdict: 'ready', without: ['employment: incomplete'] },
  },
  {
    title: 'one contract that two lists date differently',
    paragraph: 'p. 60; annex 1 item 8(4)',
    told: { employment: [contract({}, { recordId: 'one' }), contract({ startsOn: '2021-09-15' }, { recordId: 'other' })] },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'partial' },
      gaps: { employment: ['conflict at /startsOn: teacher decides what is typed, blocks applying'] },
    },
  },
]
