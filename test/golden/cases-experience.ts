import { contract } from '../support/drafts.ts'
import type { GoldenCase } from './case.ts'
import { ELSEWHERE, HEAD_3, INTERN, MASTER, MODERATOR, RESEARCHER } from './complete.ts'

const RULE = 'p. 5'
const REGISTER = 'p. 5, 60'
const since = (startsOn: string) => ({ employment: [contract({ startsOn })] })
const TOO_SHORT = {
  verdict: 'may not apply',
  status: { experience: 'partial' },
  gaps: { experience: ['not_found: responsible person types, blocks applying'] },
  without: ['experience: not_digitised', 'employment: not_found'],
} as const
const TOO_SHORT_ON_PORTAL = { ...TOO_SHORT, gaps: { experience: ['not_found: teacher acts, blocks applying'] } } as const
const ON_PAPER = {
  verdict: 'may not apply',
  status: { experience: 'partial' },
  gaps: { experience: ['not_digitised: responsible person types, blocks applying'] },
  without: ['experience: not_found'],
} as const

/** Teaching experience: two, three, four and five years, and what lies before the register of contracts. */
export const experience: readonly GoldenCase[] = [
  {
    title: 'a moderator with two years of service to the day',
    paragraph: RULE,
    claim: MODERATOR,
    told: since('2024-11-24'),
    expect: { verdict: 'ready' },
  },
  {
    title: 'a moderator with two years less a day',
    paragraph: RULE,
    claim: MODERATOR,
    told: since('2024-11-25'),
    expect: TOO_SHORT,
  },
  { title: 'an expert with three years of service to the day', paragraph: RULE, told: since('2023-11-24'), expect: { verdict: 'ready' } },
  { title: 'an expert with three years less a day', paragraph: RULE, told: since('2023-11-25'), expect: TOO_SHORT },
  {
    title: 'a researcher with four years of service to the day',
    paragraph: RULE,
    claim: RESEARCHER,
    told: since('2022-11-24'),
    expect: { verdict: 'ready' },
  },
  {
    title: 'a researcher with four years less a day',
    paragraph: RULE,
    claim: RESEARCHER,
    told: since('2022-11-25'),
    expect: TOO_SHORT_ON_PORTAL,
  },
  {
    title: 'a master with five years of service to the day',
    paragraph: RULE,
    claim: MASTER,
    told: since('2021-11-24'),
    expect: { verdict: 'ready' },
  },
  {
    title: 'a master with five years less a day',
    paragraph: RULE,
    claim: MASTER,
    told: since('2021-11-25'),
    expect: TOO_SHORT_ON_PORTAL,
  },
  {
    title: 'a head with a month of service, of whom no least number of years is asked',
    paragraph: RULE,
    claim: HEAD_3,
    told: since('2026-10-20'),
    expect: { verdict: 'ready', without: ['experience: not_found'] },
  },
  {
    title: 'an intern after a year at the school',
    paragraph: 'p. 6',
    claim: INTERN,
    told: since('2025-09-01'),
    expect: { verdict: 'ready', closed: { knowledge_test: 'p. 6', teaching_quality: 'p. 6' }, without: ['experience: not_found'] },
  },
  {
    title: 'two stretches of service that make three years together',
    paragraph: RULE,
    told: {
      employment: [
        contract({ contractId: 'c-0', startsOn: '2021-09-01', terminatedOn: '2022-08-31' }),
        contract({ startsOn: '2024-11-24' }),
      ],
    },
    expect: { verdict: 'ready' },
  },
  {
    title: 'two stretches of service that are a few days too short together',
    paragraph: RULE,
    told: {
      employment: [
        contract({ contractId: 'c-0', startsOn: '2021-09-01', terminatedOn: '2022-08-31' }),
        contract({ startsOn: '2024-11-27' }),
      ],
    },
    expect: TOO_SHORT,
  },
  {
    title: 'two jobs at the same time, which are not twice the time',
    paragraph: RULE,
    told: {
      employment: [
        contract({ startsOn: '2024-09-01' }),
        contract({ contractId: 'c-2', employer: ELSEWHERE, partTime: true, rate: 0.5, startsOn: '2024-01-10' }),
      ],
    },
    expect: TOO_SHORT,
  },
  {
    title: 'service that began before the register of contracts and that it shows too little of',
    paragraph: REGISTER,
    claim: { teachingSince: '1998-09-01' },
    told: since('2025-09-01'),
    expect: ON_PAPER,
  },
  {
    title: 'service that began on the day before the register did',
    paragraph: REGISTER,
    claim: { teachingSince: '2020-09-17' },
    told: since('2025-09-01'),
    expect: ON_PAPER,
  },
  {
    title: 'service that began on the first day of the register',
    paragraph: REGISTER,
    claim: { teachingSince: '2020-09-18' },
    told: since('2025-09-01'),
    expect: TOO_SHORT,
  },
  {
    title: 'service that began before the register, of which it shows enough',
    paragraph: REGISTER,
    claim: { teachingSince: '1998-09-01' },
    expect: { verdict: 'ready', without: ['experience: not_digitised'] },
  },
  {
    title: 'service on paper only, without any contract',
    paragraph: REGISTER,
    claim: { teachingSince: '1998-09-01' },
    told: { employment: [] },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'empty', experience: 'empty' },
      gaps: {
        employment: ['not_found: responsible person types, blocks applying'],
        experience: ['not_digitised: responsible person types, blocks applying'],
      },
      without: ['employment: not_digitised'],
    },
  },
  {
    title: 'a researcher with service on paper, who attaches the labour book himself',
    paragraph: REGISTER,
    claim: { ...RESEARCHER, teachingSince: '2005-09-01' },
    told: since('2025-09-01'),
    expect: {
      verdict: 'may not apply',
      status: { experience: 'partial' },
      gaps: { experience: ['not_digitised: teacher acts, blocks applying'] },
    },
  },
]
