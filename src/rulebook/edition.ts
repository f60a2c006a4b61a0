import { z } from 'zod'
import { Category, Channel, ClaimedCategory, OrganisationKind, Post } from '../../schemas/category.ts'
import { Day } from '../../schemas/dates.ts'
import { FactType } from '../../schemas/fact.ts'
import { GapActor, GapCode } from '../../schemas/gap.ts'
import { GrowthReading } from '../../schemas/portfolio.ts'
import { SectionId, SourceId } from '../../schemas/section.ts'
import { Trilingual } from '../../schemas/trilingual.ts'
import { ByCategory, CategoryNames, Paragraph } from './paragraph.ts'
import { Precedence } from './precedence.ts'
import { Clock, Decides, Early, Equivalence, Hands, OldCategories, Pauses, Sanctions, Term, WithoutProcedure } from './procedure.ts'
import { GapRule, SectionRule } from './section-rule.ts'
import { ScoreSheet } from './sheet.ts'
import { TestRule } from './test-rule.ts'

export type { Circle } from './paragraph.ts'
export type { GapRule, SectionRule } from './section-rule.ts'

/** The growth of knowledge quality that each category asks for; null: growth in one year is enough, whatever the others. */
const Dynamics = z.object({
  least: z.partialRecord(ClaimedCategory, z.number().nullable()),
  unit: z.enum(['percentage_points', 'percent']),
  /** The text does not say whether the growth is meant per year or over the whole period: `per_year` is what is assumed. */
  reading: GrowthReading,
  rule: Paragraph,
})

const Quality = z.object({
  schoolYears: z.number().int(),
  yearEnds: z.string(),
  /** So many quarters stand for a year that has no figure of its own. */
  quarters: z.number().int(),
  dynamics: Dynamics,
  rule: Paragraph,
})

const Exemptions = z.object({
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
})

/** The levels of achievements and councils, and the results of contests, lowest first. */
const Scale = z.object({
  levels: z.array(z.object({ level: z.number().int(), id: z.string(), title: Trilingual })),
  results: z.array(z.object({ id: z.string(), title: Trilingual })),
  rule: Paragraph,
})

const Observation = z.object({
  perYear: z.number().int(),
  /** Descriptors of the plain lesson sheet, the best mark of one, and their product. */
  descriptors: z.number().int(),
  bestMark: z.number().int(),
  most: z.number().int(),
  conditions: z.array(Trilingual),
  forms: z.array(z.object({ kinds: z.array(OrganisationKind), posts: z.array(Post).optional(), title: Trilingual, rule: Paragraph })),
  rule: Paragraph,
})

/** A part that the text of an edition, as far as it was read, does not give: taken from another edition, and said so. */
const TakenOver = z.object({
  /** Path of keys, as `test.percent`. */
  part: z.string(),
  from: z.string(),
  reason: Trilingual,
})

/** One edition of the Rules as data. Code knows no threshold, window or paragraph beside it. */
export const Edition = z
  .object({
    id: z.string(),
    title: Trilingual,
    validFrom: Day,
    validUntil: Day.nullable(),
    takenOver: z.array(TakenOver),
    categories: z.object({ names: CategoryNames, rule: Paragraph }),
    /** The order in which categories are received one after another. */
    sequence: z.object({ categories: z.array(Category), rule: Paragraph }),
    oldCategories: OldCategories,
    equivalence: Equivalence,
    channels: z.record(ClaimedCategory, Channel),
    channelRule: Paragraph,
    decides: Decides,
    withoutProcedure: WithoutProcedure,
    sections: z.array(SectionRule).length(SectionId.options.length),
    gaps: z.record(GapCode, GapRule),
    hands: Hands,
    /** Sections in which nothing is ever typed in, whatever the code. */
    neverTyped: z.array(SectionId),
    /** Codes whose actor stays what it is in the portal channel and in the sections where nothing is typed. */
    actorsKept: z.array(GapActor),
    /** Keys whose emptiness makes a record incomplete; a group needs one of its keys. JSON pointers into the value. */
    mandatory: z.partialRecord(FactType, z.array(z.array(z.string()))),
    precedence: Precedence,
    education: z.object({ levels: z.array(z.string()), valid: z.string(), annulled: z.string(), notFinal: z.string(), rule: Paragraph }),
    quality: Quality,
    observation: Observation,
    courses: z.object({
      windowYears: z.number().int(),
      hours: ByCategory,
      hoursReduced: ByCategory,
      reducedKinds: z.array(OrganisationKind),
      /** Statuses, in small letters, of a certificate that was taken back. */
      revoked: z.array(z.string()),
      rule: Paragraph,
    }),
    test: TestRule,
    experience: z.object({ years: ByCategory, rule: Paragraph }),
    essay: z.object({ words: z.object({ least: z.number().int(), most: z.number().int() }), rule: Paragraph }),
    /** Since when a register holds records: what is older stands on paper only. */
    registers: z.partialRecord(SourceId, z.object({ since: Day, rule: Paragraph })),
    /** How long a category is valid. */
    term: Term,
    /** How often everybody is attested at least. */
    attestation: Term,
    early: Early,
    pauses: Pauses,
    clock: Clock,
    sanctions: Sanctions,
    scale: Scale,
    /** The level that a section must reach for a category, for advice only. */
    levels: z.partialRecord(SectionId, z.object({ least: ByCategory, rule: Paragraph })),
    contests: z.object({ lists: z.array(Trilingual), rule: Paragraph }),
    exemptions: Exemptions,
    scoring: z.object({ notes: z.array(Trilingual), rule: Paragraph }),
    sheets: z.array(ScoreSheet),
  })
  .meta({ id: 'Edition' })
export type Edition = z.infer<typeof Edition>
