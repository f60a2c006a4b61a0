import { z } from 'zod'
import { Channel, ClaimedCategory, Post, Region } from './category.ts'
import { Day, Instant } from './dates.ts'
import { Fact } from './fact.ts'
import { Gap } from './gap.ts'
import { SectionId, SectionStatus } from './section.ts'
import { SourceOutcome } from './source-outcome.ts'
import { Trilingual } from './trilingual.ts'

export const Names = z
  .object({ surname: z.string().nullable(), name: z.string().nullable(), patronymic: z.string().nullable() })
  .meta({ id: 'Names' })
export type Names = z.infer<typeof Names>

/** Two or more facts of one section that disagree on a key: both values are kept, a human decides. */
export const Conflict = z
  .object({ pointer: z.string(), values: z.array(z.object({ factId: z.string(), value: z.unknown() })) })
  .meta({ id: 'Conflict' })
export type Conflict = z.infer<typeof Conflict>

export const Section = z
  .object({
    id: SectionId,
    title: Trilingual,
    status: SectionStatus,
    rule: z.string(),
    facts: z.array(Fact),
    conflicts: z.array(Conflict),
  })
  .meta({ id: 'Section' })
export type Section = Omit<z.infer<typeof Section>, 'facts'> & { facts: Fact[] }

/** Advice to the commission: never a gap, never blocking. */
export const Advisory = z
  .object({ code: z.string(), section: SectionId, factIds: z.array(z.string()), rule: z.string(), text: Trilingual })
  .meta({ id: 'Advisory' })
export type Advisory = z.infer<typeof Advisory>

export const Completeness = z
  .object({
    asked: z.number().int(),
    answered: z.number().int(),
    complete: z.boolean(),
    ready: z.boolean(),
    readyToApply: z.boolean(),
    openGaps: z.number().int(),
    because: z.array(z.string()),
    unchecked: z.array(SectionId),
  })
  .meta({ id: 'Completeness' })
export type Completeness = z.infer<typeof Completeness>

/** The unified portfolio (API page, 4.2). */
export const Portfolio = z
  .object({
    id: z.string(),
    version: z.number().int(),
    schemaVersion: z.string(),
    edition: z.string(),
    channel: Channel,
    teacher: z.object({ iinMasked: z.string(), names: Names.nullable(), birthDate: Day.nullable() }),
    claimed: z.object({
      category: ClaimedCategory,
      post: Post,
      attestation: z.enum(['regular', 'early']),
      organisationBin: z.string(),
      region: Region,
    }),
    sections: z.array(Section),
    gaps: z.array(Gap),
    advisories: z.array(Advisory),
    sources: z.array(SourceOutcome),
    completeness: Completeness,
    collectedAt: Instant,
  })
  .meta({ id: 'Portfolio' })
export type Portfolio = Omit<z.infer<typeof Portfolio>, 'sections' | 'sources'> & { sections: Section[]; sources: SourceOutcome[] }

/** The date of the shape of a portfolio body; raised when a key is added. */
export const SCHEMA_VERSION = '2026-11-22'
