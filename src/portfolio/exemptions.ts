import type { SectionId } from '../../schemas/section.ts'
import type { Edition } from '../rulebook/edition.ts'
import type { Claim } from '../rulebook/index.ts'

type Request = Claim['request']

const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']

/** The same day some years later; 29 February becomes 1 March where there is none. */
export function addYears(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10)
}

/** A score as a number: CEFR levels are ranked from A1 = 1 to C2 = 6. */
function rank(score: number | string): number {
  if (typeof score === 'number') return score
  const level = CEFR.indexOf(score.trim().toUpperCase().slice(0, 2))
  return level >= 0 ? level + 1 : Number(score.replace(',', '.'))
}

function byConfirming({ claimedCategory, currentCategory, confirmationsInRow }: Request, { exemptions }: Edition): string | null {
  const { categories, timesInRow, rule } = exemptions.confirming
  const confirms = currentCategory === claimedCategory && categories.includes(claimedCategory)
  return confirms && (confirmationsInRow ?? 0) < timesInRow ? rule : null
}

function byService({ claimedCategory, currentCategory, teachingSince }: Request, today: string, { exemptions }: Edition): string | null {
  const { years, categories, rule } = exemptions.service
  const confirms = currentCategory === claimedCategory && categories.includes(claimedCategory)
  return confirms && teachingSince && addYears(teachingSince, years) <= today ? rule : null
}

function byOldCategory({ claimedCategory, currentCategory }: Request, { exemptions }: Edition): string | null {
  const { held, claimed, rule } = exemptions.oldCategories
  return currentCategory && held.includes(currentCategory) && claimed.includes(claimedCategory) ? rule : null
}

function byLanguage({ claimedCategory, languageCertificates = [] }: Request, today: string, { exemptions }: Edition): string | null {
  const { certificates, rule } = exemptions.languages
  const valid = languageCertificates.some(({ kind, score, takenOn }) => {
    const { least, validYears } = certificates[kind]
    const bar = least[claimedCategory]
    const inTerm = takenOn <= today && (validYears === null || addYears(takenOn, validYears) > today)
    return bar !== undefined && inTerm && rank(score) >= bar
  })
  return valid ? rule : null
}

/** The paragraph by which the request itself frees from a section (Rules, p. 55–57); null: it does not. */
export function exemptionFrom(section: SectionId, { request }: Claim, today: string, edition: Edition): string | null {
  if (section !== 'knowledge_test') return null
  return (
    byConfirming(request, edition) ??
    byService(request, today, edition) ??
    byOldCategory(request, edition) ??
    byLanguage(request, today, edition)
  )
}
