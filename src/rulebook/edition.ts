import { z } from 'zod'
import { Category, Channel, ClaimedCategory, DeputyLine, OrganisationKind, Post } from '../../schemas/category.ts'
import { Day } from '../../schemas/dates.ts'
import { FactType } from '../../schemas/fact.ts'
import { GapActor, GapCode, Stage } from '../../schemas/gap.ts'
import { GrowthReading } from '../../schemas/portfolio.ts'
import { Origin } from '../../schemas/provenance.ts'
import { SectionId, SourceId } from '../../schemas/section.ts'
import { Trilingual } from '../../schemas/trilingual.ts'

/** Where a rule stands: paragraph of the Rules, annex and item or row. Never empty. */
const Paragraph = z.string().regex(/^(?:p\. \d|annex \d|contract)/)

/** For whom a rule holds: every key that is given must match. */
export const Circle = z.object({
  channels: z.array(Channel).optional(),
  posts: z.array(Post).optional(),
  kinds: z.array(OrganisationKind).optional(),
  lines: z.array(DeputyLine).optional(),
  categories: z.array(ClaimedCategory).optional(),
})
export type Circle = z.infer<typeof Circle>

/** One section of the portfolio: what it asks for, by which paragraph, of whom, and when it does not apply. */
export const SectionRule = z.object({
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
export type SectionRule = z.infer<typeof SectionRule>

/** What a gap code means for people (API page, 4.2). */
export const GapRule = z.object({
  manualEntry: z.boolean(),
  actor: GapActor,
  /** `if_required`, `never`, or `if_nothing_valid` (a revoked record blocks only where nothing valid remains). */
  blocking: z.enum(['if_required', 'never', 'if_nothing_valid']),
  rule: Paragraph,
})
export type GapRule = z.infer<typeof GapRule>

const ByCategory = z.partialRecord(ClaimedCategory, z.number())

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

/** One edition of the Rules as data. Code knows no threshold, window or paragraph beside it. */
export const Edition = z.object({
  id: z.string(),
  title: Trilingual,
  validFrom: Day,
  validUntil: Day.nullable(),
  channels: z.record(ClaimedCategory, Channel),
  channelRule: Paragraph,
  sections: z.array(SectionRule).length(SectionId.options.length),
  gaps: z.record(GapCode, GapRule),
  /** Sections in which nothing is ever typed in, whatever the code. */
  neverTyped: z.array(SectionId),
  /** Codes whose actor stays what it is in the portal channel and in the sections where nothing is typed. */
  actorsKept: z.array(GapActor),
  /** Keys whose emptiness makes a record incomplete; a group needs one of its keys. JSON pointers into the value. */
  mandatory: z.partialRecord(FactType, z.array(z.array(z.string()))),
  precedence: Precedence,
  education: z.object({ levels: z.array(z.string()), valid: z.string(), annulled: z.string(), notFinal: z.string(), rule: Paragraph }),
  quality: z.object({
    schoolYears: z.number().int(),
    yearEnds: z.string(),
    rule: Paragraph,
    /** Least growth of quality by category, null: none asked for. Whether "+1–2 %" is a year's or the period's the Rules do not say. */
    dynamics: z.object({
      least: z.partialRecord(ClaimedCategory, z.number().nullable()),
      unit: z.literal('percentage_points'),
      reading: GrowthReading,
      rule: Paragraph,
    }),
  }),
  courses: z.object({
    windowYears: z.number().int(),
    hours: ByCategory,
    hoursReduced: ByCategory,
    reducedKinds: z.array(OrganisationKind),
    rule: Paragraph,
  }),
  test: z.object({ validYears: z.number().int(), percent: ByCategory, rule: Paragraph }),
  experience: z.object({ years: ByCategory, rule: Paragraph }),
  /** Since when a register holds records: what is older stands on paper only. */
  registers: z.partialRecord(SourceId, z.object({ since: Day, rule: Paragraph })),
  term: z.object({ years: z.number().int(), yearsByPost: z.partialRecord(Post, z.number().int()), rule: Paragraph }),
  pauses: z.object({ yearsAfterReturn: z.number().int(), rule: Paragraph }),
  /** The level that a section must reach for a category, for advice only. */
  levels: z.partialRecord(SectionId, z.object({ least: ByCategory, rule: Paragraph })),
  exemptions: z.object({
    confirming: z.object({ categories: z.array(ClaimedCategory), timesInRow: z.number().int(), rule: Paragraph }),
    service: z.object({ years: z.number().int(), categories: z.array(ClaimedCategory), rule: Paragraph }),
    oldCategories: z.object({ held: z.array(Category), claimed: z.array(ClaimedCategory), rule: Paragraph }),
    languages: z.object({
      rule: Paragraph,
      /** Least score by certificate and category; CEFR levels are ranked A1 1 … C2 6. Years of validity: null without limit. */
      certificates: z.record(
        z.enum(['IELTS', 'TOEFL_IBT', 'DELF', 'GOETHE', 'OTHER']),
        z.object({
          /** The language that it proves; null: every language that has no certificate of its own. */
          language: z.string().length(2).nullable(),
          least: ByCategory,
          validYears: z.number().nullable(),
        }),
      ),
    }),
    reserve: z.object({ categories: z.array(ClaimedCategory), statuses: z.array(z.string()), rule: Paragraph }),
    pension: z.object({ years: z.number().int(), rule: Paragraph }),
  }),
})
export type Edition = z.infer<typeof Edition>
