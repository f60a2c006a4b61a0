import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { GoldenCase } from './case.ts'
import { MASTER, RESEARCHER } from './complete.ts'

const ORDER = 'p. 5, 12'
const OLD = 'p. 10'
const EARLY = 'p. 63'

type Claim = Partial<PortfolioRequest>

const inOrder = (title: string, paragraph: string, claim: Claim): GoldenCase => ({
  title,
  paragraph,
  claim,
  expect: { verdict: 'ready', advisories: [] },
})
/** The commission is told; whether somebody is admitted is not for the gateway to say, so nothing is missing. */
const advised = (advice: 'sequence_broken' | 'early_too_soon', title: string, paragraph: string, claim: Claim): GoldenCase => ({
  title,
  paragraph,
  claim,
  expect: { verdict: 'ready', advisories: [`${advice}: category`] },
})

/** The claim itself: categories one after another, old ones by their own ladder, and the two years before an early attestation. */
export const claims: readonly GoldenCase[] = [
  advised('sequence_broken', 'a teacher who claims the category of an expert', ORDER, { currentCategory: 'teacher' }),
  advised('sequence_broken', 'a moderator who claims the category of a researcher', ORDER, { ...RESEARCHER, currentCategory: 'moderator' }),
  advised('sequence_broken', 'an expert who claims the category of a master', ORDER, { ...MASTER, currentCategory: 'expert' }),
  inOrder('a researcher who claims the category of a master', ORDER, MASTER),
  inOrder('an expert who goes back to the category of an expert', ORDER, { currentCategory: 'expert' }),
  advised('sequence_broken', 'a holder of the old second category who claims the one of a researcher', OLD, {
    ...RESEARCHER,
    currentCategory: 'old_second',
  }),
  inOrder('a holder of the old first category who claims the one of a researcher', OLD, { ...RESEARCHER, currentCategory: 'old_first' }),
  advised('sequence_broken', 'a holder of the old first category who claims the one of a master', OLD, {
    ...MASTER,
    currentCategory: 'old_first',
  }),
  inOrder('a holder of the old highest category who claims the one of a master', OLD, { ...MASTER, currentCategory: 'old_highest' }),
  inOrder('an early attestation two years after the category was given, to the day', EARLY, {
    attestation: 'early',
    currentCategorySince: '2024-11-24',
  }),
  advised('early_too_soon', 'an early attestation two years less a day after the category was given', EARLY, {
    attestation: 'early',
    currentCategorySince: '2024-11-25',
  }),
  inOrder('a regular attestation less than two years after the category was given', 'p. 3', { currentCategorySince: '2024-11-25' }),
]
