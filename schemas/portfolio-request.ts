import { z } from 'zod'
import { Category, ClaimedCategory, DeputyLine, OrganisationKind, Post, Region } from './category.ts'
import { Day } from './dates.ts'
import { Bin, Iin } from './identifiers.ts'

/** Text without control characters and lone surrogates: neither logs nor the database could hold them. */
const readable = /^[^\p{Cc}\p{Cs}]*$/u
const Word = z.string().trim().min(1).max(200).regex(readable)

export const CategoryPause = z.strictObject({
  from: Day,
  to: Day,
  ground: z.enum(['illness', 'childcare', 'postgraduate', 'military', 'transfer']),
})
export const LanguageCertificate = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/),
  kind: z.enum(['IELTS', 'TOEFL_IBT', 'DELF', 'GOETHE', 'OTHER']),
  score: z.union([z.number(), z.string().max(10)]),
  takenOn: Day,
})
/** A consent token for one service: a serviceId of the bus, or the source id where it has none. */
export const Consent = z.strictObject({
  service: Word,
  // Handed on as it is, in XML: what that cannot hold, or a blank, is no token.
  token: z
    .string()
    .max(4096)
    .regex(/^[\x20-\x7E]*[\x21-\x7E][\x20-\x7E]*$/),
  publicKey: z.string().max(8192).optional(),
})
export type Consent = z.infer<typeof Consent>

const Claim = z.strictObject({
  iin: Iin,
  caseId: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[A-Za-z0-9._-]*$/),
  purpose: z.enum(['attestation']),
  claimedCategory: ClaimedCategory,
  post: Post,
  deputyLine: DeputyLine.nullish(),
  organisationBin: Bin,
  organisationKind: OrganisationKind,
  region: Region,
  attestation: z.enum(['regular', 'early']),
  names: z.strictObject({ surname: Word, name: Word.nullish(), patronymic: Word.nullish(), birthDate: Day.nullish() }).nullish(),
  subject: z.string().min(1).max(40).regex(readable).nullish(),
  currentCategory: Category.nullish(),
  currentCategorySince: Day.nullish(),
  currentCategoryValidUntil: Day.nullish(),
  confirmationsInRow: z.number().int().min(0).max(20).nullish(),
  categoryPauses: z.array(CategoryPause).max(50).optional(),
  teachingSince: Day.nullish(),
  pensionOn: Day.nullish(),
  languageCertificates: z.array(LanguageCertificate).max(50).optional(),
  consents: z.array(Consent).max(50).optional(),
})

/** What the claimed category must begin with for the two posts that have categories of their own; the others take the plain five. */
function fits(category: ClaimedCategory, post: Post): boolean {
  const family = category.startsWith('head_') ? 'head' : category.startsWith('deputy_') ? 'deputy' : 'plain'
  return family === (post === 'head' || post === 'deputy' ? post : 'plain')
}

/** What the platform sends to have a portfolio collected (API page, 4.1). Unknown keys are refused. */
export const PortfolioRequest = Claim.superRefine((claim, context) => {
  if (!fits(claim.claimedCategory, claim.post)) {
    context.addIssue({ code: 'custom', path: ['claimedCategory'], message: 'claim.inconsistent', params: { fault: 'claim.inconsistent' } })
  }
  const lineNeeded = claim.post === 'deputy'
  const lineGiven = claim.deputyLine !== null && claim.deputyLine !== undefined
  if (lineNeeded !== lineGiven) {
    const fault = lineNeeded ? 'required' : 'claim.inconsistent'
    context.addIssue({ code: 'custom', path: ['deputyLine'], message: fault, params: { fault } })
  }
  claim.categoryPauses?.forEach(({ from, to }, index) => {
    if (to < from)
      context.addIssue({
        code: 'custom',
        path: ['categoryPauses', index, 'to'],
        message: 'claim.inconsistent',
        params: { fault: 'claim.inconsistent' },
      })
  })
}).meta({ id: 'PortfolioRequest' })
export type PortfolioRequest = z.infer<typeof PortfolioRequest>
