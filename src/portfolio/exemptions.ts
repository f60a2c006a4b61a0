import type { Category } from '../../schemas/category.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SectionId } from '../../schemas/section.ts'
import type { Edition } from '../rulebook/edition.ts'
import { addYears } from './days.ts'

/** What is known of the teacher when an exemption is looked for: less when planning, more after merging. */
export interface Known {
  readonly currentCategory: Category | null
  /** Whole years of service that the register shows. */
  readonly serviceYears: number
}

const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']

/** A score as a number: CEFR levels are ranked from A1 = 1 to C2 = 6. */
function rank(score: number | string): number {
  if (typeof score === 'number') return score
  const level = CEFR.indexOf(score.trim().toUpperCase().slice(0, 2))
  return level >= 0 ? level + 1 : Number(score.replace(',', '.'))
}

function byConfirming({ claimedCategory, confirmationsInRow }: PortfolioRequest, known: Known, { exemptions }: Edition): string | null {
  const { categories, timesInRow, rule } = exemptions.confirming
  const confirms = known.currentCategory === claimedCategory && categories.includes(claimedCategory)
  return confirms && (confirmationsInRow ?? 0) < timesInRow ? rule : null
}

function byService({ claimedCategory, teachingSince }: PortfolioRequest, known: Known, today: string, { exemptions }: Edition) {
  const { years, categories, rule } = exemptions.service
  if (known.currentCategory !== claimedCategory || !categories.includes(claimedCategory)) return null
  const stated = teachingSince ? addYears(teachingSince, years) <= today : false
  return stated || known.serviceYears >= years ? rule : null
}

function byOldCategory({ claimedCategory }: PortfolioRequest, { currentCategory }: Known, { exemptions }: Edition): string | null {
  const { held, claimed, rule } = exemptions.oldCategories
  return held.some((one) => one === currentCategory) && claimed.includes(claimedCategory) ? rule : null
}

function byLanguage({ claimedCategory, languageCertificates = [] }: PortfolioRequest, today: string, { exemptions }: Edition) {
  const { certificates, rule } = exemptions.languages
  const ofTheirOwn = Object.values(certificates).map((certificate) => certificate.language)
  const valid = languageCertificates.some(({ language, kind, score, takenOn }) => {
    const proof = certificates[kind]
    const proves = proof.language === null ? !ofTheirOwn.includes(language) : proof.language === language
    const bar = proof.least[claimedCategory]
    const inTerm = takenOn <= today && (proof.validYears === null || addYears(takenOn, proof.validYears) > today)
    return proves && bar !== undefined && inTerm && rank(score) >= bar
  })
  return valid ? rule : null
}

/** The paragraph that frees this teacher from a section (Rules, p. 55–57); null: none does. */
export function exemptionFrom(section: SectionId, request: PortfolioRequest, known: Known, today: string, edition: Edition): string | null {
  if (section !== 'knowledge_test') return null
  return (
    byConfirming(request, known, edition) ??
    byService(request, known, today, edition) ??
    byOldCategory(request, known, edition) ??
    byLanguage(request, today, edition)
  )
}
