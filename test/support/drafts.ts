import type { FactDraft } from '../../adapters/adapter.ts'
import type { FactType, FactValues } from '../../schemas/fact.ts'
import type { SectionId } from '../../schemas/section.ts'
import { BIN } from './line.ts'

/* Complete drafts of each type that a test bends to its case. */

type Draft<Type extends FactType> = Extract<FactDraft, { type: Type }>

function draft<Type extends FactType>(
  type: Type,
  section: SectionId,
  key: string,
  value: FactValues[Type],
  more: Partial<Draft<Type>>,
): Draft<Type> {
  return { type, section, key, value, recordId: key, recordDate: null, holder: null, final: true, ...more } as Draft<Type>
}

const name = { kk: 'Мысал', ru: 'Пример' }

export function diploma(change: Partial<FactValues['diploma']> = {}, more: Partial<Draft<'diploma'>> = {}): Draft<'diploma'> {
  const value: FactValues['diploma'] = {
    series: 'BD',
    number: '00000000001',
    registrationNumber: '117',
    issuedOn: '1905-06-30',
    graduationYear: 1905,
    level: '06',
    institution: { bin: BIN, name },
    speciality: { code: '5B011000', name },
    qualification: name,
    honours: false,
    foreign: false,
    recognition: null,
    duplicate: false,
    duplicateOf: null,
    status: '1',
    ...change,
  }
  const section = value.level === '09' ? 'retraining' : 'education'
  return draft('diploma', section, `${value.series} ${value.number}`, value, { final: value.status !== '3', ...more })
}

export function quality(change: Partial<FactValues['quality_row']> = {}, more: Partial<Draft<'quality_row'>> = {}): Draft<'quality_row'> {
  const value: FactValues['quality_row'] = {
    organisationBin: BIN,
    schoolYear: '2024-2025',
    period: 'YEAR',
    subject: { code: 'PHYS', name },
    grade: 9,
    class: '9А',
    students: 26,
    assessed: 25,
    marks: { m5: 9, m4: 10, m3: 6, m2: 0 },
    qualityPercent: 76,
    performancePercent: 100,
    vendor: 'Kundelik',
    calculatedOn: '2025-06-10',
    ...change,
  }
  return draft('quality_row', 'teaching_quality', [value.schoolYear, value.period, value.class, value.subject.code].join(' '), value, more)
}

/** One YEAR row for each of the three school years before 24 November 2026, of a quality that grows by four points a year. */
export const threeYears = () => [
  quality({ schoolYear: '2023-2024', marks: { m5: 8, m4: 10, m3: 7, m2: 0 }, qualityPercent: 72 }),
  quality(),
  quality({ schoolYear: '2025-2026', marks: { m5: 10, m4: 10, m3: 5, m2: 0 }, qualityPercent: 80 }),
]

export function achievement(
  change: Partial<FactValues['learner_achievement']> = {},
  more: Partial<Draft<'learner_achievement'>> = {},
): Draft<'learner_achievement'> {
  const value: FactValues['learner_achievement'] = {
    event: { code: 'OLYMP', name, listed: true },
    level: 3,
    result: 'winner',
    date: '2026-03-14',
    participantRef: 'p-1',
    mentorMatch: 'iin',
    documentNumber: 'D-1',
    certificateUrl: null,
    ...change,
  }
  return draft('learner_achievement', 'learner_achievements', `${value.event.code} ${value.participantRef}`, value, more)
}

export function application(change: Partial<FactValues['application']> = {}): Draft<'application'> {
  const value: FactValues['application'] = {
    number: 'A-1',
    declaredCategory: 'researcher',
    currentCategory: 'expert',
    currentCategoryValidUntil: '2027-06-01',
    post: 'teacher',
    organisationBin: BIN,
    submittedOn: '2026-11-20',
    status: 'IN_PROGRESS',
    resolution: 'NO_RESOLUTION',
    resolvedOn: null,
    reason: { kk: null, ru: null },
    missingDocuments: { kk: null, ru: null },
    documents: [],
    ...change,
  }
  return draft('application', 'application', 'A-1', value, {})
}

export function category(change: Partial<FactValues['category']> = {}, more: Partial<Draft<'category'>> = {}): Draft<'category'> {
  const value: FactValues['category'] = {
    category: 'expert',
    post: 'teacher',
    orderNumber: '15',
    orderDate: '2022-06-01',
    validUntil: '2027-06-01',
    registrationNumber: null,
    ...change,
  }
  return draft('category', 'category', `${value.category}`, value, more)
}

export function contract(change: Partial<FactValues['contract']> = {}, more: Partial<Draft<'contract'>> = {}): Draft<'contract'> {
  const value: FactValues['contract'] = {
    contractId: 'c-1',
    employer: { bin: BIN, name },
    signedOn: '2021-08-25',
    startsOn: '2021-09-01',
    endsOn: null,
    terminatedOn: null,
    terminationReason: null,
    position: { code: '2330-1-001', name },
    post: 'Учитель физики',
    partTime: false,
    rate: 1,
    kato: '191010000',
    ...change,
  }
  return draft('contract', 'employment', `${value.contractId}`, value, more)
}

export function award(change: Partial<FactValues['teacher_achievement']> = {}): Draft<'teacher_achievement'> {
  const value: FactValues['teacher_achievement'] = {
    kind: 'contest',
    award: { id: 'W-1', name, listed: true },
    level: 3,
    result: 'winner',
    date: '2025-11-02',
    orderNumber: null,
    ...change,
  }
  return draft('teacher_achievement', 'teacher_achievements', `${value.award.id} ${value.date}`, value, {})
}

export function generalisation(change: Partial<FactValues['generalisation']> = {}): Draft<'generalisation'> {
  const value: FactValues['generalisation'] = {
    topic: name,
    level: 3,
    council: 'Әдістемелік кеңес',
    protocolNumber: '7',
    protocolDate: '2025-05-15',
    registrationNumber: 'R-1',
    organisationBin: BIN,
    ...change,
  }
  return draft('generalisation', 'experience_generalisation', `${value.registrationNumber}`, value, {})
}

export function reserve(change: Partial<FactValues['reserve_entry']> = {}): Draft<'reserve_entry'> {
  const value: FactValues['reserve_entry'] = {
    year: 2025,
    status: 'in_reserve',
    region: '19',
    orderNumber: '1',
    appointedOn: null,
    ...change,
  }
  return draft('reserve_entry', 'leadership_reserve', `${value.year}`, value, {})
}

export function course(change: Partial<FactValues['course']> = {}, more: Partial<Draft<'course'>> = {}): Draft<'course'> {
  const value: FactValues['course'] = {
    certificateNumber: 'C-1',
    code: 'K-1',
    title: name,
    provider: 'Өрлеу',
    hours: 80,
    startsOn: '2025-03-01',
    endsOn: '2025-03-20',
    issuedOn: '2025-03-21',
    programmeAgreed: true,
    inProfile: true,
    status: 'valid',
    ...change,
  }
  return draft('course', 'courses', `${value.certificateNumber}`, value, more)
}

export function attempt(
  change: Partial<FactValues['test_attempt']> = {},
  more: Partial<Draft<'test_attempt'>> = {},
): Draft<'test_attempt'> {
  const value: FactValues['test_attempt'] = {
    takenOn: '2026-03-14',
    kind: 'regular',
    post: 'TEACHER',
    subject: 'PHYS',
    language: 'kk',
    modules: [],
    score: 41,
    maxScore: 50,
    percent: 82,
    certificateNumber: 'T-1',
    annulled: false,
    validUntil: null,
    ...change,
  }
  return draft('test_attempt', 'knowledge_test', `${value.certificateNumber}`, value, more)
}

export function essay(change: Partial<FactValues['essay']> = {}): Draft<'essay'> {
  return draft('essay', 'essay', 'essay', { language: 'kk', words: 280, ...change }, {})
}

export function person(change: Partial<FactValues['person']> = {}): Draft<'person'> {
  const value: FactValues['person'] = {
    surname: 'ҮЛГІБАЕВА',
    name: 'АЙША',
    patronymic: null,
    birthDate: '1885-03-12',
    sex: 'female',
    lifeStatus: '0',
    formerNames: [],
    ...change,
  }
  return draft('person', 'identity', 'person', value, {})
}

/** Everything that an expert needs on the Platform channel, from all sources. */
export const complete = () => ({
  'population-register': [person()],
  diplomas: [diploma()],
  employment: [contract()],
  'education-quality': threeYears(),
  'knowledge-test': [attempt()],
  courses: [course()],
  'student-achievements': [achievement()],
})
