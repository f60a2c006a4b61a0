import { Edition } from '../edition.ts'
import { gaps, mandatory } from './gap-rules.ts'
import { sections } from './sections.ts'

const CURRENT = ['teacher', 'moderator', 'expert', 'researcher', 'master'] as const

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
  education: { levels: ['05', '06', '07', '08'], valid: '1', annulled: '2', notFinal: '3', rule: 'p. 16; annex 1 item 8(2)' },
  quality: { schoolYears: 3, yearEnds: '06-30', rule: 'annex 12 row 1.1' },
  courses: {
    windowYears: 3,
    hours: { moderator: 72, expert: 72, researcher: 80, master: 108 },
    hoursReduced: { moderator: 36, expert: 36, researcher: 72, master: 80 },
    reducedKinds: ['preschool', 'additional', 'special', 'method_office'],
    rule: 'annex 12 row 4.1',
  },
  test: {
    validYears: 1,
    percent: {
      teacher: 50,
      moderator: 60,
      expert: 70,
      researcher: 80,
      master: 90,
      head_3: 70,
      head_2: 70,
      head_1: 70,
      deputy_3: 70,
      deputy_2: 70,
      deputy_1: 70,
    },
    rule: 'p. 38–40, 53; annex 9',
  },
  experience: { years: { moderator: 2, expert: 3, researcher: 4, master: 5 }, rule: 'p. 5' },
  pauses: { yearsAfterReturn: 2, rule: 'p. 29' },
  achievementLevels: { learner: { moderator: 1, expert: 2, researcher: 3, master: 4 }, rule: 'annex 12 row 2.1' },
  exemptions: {
    confirming: { categories: ['researcher', 'master'], timesInRow: 2, rule: 'p. 57(3)' },
    service: { years: 30, categories: [...CURRENT], rule: 'p. 57(1)' },
    oldCategories: { held: ['old_first', 'old_highest'], claimed: ['moderator'], rule: 'p. 57(2)' },
    languages: {
      rule: 'p. 55–56',
      certificates: {
        IELTS: { least: { moderator: 6.5, expert: 6.5, researcher: 7, master: 7.5 }, validYears: 2 },
        TOEFL_IBT: { least: { moderator: 79, expert: 85, researcher: 94, master: 102 }, validYears: 2 },
        DELF: { least: { moderator: 4, expert: 4, researcher: 5, master: 5 }, validYears: null },
        GOETHE: { least: { moderator: 4, expert: 4, researcher: 5, master: 5 }, validYears: null },
        OTHER: { least: { moderator: 4, expert: 5 }, validYears: null },
      },
    },
    reserve: { categories: ['head_1', 'deputy_1'], statuses: ['in_reserve', 'appointed'], rule: 'p. 34' },
    pension: { years: 4, rule: 'p. 30' },
  },
})
