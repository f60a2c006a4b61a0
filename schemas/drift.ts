import { z } from 'zod'
import { Instant } from './dates.ts'
import { namesPerson } from './identifiers.ts'
import { SourceId } from './section.ts'

/** What may change in the shape of a source's records. `retyped`: another kind of value, an object or a list in its place among them. */
export const DriftKind = z.enum(['missing', 'renamed', 'retyped', 'null_rate', 'new_enum', 'new_field']).meta({ id: 'DriftKind' })
export type DriftKind = z.infer<typeof DriftKind>

/** `breaking`: the mapping cannot read it, and what was known before stands in; `warning`: somebody should look; `info`: nothing that we read. */
export const DriftSeverity = z.enum(['breaking', 'warning', 'info']).meta({ id: 'DriftSeverity' })
export type DriftSeverity = z.infer<typeof DriftSeverity>

/** One open change: names of keys, kinds and codes, never a value of a person. */
export const DriftEvent = z
  .object({
    field: z.string().describe('Path of the wire key; several of which one must be there are joined by `|`'),
    kind: DriftKind,
    severity: DriftSeverity,
    looksLike: z.string().nullable().describe('With `renamed`: the key under which it seems to stand now'),
    codes: z.array(z.string()).describe('With `new_enum` the codes that were not known, with `retyped` the kinds of value'),
    since: Instant,
    lastSeenAt: Instant,
    count: z.number().int().describe('Replies that showed it'),
    decision: z.enum(['reject']).nullable().describe('Rejected: replies that show it are not used'),
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'DriftEvent' })
export type DriftEvent = z.infer<typeof DriftEvent>

/** Why somebody decided so, 1–500 characters. It is shown to whoever sees the sources, so it names no person. */
export const Reason = z
  .string()
  .regex(/\S/)
  .max(500)
  .refine((text) => !namesPerson(text))

/** An operator's word on the open changes of one field (API page, 3). */
export const DriftRequest = z
  .strictObject({ decision: z.enum(['accept', 'reject']), field: z.string().min(1).max(200), reason: Reason })
  .meta({ id: 'DriftRequest' })
export type DriftRequest = z.infer<typeof DriftRequest>

/** What was decided: who, why and when are kept. */
export const DriftDecision = z
  .object({
    source: SourceId,
    field: z.string(),
    kinds: z.array(DriftKind),
    decision: z.enum(['accept', 'reject']),
    reason: z.string(),
    decidedBy: z.string(),
    decidedAt: Instant,
  })
  .meta({ id: 'DriftDecision' })
export type DriftDecision = z.infer<typeof DriftDecision>
