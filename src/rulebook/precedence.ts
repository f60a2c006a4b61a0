import { z } from 'zod'
import { FactType } from '../../schemas/fact.ts'
import { Origin } from '../../schemas/provenance.ts'
import { SourceId } from '../../schemas/section.ts'
import { Paragraph } from './paragraph.ts'

/** Which of several facts stands first; the order of arrival never decides. What stands behind is kept and shown all the same. */
export const Precedence = z.object({
  /** By type: the keys of the value that date a fact, newest first; the first key that is told counts. */
  newest: z.partialRecord(FactType, z.array(z.string())),
  /** Of one thing: what a register says before what a human says. */
  origins: z.array(Origin).length(Origin.options.length),
  /** By field of the teacher's head: whose value is shown. */
  teacher: z.object({ names: z.array(SourceId), birthDate: z.array(SourceId) }),
  rule: Paragraph,
})
export type Precedence = z.infer<typeof Precedence>
