import { contract, diploma } from '../support/drafts.ts'
import { wronglySigned } from '../support/line.ts'
import type { Effect, Expected, GoldenCase, Told, Who } from './case.ts'
import { CONSENT_TAKEN_BACK, DOWN, LATER, NO_CONSENT, NOBODY_CAN_READ_IT, RESEARCHER, SOMEBODY_ELSE, UNREADABLE } from './complete.ts'

const SILENT = 'p. 16; annex 1 item 9'
const CONSENT = 'annex 1 item 9.3'

/** The register of diplomas gives no proper answer: both of its sections wait, and only the required one blocks. */
const diplomasSay = (
  code: 'source_unavailable' | 'deferred' | 'source_unreadable' | 'foreign_record' | 'consent_missing' | 'consent_revoked',
  who: Who,
): Expected => {
  const line = (effect: Effect) => `${code}: ${who}, ${effect}` as const
  return {
    verdict: 'may not apply',
    status: { education: 'pending', retraining: 'pending' },
    gaps: { education: [line('blocks applying')], retraining: [line('does not block applying')] },
    because: [`education: ${code}`, `retraining: ${code}`],
    without: ['education: not_found'],
    facts: { education: 0 },
  }
}
const diplomas = (title: string, told: Told, expect: Expected, more: Partial<GoldenCase> = {}): GoldenCase => ({
  title,
  paragraph: SILENT,
  told,
  expect,
  ...more,
})

/** Sources that do not answer, cannot be read, speak of somebody else, or may not be asked: never a gap that a human closes by typing. */
export const sources: readonly GoldenCase[] = [
  diplomas(
    'a register of diplomas that does not answer in time',
    { diplomas: DOWN },
    diplomasSay('source_unavailable', 'source must answer'),
  ),
  diplomas(
    'a register of diplomas that is under maintenance',
    { diplomas: { outcome: 'unavailable', reason: 'maintenance' } },
    diplomasSay('source_unavailable', 'source must answer'),
  ),
  diplomas(
    'a register of diplomas that answers a page instead of data',
    { diplomas: { outcome: 'unavailable', reason: 'html' } },
    diplomasSay('source_unavailable', 'source must answer'),
  ),
  diplomas('a register of diplomas that will answer later', { diplomas: LATER }, diplomasSay('deferred', 'source must answer')),
  diplomas(
    'a register of diplomas whose answer lost its keys',
    { diplomas: NOBODY_CAN_READ_IT },
    diplomasSay('source_unreadable', 'operator acts'),
  ),
  diplomas(
    'a register of diplomas whose every record cannot be read',
    { diplomas: [UNREADABLE, UNREADABLE] },
    diplomasSay('source_unreadable', 'operator acts'),
  ),
  diplomas(
    'a register of diplomas that answers about somebody else',
    { diplomas: SOMEBODY_ELSE },
    diplomasSay('foreign_record', 'operator acts'),
  ),
  diplomas('a teacher who has given no consent', { diplomas: NO_CONSENT }, diplomasSay('consent_missing', 'teacher acts'), {
    paragraph: CONSENT,
  }),
  diplomas(
    'a teacher who refused the consent',
    { diplomas: { outcome: 'consent_missing', reason: 'refused' } },
    diplomasSay('consent_missing', 'teacher acts'),
    { paragraph: CONSENT },
  ),
  diplomas('a teacher who took the consent back', { diplomas: CONSENT_TAKEN_BACK }, diplomasSay('consent_revoked', 'teacher acts'), {
    paragraph: CONSENT,
  }),
  diplomas(
    'a teacher who took the consent back after the diploma had been read: it is used no more',
    { diplomas: CONSENT_TAKEN_BACK },
    diplomasSay('consent_revoked', 'teacher acts'),
    { paragraph: CONSENT, before: {} },
  ),
  diplomas(
    'a register of diplomas that answers about somebody else after it had told a valid one: nothing is used',
    { diplomas: SOMEBODY_ELSE },
    diplomasSay('foreign_record', 'operator acts'),
    { before: {} },
  ),
  diplomas(
    'a researcher while the register of diplomas is silent: nobody attaches what may be there',
    { diplomas: DOWN },
    diplomasSay('source_unavailable', 'source must answer'),
    { claim: RESEARCHER },
  ),
  diplomas(
    'a register of diplomas that is silent after it had told an incomplete one: nobody is asked to type',
    { diplomas: DOWN },
    { ...diplomasSay('source_unavailable', 'source must answer'), facts: { education: 1 }, without: ['education: incomplete'] },
    { before: { diplomas: [diploma({ number: null })] } },
  ),
  {
    title: 'a register of diplomas that is silent today, after it had told a valid one',
    paragraph: SILENT,
    before: {},
    told: { diplomas: DOWN },
    expect: {
      verdict: 'may not apply',
      status: { retraining: 'pending' },
      gaps: { retraining: ['source_unavailable: source must answer, does not block applying'] },
      because: ['education: source_unavailable', 'retraining: source_unavailable'],
      without: ['education: not_found', 'education: source_unavailable'],
      facts: { education: 1 },
    },
  },
  {
    title: 'one record that cannot be read beside a valid diploma',
    paragraph: SILENT,
    told: { diplomas: [diploma(), UNREADABLE] },
    expect: {
      verdict: 'may not apply',
      // The record may be one of retraining: nobody has said that there is none.
      status: { education: 'partial', retraining: 'pending' },
      gaps: { education: ['source_unreadable: operator acts, blocks applying'] },
      facts: { education: 1 },
    },
  },
  {
    title: 'one contract that cannot be read beside one that is over: nobody types what it may hold',
    paragraph: SILENT,
    told: { employment: [contract({ terminatedOn: '2026-08-31' }), UNREADABLE] },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'partial' },
      gaps: { employment: ['source_unreadable: operator acts, blocks applying'] },
      without: ['employment: not_found'],
    },
  },
  {
    title: 'a register of contracts that is silent, of which also the service depends',
    paragraph: SILENT,
    claim: { teachingSince: '1998-09-01' },
    told: { employment: DOWN },
    expect: {
      verdict: 'may not apply',
      status: { employment: 'pending', experience: 'pending' },
      gaps: {
        employment: ['source_unavailable: source must answer, blocks applying'],
        experience: ['source_unavailable: source must answer, blocks applying'],
      },
      without: ['experience: not_digitised', 'employment: not_found'],
    },
  },
  {
    title: 'a testing centre that is silent',
    paragraph: 'p. 16, 62',
    told: { 'knowledge-test': DOWN },
    expect: {
      verdict: 'may apply',
      status: { knowledge_test: 'pending' },
      gaps: { knowledge_test: ['source_unavailable: source must answer, blocks deciding'] },
    },
  },
  {
    title: 'a journal whose answer cannot be read',
    paragraph: 'p. 16; annex 12 row 1.1',
    told: { 'education-quality': NOBODY_CAN_READ_IT },
    expect: {
      verdict: 'may apply',
      status: { teaching_quality: 'pending' },
      gaps: { teaching_quality: ['source_unreadable: operator acts, blocks deciding'] },
      without: ['teaching_quality: incomplete'],
    },
  },
  {
    title: 'a testing centre that is silent about a researcher who need not sit the test: it is not asked',
    paragraph: 'p. 57(3)',
    claim: { ...RESEARCHER, currentCategory: 'researcher' },
    told: { 'knowledge-test': DOWN },
    expect: { verdict: 'ready', closed: { knowledge_test: 'p. 57(3)' }, without: ['knowledge_test: source_unavailable'] },
  },
  {
    title: 'a testing centre that was asked and is silent, before the contracts showed thirty years',
    paragraph: 'p. 57(1)',
    claim: { currentCategory: 'expert' },
    told: { 'knowledge-test': DOWN, employment: [contract({ startsOn: '1996-11-24' })] },
    expect: {
      verdict: 'may apply',
      closed: { knowledge_test: 'p. 57(1)' },
      because: ['knowledge_test: source_unavailable'],
      without: ['knowledge_test: source_unavailable'],
    },
  },
  {
    title: 'a list of contests that is silent, which may not delay the application',
    paragraph: 'p. 16; annex 12 row 2.1',
    told: { 'student-achievements': DOWN },
    expect: {
      verdict: 'may apply',
      status: { learner_achievements: 'pending' },
      gaps: { learner_achievements: ['source_unavailable: source must answer, does not block deciding'] },
      because: ['learner_achievements: source_unavailable'],
      without: ['learner_achievements: not_found'],
    },
  },
  {
    title: 'a diploma whose signature is wrong: it stays, and the commission looks',
    paragraph: 'p. 60; annex 1 item 8(2)',
    told: { diplomas: [wronglySigned(diploma())] },
    expect: {
      verdict: 'ready',
      gaps: { education: ['unverifiable: responsible person types, does not block applying'] },
      facts: { education: 1 },
    },
  },
]
