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

/** How "+1–2 %" is read, which the Rules leave open: as growth from year to year, or from the first year to the last. */
export const GrowthReading = z.enum(['per_year', 'over_period'])
export type GrowthReading = z.infer<typeof GrowthReading>

/** Dynamics of knowledge quality (Rules, annex 12 row 1.1) in percentage points. Null: the rows of a year do not tell it. */
export const Dynamics = z
  .object({
    series: z.array(z.object({ schoolYear: z.string(), qualityPercent: z.number().nullable() })),
    growth: z.object({ per_year: z.number().nullable(), over_period: z.number().nullable() }),
    reading: GrowthReading,
    least: z.number().nullable(),
    formula: Trilingual,
    rule: z.string(),
  })
  .meta({ id: 'Dynamics' })
export type Dynamics = z.infer<typeof Dynamics>

export const Section = z
  .object({
    id: SectionId,
    title: Trilingual,
    status: SectionStatus,
    rule: z.string(),
    facts: z.array(Fact),
    conflicts: z.array(Conflict),
    /** In `teaching_quality` where it applies and has rows. */
    dynamics: Dynamics.optional(),
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

/** The date of the shape of a portfolio body; raised when a key changes its meaning or goes; a new optional key changes nothing for its readers. */
export const SCHEMA_VERSION = '2026-11-22'
