import type { SourceId } from '../../schemas/section.ts'

/*
 * What the contract page promises of single sources and no adapter needs to know: it reads more than is promised. Of a source that is
 * not here only what follows from its wire is checked.
 */

/** How a source says that something went wrong (contract page, C; wire formats, 1.3). */
export type ErrorShape = 'fault' | 'error-object' | 'spring' | 'envelope' | 'problem' | 'plain'

/** `day`: ISO 8601, a point of time or a zone allowed · `zoned`: a day with its zone · `dotted`: dd.MM.yyyy · `free`: both. */
export type DateForm = 'day' | 'zoned' | 'dotted' | 'free'

/** What is promised of one source beside its wire; a key that is missing promises nothing. */
export interface Promised {
  readonly errors?: ErrorShape
  readonly dates?: DateForm
  /** Values that a key may have, by its path; lists on the way are looked through. */
  readonly codes?: Readonly<Record<string, readonly string[]>>
  readonly etag?: true
}

/** By source (contract page, A to C). */
export const PROMISED: Readonly<Partial<Record<SourceId, Promised>>> = {
  'population-register': { errors: 'fault', codes: { 'gender.code': ['1', '2'] } },
  diplomas: { errors: 'fault', codes: { 'level.code': ['05', '06', '07', '08', '09'], 'status.code': ['1', '2', '3'] } },
  employment: { errors: 'fault', dates: 'zoned' },
  'egov-portal': {
    errors: 'fault',
    codes: { processingStatus: ['IN_PROGRESS', 'DONE'], resolutionType: ['NO_RESOLUTION', 'POSITIVE', 'NEGATIVE'] },
  },
  'knowledge-test': { errors: 'envelope', dates: 'dotted', codes: { attemptKind: ['regular', 'early', 'appeal'] } },
  'education-quality': { errors: 'error-object', codes: { period: ['Q1', 'Q2', 'Q3', 'Q4', 'YEAR'] } },
  'student-achievements': { errors: 'spring', codes: { result: ['winner', 'prize2', 'prize3', 'participant'] } },
  'teacher-achievements': {
    errors: 'spring',
    codes: { kind: ['contest', 'state_award', 'department_award', 'mentor', 'jury'] },
  },
  'experience-generalisation': { errors: 'plain', dates: 'free' },
  courses: { errors: 'problem' },
  'leadership-reserve': { errors: 'plain', codes: { status: ['in_reserve', 'appointed', 'excluded'] }, etag: true },
}

/** The forms of dates. */
export const FORMS: Readonly<Record<DateForm, RegExp>> = {
  day: /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/,
  zoned: /^\d{4}-\d{2}-\d{2}\+0[56]:00$/,
  dotted: /^\d{2}\.\d{2}\.\d{4}$/,
  free: /^(?:\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4})$/,
}
