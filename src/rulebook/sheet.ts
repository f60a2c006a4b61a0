import { z } from 'zod'
import { ClaimedCategory } from '../../schemas/category.ts'
import { Trilingual } from '../../schemas/trilingual.ts'
import { Paragraph } from './paragraph.ts'

/** One indicator of a score sheet. Lists have one value for each column of the sheet. */
export const ScoreRow = z
  .object({
    /** The number that the sheet prints, or a word where it could not be read. */
    row: z.string(),
    title: Trilingual,
    /** What each category must show; null: nothing, or nothing that was read. */
    requirement: z.array(Trilingual.nullable()).nullable(),
    /** Points of each category, null where the sheet has a dash; null altogether: not read. */
    points: z.array(z.number().nullable()).nullable(),
    /** What the last column reaches at most (the international level); null: no more than its points. */
    most: z.number().nullable(),
    /** Points that grow by steps whatever the category, beside the total. */
    steps: z.array(z.object({ requirement: Trilingual, points: z.number() })).optional(),
    evidence: Trilingual.nullable(),
    note: Trilingual.optional(),
  })
  .meta({ id: 'ScoreRow' })
export type ScoreRow = z.infer<typeof ScoreRow>

const Points = z.object({ points: z.array(z.number()), most: z.number().nullable() })

/** A total as it is printed: never derived, for some printed totals are not the sum of their rows. */
export const ScoreTotal = Points.extend({
  id: z.string(),
  title: Trilingual,
  /** The rows that this total leaves out. */
  without: z.array(z.string()),
  /** What the rows sum up to, where it differs from what is printed. */
  recount: Points.optional(),
}).meta({ id: 'ScoreTotal' })
export type ScoreTotal = z.infer<typeof ScoreTotal>

/** A score sheet of the annexes 12 and 13. */
export const ScoreSheet = z
  .object({
    id: z.string(),
    title: Trilingual,
    columns: z.array(ClaimedCategory),
    rows: z.array(ScoreRow),
    totals: z.array(ScoreTotal),
    note: Trilingual.optional(),
    rule: Paragraph,
  })
  .meta({ id: 'ScoreSheet' })
export type ScoreSheet = z.infer<typeof ScoreSheet>
