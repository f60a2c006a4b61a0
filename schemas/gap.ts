import { z } from 'zod'
import { Day, Instant } from './dates.ts'
import { SectionId, SourceId } from './section.ts'
import { Trilingual } from './trilingual.ts'

export const GapCode = z
  .enum([
    'not_found',
    'not_digitised',
    'not_integrated',
    'incomplete',
    'unverifiable',
    'conflict',
    'expired',
    'source_unavailable',
    'deferred',
    'source_unreadable',
    'foreign_record',
    'consent_missing',
    'consent_revoked',
    'identity_mismatch',
    'revoked',
    'out_of_period',
    'not_on_list',
    'programme_not_agreed',
    'duplicate',
  ])
  .meta({ id: 'GapCode' })
export type GapCode = z.infer<typeof GapCode>

/** Who must act: a person of the school, the teacher, the source's owner, or our operator. */
export const GapActor = z.enum(['responsible_person', 'teacher', 'source', 'operator']).meta({ id: 'GapActor' })
export type GapActor = z.infer<typeof GapActor>

/** To apply (annex 1 items 8 and 9) or for the decision of the commission. */
export const Stage = z.enum(['application', 'decision']).meta({ id: 'Stage' })
export type Stage = z.infer<typeof Stage>

/** Something that is missing: why, by which rule, who must act, and whether a human may type it. */
export const Gap = z
  .object({
    id: z.string(),
    code: GapCode,
    section: SectionId,
    pointer: z.string().nullable(),
    sources: z.array(SourceId),
    askedAt: Instant.nullable(),
    rule: z.string(),
    blocking: z.boolean(),
    stage: Stage,
    manualEntry: z.boolean(),
    actor: GapActor,
    deadline: Day.nullable(),
    form: z.string().nullable(),
    text: Trilingual,
  })
  .meta({ id: 'Gap' })
export type Gap = z.infer<typeof Gap>
