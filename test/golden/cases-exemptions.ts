import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { contract } from '../support/drafts.ts'
import type { Expected, GoldenCase } from './case.ts'
import { MASTER, MODERATOR, RESEARCHER } from './complete.ts'

const CONFIRMING = 'p. 57(3)'
const SERVICE = 'p. 57(1)'
const OLD = 'p. 57(2)'
const LANGUAGE = 'p. 55–56'
/** Whether the test is needed shows where the testing centre has none. */
const NO_TEST = { 'knowledge-test': [] }
const REQUIRED: Expected = {
  verdict: 'may apply',
  status: { knowledge_test: 'empty' },
  gaps: { knowledge_test: ['not_found: teacher acts, blocks deciding'] },
}
const freedBy = (paragraph: string): Expected => ({
  verdict: 'ready',
  closed: { knowledge_test: paragraph },
  without: ['knowledge_test: not_found'],
})

type Claim = Partial<PortfolioRequest>
type Certificate = NonNullable<PortfolioRequest['languageCertificates']>[number]

/** A teacher who claims what he holds. */
const confirms = (category: 'expert' | 'researcher' | 'master', more: Claim = {}): Claim => ({
  claimedCategory: category,
  currentCategory: category,
  ...more,
})
const free = (title: string, paragraph: string, claim: Claim): GoldenCase => ({
  title,
  paragraph,
  claim,
  told: NO_TEST,
  expect: freedBy(paragraph),
})
const mustSit = (title: string, paragraph: string, claim: Claim): GoldenCase => ({
  title,
  paragraph,
  claim,
  told: NO_TEST,
  expect: REQUIRED,
})
const proves = (language: string, kind: Certificate['kind'], score: Certificate['score'], person: Claim = {}, takenOn = '2026-01-10') => ({
  ...person,
  languageCertificates: [{ language, kind, score, takenOn }],
})

/** Who need not sit the test: confirmation, thirty years, old categories, language certificates. */
export const exemptions: readonly GoldenCase[] = [
  free('a researcher who confirms for the first time', CONFIRMING, confirms('researcher')),
  free('a researcher who confirms for the second time in a row', CONFIRMING, confirms('researcher', { confirmationsInRow: 1 })),
  mustSit('a researcher who confirms for the third time in a row', CONFIRMING, confirms('researcher', { confirmationsInRow: 2 })),
  free('a master who confirms for the first time', CONFIRMING, confirms('master', { confirmationsInRow: 0 })),
  free('a master who confirms for the second time in a row', CONFIRMING, confirms('master', { confirmationsInRow: 1 })),
  mustSit('a master who confirms for the third time in a row', CONFIRMING, confirms('master', { confirmationsInRow: 2 })),
  mustSit('an expert who confirms, who has no such right', CONFIRMING, confirms('expert')),
  mustSit('an expert who claims the category of a researcher', CONFIRMING, RESEARCHER),
  free('an expert who confirms after thirty years to the day', SERVICE, confirms('expert', { teachingSince: '1996-11-24' })),
  mustSit('an expert who confirms after thirty years less a day', SERVICE, confirms('expert', { teachingSince: '1996-11-25' })),
  mustSit('a moderator of thirty years who claims more than he holds', SERVICE, { teachingSince: '1980-09-01' }),
  mustSit('a holder of an old category with thirty years, who confirms nothing of the current system', SERVICE, {
    currentCategory: 'old_highest',
    teachingSince: '1980-09-01',
  }),
  free('a researcher who confirms for the third time, after thirty years', SERVICE, {
    ...confirms('researcher', { confirmationsInRow: 2 }),
    teachingSince: '1990-09-01',
  }),
  {
    title: 'an expert whose thirty years the register of contracts shows',
    paragraph: SERVICE,
    claim: confirms('expert'),
    told: { ...NO_TEST, employment: [contract({ startsOn: '1996-11-24' })] },
    expect: freedBy(SERVICE),
  },
  free('a holder of the old first category who claims the one of a moderator', OLD, { ...MODERATOR, currentCategory: 'old_first' }),
  free('a holder of the old highest category who claims the one of a moderator', OLD, { ...MODERATOR, currentCategory: 'old_highest' }),
  mustSit('a holder of the old second category who claims the one of a moderator', OLD, { ...MODERATOR, currentCategory: 'old_second' }),
  mustSit('a holder of the old first category who claims the one of an expert', OLD, { currentCategory: 'old_first' }),
  free('a moderator with IELTS 6.5', LANGUAGE, proves('en', 'IELTS', 6.5, MODERATOR)),
  free('an expert with IELTS 6.5', LANGUAGE, proves('en', 'IELTS', 6.5)),
  mustSit('an expert with IELTS 6.0', LANGUAGE, proves('en', 'IELTS', 6)),
  free('a researcher with IELTS 7.0', LANGUAGE, proves('en', 'IELTS', 7, RESEARCHER)),
  mustSit('a researcher with IELTS 6.5', LANGUAGE, proves('en', 'IELTS', 6.5, RESEARCHER)),
  free('a master with IELTS 7.5', LANGUAGE, proves('en', 'IELTS', 7.5, MASTER)),
  mustSit('a master with IELTS 7.0', LANGUAGE, proves('en', 'IELTS', 7, MASTER)),
  mustSit('an expert with an IELTS certificate that is out of term', LANGUAGE, proves('en', 'IELTS', 8, {}, '2023-01-10')),
  free('a moderator with 79 points of TOEFL', LANGUAGE, proves('en', 'TOEFL_IBT', 79, MODERATOR)),
  mustSit('a moderator with 78 points of TOEFL', LANGUAGE, proves('en', 'TOEFL_IBT', 78, MODERATOR)),
  free('an expert with 85 points of TOEFL', LANGUAGE, proves('en', 'TOEFL_IBT', 85)),
  mustSit('an expert with 84 points of TOEFL', LANGUAGE, proves('en', 'TOEFL_IBT', 84)),
  free('a researcher with 94 points of TOEFL', LANGUAGE, proves('en', 'TOEFL_IBT', 94, RESEARCHER)),
  free('a master with 102 points of TOEFL', LANGUAGE, proves('en', 'TOEFL_IBT', 102, MASTER)),
  mustSit('a master with 101 points of TOEFL', LANGUAGE, proves('en', 'TOEFL_IBT', 101, MASTER)),
  free('an expert with DELF B2 of ten years ago', LANGUAGE, proves('fr', 'DELF', 'B2', {}, '2016-01-10')),
  mustSit('an expert with DELF B1', LANGUAGE, proves('fr', 'DELF', 'B1')),
  free('a master with Goethe C1', LANGUAGE, proves('de', 'GOETHE', 'C1', MASTER)),
  mustSit('a researcher with Goethe B2', LANGUAGE, proves('de', 'GOETHE', 'B2', RESEARCHER)),
  free('a moderator with level B2 of another language', LANGUAGE, proves('tr', 'OTHER', 'B2', MODERATOR)),
  free('an expert with level C1 of another language', LANGUAGE, proves('tr', 'OTHER', 'C1')),
  mustSit('an expert with level B2 of another language', LANGUAGE, proves('tr', 'OTHER', 'B2')),
  mustSit(
    'a researcher with level C2 of another language, of which the Rules say nothing',
    LANGUAGE,
    proves('tr', 'OTHER', 'C2', RESEARCHER),
  ),
  mustSit('an English certificate that is neither IELTS nor TOEFL', LANGUAGE, proves('en', 'OTHER', 'C2')),
  mustSit('an IELTS certificate shown for German', LANGUAGE, proves('de', 'IELTS', 8)),
]
