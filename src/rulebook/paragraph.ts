import { z } from 'zod'
import { Category, Channel, ClaimedCategory, DeputyLine, OrganisationKind, Post } from '../../schemas/category.ts'
import { Trilingual } from '../../schemas/trilingual.ts'

/** Where a rule stands: paragraph of the Rules, annex and item or row, or the letter that announced it. Never empty. */
export const Paragraph = z.string().regex(/^(?:p\. \d|annex \d|letter |order )/)

/** A number for each category that has one. */
export const ByCategory = z.partialRecord(ClaimedCategory, z.number())

/** A text for each category that can be held. */
export const CategoryNames = z.record(Category, Trilingual)

/** For whom a rule holds: every key that is given must match. */
export const Circle = z
  .object({
    channels: z.array(Channel).optional(),
    posts: z.array(Post).optional(),
    kinds: z.array(OrganisationKind).optional(),
    lines: z.array(DeputyLine).optional(),
    categories: z.array(ClaimedCategory).optional(),
  })
  .meta({ id: 'Circle' })
export type Circle = z.infer<typeof Circle>
