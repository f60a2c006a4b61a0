import { ClaimedCategory } from '../../../schemas/category.ts'
import { Edition } from '../edition.ts'
import { clock } from './clock.ts'
import { gaps, mandatory } from './gap-rules.ts'
import { test } from './knowledge-test.ts'
import { leaders } from './leaders.ts'
import { categories, scale } from './names.ts'
import { contests, observation, scoring } from './performance.ts'
import { precedence } from './precedence.ts'
import * as procedure from './procedure.ts'
import { sections } from './sections.ts'
import { leaderSheets } from './sheets-leaders.ts'
import { methodistSheet } from './sheets-methodists.ts'
import { teacherSheet } from './sheets-teachers.ts'
import { withoutProcedure } from './without-procedure.ts'

/** 1 organisation … 4 republic: what an achievement or a council must reach for each category. */
const LEVELS = { moderator: 1, expert: 2, researcher: 3, master: 4 }

/** The Rules of teacher attestation in the edition of order No. 32 of 25.02.2025 (V1600013317). */
export const order32: Edition = Edition.parse({
  id: 'order-32-2025-02-25',
  title: {
    kk: 'Педагогтерді аттестаттау қағидалары мен шарттары, 25.02.2025 жылғы № 32 бұйрықтың редакциясы',
    ru: 'Правила и условия проведения аттестации педагогов, редакция приказа № 32 от 25.02.2025',
    en: 'Rules and conditions of teacher attestation, edition of order No. 32 of 25.02.2025',
  },
  // In force ten days after the first publication; its date could not be read, so this day is an assumption.
  validFrom: '2025-03-10',
  validUntil: null,
  takenOver: [],
  categories,
  ...procedure,
  withoutProcedure,
  clock,
  channels: {
    teacher: 'none',
    moderator: 'platform',
    expert: 'platform',
    researcher: 'portal',
    master: 'portal',
    head_3: 'portal',
    head_2: 'portal',
    head_1: 'portal',
    deputy_3: 'portal',
    deputy_2: 'portal',
    deputy_1: 'portal',
  },
  channelRule: 'p. 15; p. 6',
  sections,
  gaps,
  neverTyped: ['identity', 'application', 'essay', 'knowledge_test', 'leadership_reserve'],
  actorsKept: ['source', 'operator'],
  mandatory,
  precedence,
  education: { levels: ['05', '06', '07', '08'], valid: '1', annulled: '2', notFinal: '3', rule: 'p. 16; annex 1 item 8(2)' },
  quality: {
    schoolYears: 3,
    yearEnds: '06-30',
    quarters: 4,
    // The text names neither the unit nor the span of "+1–2 %": points, and per year, are assumed.
    dynamics: {
      least: { moderator: null, expert: 0, researcher: 1, master: 3 },
      unit: 'percentage_points',
      reading: 'per_year',
      rule: 'annex 12 row 1.1',
    },
    rule: 'annex 12 row 1.1',
  },
  observation,
  courses: {
    windowYears: 3,
    hours: { moderator: 72, expert: 72, researcher: 80, master: 108, ...leaders(72, 80, 108) },
    hoursReduced: { moderator: 36, expert: 36, researcher: 72, master: 80, ...leaders(36, 72, 80) },
    reducedKinds: ['preschool', 'additional', 'special', 'method_office'],
    // The contract gives no list of statuses: these two words are taken for a certificate that was taken back, all others say nothing.
    revoked: ['revoked', 'annulled'],
    rule: 'annex 12 row 4.1; annex 13',
  },
  test,
  experience: { years: { moderator: 2, expert: 3, researcher: 4, master: 5 }, rule: 'p. 5; order 338 p. 66' },
  essay: { words: { least: 250, most: 300 }, rule: 'p. 59' },
  // The duty to register contracts in the state system began on this day; what is older stands in labour books.
  registers: { employment: { since: '2020-09-18', rule: 'p. 60; annex 1 item 8(4)' } },
  scale,
  levels: {
    learner_achievements: { least: LEVELS, rule: 'annex 12 row 2.1' },
    teacher_achievements: { least: LEVELS, rule: 'annex 12 row 2.2' },
    experience_generalisation: { least: LEVELS, rule: 'annex 12 row 3.1' },
  },
  contests,
  exemptions: {
    confirming: { categories: ['researcher', 'master'], timesInRow: 2, rule: 'p. 57(3)' },
    service: { years: 30, categories: [...ClaimedCategory.options], rule: 'p. 57(1)' },
    oldCategories: { held: ['old_first', 'old_highest'], claimed: ['moderator'], rule: 'p. 57(2)' },
    languages: {
      rule: 'p. 55–56',
      certificates: {
        IELTS: { language: 'en', least: { moderator: 6.5, expert: 6.5, researcher: 7, master: 7.5 }, validYears: 2 },
        TOEFL_IBT: { language: 'en', least: { moderator: 79, expert: 85, researcher: 94, master: 102 }, validYears: 2 },
        DELF: { language: 'fr', least: { moderator: 4, expert: 4, researcher: 5, master: 5 }, validYears: null },
        GOETHE: { language: 'de', least: { moderator: 4, expert: 4, researcher: 5, master: 5 }, validYears: null },
        OTHER: { language: null, least: { moderator: 4, expert: 5 }, validYears: null },
      },
    },
    reserve: { categories: ['head_1', 'deputy_1'], statuses: ['in_reserve', 'appointed'], rule: 'p. 34' },
    pension: { years: 4, rule: 'p. 30' },
  },
  scoring,
  sheets: [teacherSheet, methodistSheet, ...leaderSheets],
})
