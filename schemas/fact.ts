import { z } from 'zod'
import { Category, Post } from './category.ts'
import { Day } from './dates.ts'
import { Provenance } from './provenance.ts'
import { Bilingual, Trilingual } from './trilingual.ts'

const Text = z.string().nullable()
const Whole = z.number().int().nullable()
/** 1 organisation, 2 district or city, 3 region, 4 republic, 5 international (domain page, 7.3). */
const Level = z.number().int().min(1).max(5).nullable()

export const Person = z
  .object({
    surname: Text,
    name: Text,
    patronymic: Text,
    birthDate: Day.nullable(),
    sex: z.enum(['male', 'female']).nullable(),
    lifeStatus: Text,
    formerNames: z.array(z.object({ surname: Text, name: Text, patronymic: Text, until: Day.nullable() })),
  })
  .meta({ id: 'PersonValue' })

export const Application = z
  .object({
    number: Text,
    declaredCategory: Category.nullable(),
    currentCategory: Category.nullable(),
    currentCategoryValidUntil: Day.nullable(),
    post: Text,
    organisationBin: Text,
    submittedOn: Day.nullable(),
    status: Text,
    resolution: Text,
    resolvedOn: Day.nullable(),
    reason: Bilingual,
    missingDocuments: Bilingual,
    documents: z.array(z.object({ name: z.string(), sha256: z.string(), size: z.number().int() })),
  })
  .meta({ id: 'ApplicationValue' })

export const Diploma = z
  .object({
    series: Text,
    number: Text,
    registrationNumber: Text,
    issuedOn: Day.nullable(),
    graduationYear: Whole,
    level: Text,
    institution: z.object({ bin: Text, name: Bilingual }),
    speciality: z.object({ code: Text, name: Bilingual }),
    qualification: Bilingual,
    honours: z.boolean().nullable(),
    foreign: z.boolean().nullable(),
    recognition: z.object({ number: Text, date: Day.nullable() }).nullable(),
    duplicate: z.boolean().nullable(),
    duplicateOf: z.object({ series: Text, number: Text }).nullable(),
    status: Text,
  })
  .meta({ id: 'DiplomaValue' })
export type Diploma = z.infer<typeof Diploma>

export const Contract = z
  .object({
    contractId: Text,
    employer: z.object({ bin: Text, name: Bilingual }),
    signedOn: Day.nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    terminatedOn: Day.nullable(),
    terminationReason: Text,
    position: z.object({ code: Text, name: Bilingual }),
    post: Text,
    partTime: z.boolean().nullable(),
    rate: z.number().nullable(),
    kato: Text,
  })
  .meta({ id: 'ContractValue' })

export const ServiceTotal = z
  .object({
    years: z.number().int(),
    months: z.number().int(),
    days: z.number().int(),
    periods: z.array(z.object({ startsOn: Day, endsOn: Day.nullable(), factId: z.string() })),
    firstVisibleOn: Day.nullable(),
  })
  .meta({ id: 'ServiceTotalValue' })

export const CategoryHeld = z
  .object({
    category: Category.nullable(),
    post: Post.nullable(),
    orderNumber: Text,
    orderDate: Day.nullable(),
    validUntil: Day.nullable(),
    registrationNumber: Text,
  })
  .meta({ id: 'CategoryValue' })

export const TestAttempt = z
  .object({
    takenOn: Day.nullable(),
    kind: Text,
    post: Text,
    subject: Text,
    language: Text,
    modules: z.array(z.object({ code: Text, score: z.number().nullable(), maxScore: z.number().nullable() })),
    score: z.number().nullable(),
    maxScore: z.number().nullable(),
    percent: z.number().nullable(),
    certificateNumber: Text,
    annulled: z.boolean().nullable(),
    validUntil: Day.nullable(),
  })
  .meta({ id: 'TestAttemptValue' })

export const QualityRow = z
  .object({
    organisationBin: Text,
    schoolYear: Text,
    period: z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'YEAR']).nullable(),
    subject: z.object({ code: Text, name: Bilingual }),
    grade: Whole,
    class: Text,
    students: Whole,
    assessed: Whole,
    marks: z.object({ m5: Whole, m4: Whole, m3: Whole, m2: Whole }).nullable(),
    qualityPercent: z.number().nullable(),
    performancePercent: z.number().nullable(),
    vendor: Text,
    calculatedOn: Day.nullable(),
  })
  .meta({ id: 'QualityRowValue' })
export type QualityRow = z.infer<typeof QualityRow>

export const LearnerAchievement = z
  .object({
    event: z.object({ code: Text, name: Bilingual, listed: z.boolean().nullable() }),
    level: Level,
    result: Text,
    date: Day.nullable(),
    participantRef: Text,
    mentorMatch: z.enum(['iin', 'name']),
    documentNumber: Text,
    certificateUrl: Text,
  })
  .meta({ id: 'LearnerAchievementValue' })

export const TeacherAchievement = z
  .object({
    kind: Text,
    award: z.object({ id: Text, name: Bilingual, listed: z.boolean().nullable() }),
    level: Level,
    result: Text,
    date: Day.nullable(),
    orderNumber: Text,
  })
  .meta({ id: 'TeacherAchievementValue' })

export const Generalisation = z
  .object({
    topic: Bilingual,
    level: Level,
    council: Text,
    protocolNumber: Text,
    protocolDate: Day.nullable(),
    registrationNumber: Text,
    organisationBin: Text,
  })
  .meta({ id: 'GeneralisationValue' })

export const Course = z
  .object({
    certificateNumber: Text,
    code: Text,
    title: Bilingual,
    provider: Text,
    hours: z.number().nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    issuedOn: Day.nullable(),
    programmeAgreed: z.boolean().nullable(),
    inProfile: z.boolean().nullable(),
    status: Text,
  })
  .meta({ id: 'CourseValue' })

export const ReserveEntry = z
  .object({ year: Whole, status: Text, region: Text, orderNumber: Text, appointedOn: Day.nullable() })
  .meta({ id: 'ReserveEntryValue' })

export const Essay = z.object({ language: Text, words: Whole }).meta({ id: 'EssayValue' })

/** Fact values by type: canonical names, null where the source is silent (API page, 4.3). */
export const FactValues = {
  person: Person,
  application: Application,
  diploma: Diploma,
  contract: Contract,
  service_total: ServiceTotal,
  category: CategoryHeld,
  test_attempt: TestAttempt,
  quality_row: QualityRow,
  learner_achievement: LearnerAchievement,
  teacher_achievement: TeacherAchievement,
  generalisation: Generalisation,
  course: Course,
  reserve_entry: ReserveEntry,
  essay: Essay,
} as const
export type FactValues = { [Type in keyof typeof FactValues]: z.infer<(typeof FactValues)[Type]> }

export const FactType = z.enum(Object.keys(FactValues) as [keyof FactValues, ...(keyof FactValues)[]]).meta({ id: 'FactType' })
export type FactType = z.infer<typeof FactType>

/** A note on one fact: a stable code, the key that it is about, a text for a human. */
export const FactIssue = z.object({ code: z.string(), pointer: z.string().nullable(), text: Trilingual }).meta({ id: 'FactIssue' })
export type FactIssue = z.infer<typeof FactIssue>

/** What every fact carries whatever its type. `raw` keeps values as they were sent where normalising changed them. */
const Carried = z.object({ id: z.string(), raw: z.record(z.string(), z.unknown()), provenance: Provenance, issues: z.array(FactIssue) })

/** One fact with its origin: the value is typed by the fact's type. */
export type Fact = { [Type in FactType]: z.infer<typeof Carried> & { type: Type; value: FactValues[Type] } }[FactType]

/** The facts of one type, named as its value is: `DiplomaFact` beside `DiplomaValue`. */
function factOf(type: FactType): z.ZodType<Fact> {
  const id = FactValues[type].meta()?.id?.replace(/Value$/, 'Fact')
  const { shape } = Carried
  const typed = z.object({
    id: shape.id,
    type: z.literal(type),
    value: FactValues[type],
    raw: shape.raw,
    provenance: shape.provenance,
    issues: shape.issues,
  })
  return typed.meta({ id }) as unknown as z.ZodType<Fact>
}

/** A fact is one of the types, told apart by `type`: readers of the document get each value with its own keys. */
export const Fact = z.union(FactType.options.map(factOf)).meta({ id: 'Fact' })
