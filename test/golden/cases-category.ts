import { application, category, essay } from '../support/drafts.ts'
import type { GoldenCase } from './case.ts'
import { DEPUTY_2, HEAD_2, INTERN, MODERATOR, RESEARCHER } from './complete.ts'

const TERM = 'p. 26'
const PAUSE = 'p. 29'
const ITEM = 'annex 1 item 8(6)'
const EXPIRED = {
  verdict: 'may not apply',
  status: { category: 'partial' },
  gaps: { category: ['expired at /validUntil: responsible person types, blocks applying'] },
} as const
const EXPIRED_ON_PORTAL = { ...EXPIRED, gaps: { category: ['expired at /validUntil: teacher acts, blocks applying'] } } as const
const IN_TERM = { verdict: 'ready', without: ['category: expired'] } as const
const childcare = (from: string, to: string) => [{ from, to, ground: 'childcare' as const }]
const stated = (...change: Parameters<typeof category>) => ({ 'egov-portal': [application(), category(...change), essay()] })
/** The application names the category and no order. */
const WITHOUT_ORDER = { orderNumber: null, orderDate: null, validUntil: null, registrationNumber: null }

/** The present category: there, in its term, prolonged by a pause, or not given yet. */
export const currentCategory: readonly GoldenCase[] = [
  { title: 'a present category that the Platform states', paragraph: ITEM, expect: { verdict: 'ready', facts: { category: 1 } } },
  {
    title: 'a present category that nobody knows',
    paragraph: ITEM,
    claim: { currentCategory: undefined },
    expect: {
      verdict: 'may not apply',
      status: { category: 'empty' },
      gaps: { category: ['not_found: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'a teacher who has no category yet',
    paragraph: ITEM,
    claim: { ...MODERATOR, currentCategory: null },
    expect: { verdict: 'ready', status: { category: 'empty' }, without: ['category: not_found'] },
  },
  {
    title: 'an intern who becomes a teacher by order of the head, without a test and without learners’ results',
    paragraph: 'p. 6',
    claim: INTERN,
    told: { 'knowledge-test': [], 'education-quality': [] },
    expect: {
      verdict: 'ready',
      closed: { knowledge_test: 'p. 6', teaching_quality: 'p. 6' },
      without: ['knowledge_test: not_found', 'teaching_quality: not_found'],
    },
  },
  {
    title: 'an intern without a diploma in the register, for whom the school types it',
    paragraph: 'p. 6; annex 1 item 8(2)',
    claim: INTERN,
    told: { diplomas: [] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'empty' },
      closed: { knowledge_test: 'p. 6', teaching_quality: 'p. 6' },
      gaps: { education: ['not_found: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'a category on its last day',
    paragraph: TERM,
    claim: { currentCategoryValidUntil: '2026-11-24' },
    expect: IN_TERM,
  },
  {
    title: 'a category that ended the day before',
    paragraph: TERM,
    claim: { currentCategoryValidUntil: '2026-11-23' },
    expect: EXPIRED,
  },
  {
    title: 'a category given five years ago to the day',
    paragraph: TERM,
    claim: { currentCategorySince: '2021-11-24' },
    expect: IN_TERM,
  },
  {
    title: 'a category given five years and a day ago',
    paragraph: TERM,
    claim: { currentCategorySince: '2021-11-23' },
    expect: EXPIRED,
  },
  {
    title: 'a category that childcare prolongs: two years after the return have not passed',
    paragraph: PAUSE,
    claim: { currentCategoryValidUntil: '2026-06-01', categoryPauses: childcare('2023-01-10', '2024-11-24') },
    expect: IN_TERM,
  },
  {
    title: 'a category that childcare prolonged: two years after the return passed the day before',
    paragraph: PAUSE,
    claim: { currentCategoryValidUntil: '2026-06-01', categoryPauses: childcare('2023-01-10', '2024-11-23') },
    expect: EXPIRED,
  },
  {
    title: 'a pause that began after the category had ended',
    paragraph: PAUSE,
    claim: { currentCategoryValidUntil: '2026-06-01', categoryPauses: childcare('2026-06-10', '2026-10-01') },
    expect: EXPIRED,
  },
  {
    title: 'a category prolonged by military service',
    paragraph: PAUSE,
    claim: {
      currentCategoryValidUntil: '2025-12-31',
      categoryPauses: [{ from: '2024-12-01', to: '2025-12-01', ground: 'military' }],
    },
    expect: IN_TERM,
  },
  {
    title: 'a researcher whose application names the certificate and the order of the present category',
    paragraph: ITEM,
    claim: RESEARCHER,
    expect: { verdict: 'ready', facts: { category: 1, application: 1 } },
  },
  {
    title: 'a researcher whose order has no number',
    paragraph: ITEM,
    claim: RESEARCHER,
    told: stated({ orderNumber: null }),
    expect: {
      verdict: 'may not apply',
      status: { category: 'partial' },
      gaps: { category: ['incomplete at /orderNumber: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a researcher whose certificate does not tell its end',
    paragraph: ITEM,
    claim: RESEARCHER,
    told: stated({ validUntil: null }),
    expect: {
      verdict: 'may not apply',
      status: { category: 'partial' },
      gaps: { category: ['incomplete at /validUntil: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a researcher with two orders about one category',
    paragraph: 'p. 60; annex 1 item 8(6)',
    claim: RESEARCHER,
    told: { 'egov-portal': [application(), category(), category({ orderNumber: '16' }), essay()] },
    expect: {
      verdict: 'may not apply',
      status: { category: 'partial' },
      gaps: { category: ['conflict at /orderNumber: teacher acts, blocks applying'] },
      facts: { category: 2 },
    },
  },
  {
    title: 'a researcher whose present category has ended',
    paragraph: TERM,
    claim: RESEARCHER,
    told: stated({ validUntil: '2026-11-23' }),
    expect: EXPIRED_ON_PORTAL,
  },
  {
    title: 'a researcher whose ended category childcare prolongs',
    paragraph: PAUSE,
    claim: { ...RESEARCHER, categoryPauses: childcare('2024-02-01', '2026-08-25') },
    told: stated({ validUntil: '2026-06-01' }),
    expect: IN_TERM,
  },
  {
    title: 'a researcher whose application names no present category',
    paragraph: ITEM,
    claim: { ...RESEARCHER, currentCategory: undefined },
    told: { 'egov-portal': [application({ currentCategory: null }), essay()] },
    expect: {
      verdict: 'may not apply',
      status: { category: 'empty' },
      gaps: { category: ['not_found: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a first head three years after the category was given, to the day',
    paragraph: TERM,
    claim: { ...HEAD_2, currentCategorySince: '2023-11-24' },
    told: stated({ ...WITHOUT_ORDER, category: 'head_3', post: 'head' }),
    expect: IN_TERM,
  },
  {
    title: 'a first head three years and a day after the category was given',
    paragraph: TERM,
    claim: { ...HEAD_2, currentCategorySince: '2023-11-23' },
    told: stated({ ...WITHOUT_ORDER, category: 'head_3', post: 'head' }),
    expect: EXPIRED_ON_PORTAL,
  },
  {
    title: 'a deputy head three years and a day after the category was given, for whom it is five years',
    paragraph: TERM,
    claim: { ...DEPUTY_2, currentCategorySince: '2023-11-23' },
    told: stated({ ...WITHOUT_ORDER, category: 'deputy_3', post: 'deputy' }),
    expect: IN_TERM,
  },
  {
    title: 'a holder of the old second category who claims the one of an expert and sits the test',
    paragraph: 'p. 10',
    claim: { currentCategory: 'old_second' },
    expect: { verdict: 'ready' },
  },
  {
    title: 'an early attestation, whose achievements the commission counts',
    paragraph: 'p. 63–64',
    claim: { attestation: 'early' },
    expect: { verdict: 'ready' },
  },
  {
    title: 'a teacher who retires in four years to the day, who need not be attested',
    paragraph: 'p. 30',
    claim: { pensionOn: '2030-11-24' },
    expect: { verdict: 'ready', advisories: ['exempt_from_attestation: category'] },
  },
  {
    title: 'a teacher who retires in four years and a day',
    paragraph: 'p. 30',
    claim: { pensionOn: '2030-11-25' },
    expect: { verdict: 'ready', advisories: [] },
  },
  {
    title: 'a teacher who retires next year and lacks a test: the advice closes nothing',
    paragraph: 'p. 30',
    claim: { pensionOn: '2027-11-24' },
    told: { 'knowledge-test': [] },
    expect: {
      verdict: 'may apply',
      status: { knowledge_test: 'empty' },
      gaps: { knowledge_test: ['not_found: teacher acts, blocks deciding'] },
      advisories: ['exempt_from_attestation: category'],
    },
  },
]
