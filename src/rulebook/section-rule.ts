import { z } from 'zod'
import { FactType } from '../../schemas/fact.ts'
import { GapActor, Stage } from '../../schemas/gap.ts'
import { SectionId, SourceId } from '../../schemas/section.ts'
import { Trilingual } from '../../schemas/trilingual.ts'
import { Circle, Paragraph } from './paragraph.ts'

/** One section of the portfolio: what it asks for, by which paragraph, of whom, and when it does not apply. */
export const SectionRule = z
  .object({
    id: SectionId,
    title: Trilingual,
    rule: Paragraph,
    factType: z.union([FactType, z.enum(['observation', 'figure'])]),
    /** By channel where they differ; one list otherwise. */
    sources: z.object({ platform: z.array(SourceId), portal: z.array(SourceId) }),
    stage: Stage,
    /** To apply or for the decision; what is not required never blocks. */
    required: z.boolean(),
    /** Whom it is shown to at all; absent: everybody. */
    listed: Circle.optional(),
    notApplicable: z.array(z.object({ when: Circle, rule: Paragraph })),
    /** False: an empty section is no gap (retraining, reserve). */
    emptyIsGap: z.boolean(),
    /** True: no source of it exists in this version of the gateway. */
    unchecked: z.boolean(),
  })
  .meta({ id: 'SectionRule' })
export type SectionRule = z.infer<typeof SectionRule>

/** What a gap code means for people (API page, 4.2). */
export const GapRule = z
  .object({
    manualEntry: z.boolean(),
    actor: GapActor,
    /** `if_required`, `never`, or `if_nothing_valid` (a revoked record blocks only where nothing valid remains). */
    blocking: z.enum(['if_required', 'never', 'if_nothing_valid']),
    rule: Paragraph,
  })
  .meta({ id: 'GapRule' })
export type GapRule = z.infer<typeof GapRule>
