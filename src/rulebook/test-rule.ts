import { z } from 'zod'
import { Trilingual } from '../../schemas/trilingual.ts'
import { ByCategory, Paragraph } from './paragraph.ts'

/** The groups of staff by what they are asked about. */
const Group = z.enum(['all', 'preschool', 'school', 'pedagogy', 'special', 'tvet', 'tvet_other', 'methodist', 'leaders'])

/** The knowledge test: thresholds, term, time, content, attempts. */
export const TestRule = z.object({
  validYears: z.number().int(),
  percent: ByCategory,
  /** Tasks of the test, and right answers that a category asks for, as they are printed. */
  tasks: ByCategory,
  score: ByCategory,
  minutes: z.object({
    plain: z.number().int(),
    long: z.number().int(),
    longFor: Trilingual,
    leaders: z.number().int(),
    leadersFor: Trilingual,
    /** Added for people with a disability. */
    added: z.number().int(),
    rule: Paragraph,
  }),
  content: z.object({ groups: z.partialRecord(Group, z.object({ title: Trilingual, asked: Trilingual })), rule: Paragraph }),
  attempts: z.partialRecord(
    z.enum(['regular', 'early', 'leaders']),
    z.object({
      title: Trilingual,
      /** All of a year, or of one attestation. */
      most: z.number().int(),
      paid: z.number().int().nullable(),
      rule: Paragraph,
    }),
  ),
  rule: Paragraph,
})
