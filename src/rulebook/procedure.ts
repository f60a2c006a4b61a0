import { z } from 'zod'
import { Category, ClaimedCategory, Post } from '../../schemas/category.ts'
import { CategoryPause } from '../../schemas/portfolio-request.ts'
import { Trilingual } from '../../schemas/trilingual.ts'
import { Paragraph } from './paragraph.ts'

/** A day of any year, `MM-dd`. */
const DayOfYear = z.string().regex(/^\d\d-\d\d$/)
const Ground = CategoryPause.shape.ground

/** Old categories (p. 10) and old titles of heads (p. 35). */
export const OldCategories = z.object({
  leadTo: z.object({ categories: z.partialRecord(Category, z.array(ClaimedCategory)), rule: Paragraph }),
  sameAs: z.object({ categories: z.partialRecord(Category, ClaimedCategory), rule: Paragraph }),
})

/** A category of a teacher that counts as one of a deputy and the other way round, for some years. */
export const Equivalence = z.object({
  pairs: z.array(z.object({ teacher: ClaimedCategory, deputy: ClaimedCategory })),
  years: z.number().int(),
  rule: Paragraph,
})

/** Whose commission decides on which category, and how a commission is made. */
export const Decides = z.object({
  bodies: z.array(
    z.object({
      id: z.enum(['organisation', 'district', 'region', 'ministry']),
      title: Trilingual,
      categories: z.array(ClaimedCategory),
      note: Trilingual.optional(),
      rule: Paragraph,
    }),
  ),
  commission: z.object({
    leastMembers: z.number().int(),
    odd: z.boolean(),
    quorum: z.object({ need: z.number().int(), of: z.number().int() }),
    formedBefore: DayOfYear,
    years: z.number().int(),
    rule: Paragraph,
  }),
})

/** Who receives a category by a decision of the commission, without the procedure. */
export const WithoutProcedure = z.record(
  z.string(),
  z.object({
    title: Trilingual,
    /** Empty: the text read does not name the category. */
    grants: z.array(ClaimedCategory),
    /** Years of work that it asks for; null: none. */
    years: z.number().int().nullable(),
    rule: Paragraph,
  }),
)

/** Attestation before its time. */
export const Early = z.object({
  yearsAfterRegular: z.number().int(),
  /** How many of the listed achievements a category asks for. */
  achievements: z.partialRecord(ClaimedCategory, z.number().int()),
  /** Years of continuous results that heads and deputies show. */
  leaderYears: z.number().int(),
  rule: Paragraph,
})

/** How long the validity of a category is prolonged, and why. */
export const Pauses = z.object({ yearsAfterReturn: z.number().int(), grounds: z.record(Ground, Trilingual), rule: Paragraph })

/** Years for everybody, and for the posts where they differ. */
export const Term = z.object({ years: z.number().int(), yearsByPost: z.partialRecord(Post, z.number().int()), rule: Paragraph })

/** What follows from a breach. */
export const Sanctions = z.record(
  z.string(),
  z.object({
    title: Trilingual,
    effect: Trilingual,
    lowersTo: z.enum(['one_level', 'lowest']),
    years: z.number().int(),
    yearsByPost: z.partialRecord(Post, z.number().int()),
    rule: Paragraph,
  }),
)

/** A limit of time: an amount of units, or a period of the year. */
export const Clock = z.record(
  z.string(),
  z.object({
    title: Trilingual,
    amount: z.number().int().nullable(),
    unit: z.enum(['minute', 'working_day', 'year', 'per_school_year']).nullable(),
    period: z.object({ from: DayOfYear, until: DayOfYear }).nullable(),
    rule: Paragraph,
  }),
)

/** What each hand at a portfolio may do and may not. */
export const Hands = z.partialRecord(
  z.enum(['responsible_person', 'teacher', 'commission']),
  z.object({ title: Trilingual, may: Trilingual, rule: Paragraph }),
)
