import type { Edition } from '../edition.ts'
import { order32 } from '../order-32-2025-02-25/index.ts'

const LETTER = 'letter No. 20-1-20-7/8460-И of 10.12.2024'
const NOT_READ = {
  kk: 'Осы редакцияның мәтіні толық оқылған жоқ: бөлік 25.02.2025 жылғы редакциядан алынды.',
  ru: 'Текст этой редакции целиком не прочитан: часть взята из редакции от 25.02.2025.',
  en: 'The text of this edition was not read as a whole: the part is taken from the edition of 25.02.2025.',
}
const TIMES_NOT_SAID = {
  kk: 'Хатта неше рет қатарынан босатылатыны айтылмаған.',
  ru: 'Письмо не говорит, сколько раз подряд действует освобождение.',
  en: 'The letter does not say how often in a row the exemption holds.',
}

/** Parts that neither appendix 2 nor the letter gives. */
const TAKEN = [
  'categories',
  'sequence',
  'oldCategories',
  'equivalence',
  'channels.teacher',
  'decides',
  'withoutProcedure',
  'sections',
  'gaps',
  'neverTyped',
  'actorsKept',
  'mandatory',
  'precedence',
  'education',
  'quality',
  'observation',
  'courses',
  'test.validYears',
  'test.percent',
  'test.tasks',
  'test.score',
  'test.minutes',
  'test.attempts.regular',
  'test.attempts.early',
  'test.rule',
  'experience',
  'essay',
  'registers',
  'term',
  'attestation',
  'early',
  'pauses',
  ...Object.keys(order32.clock).map((limit) => `clock.${limit}`),
  'sanctions',
  'scale',
  'levels',
  'contests',
  'exemptions.service',
  'exemptions.oldCategories',
  'exemptions.languages',
  'exemptions.reserve',
  'exemptions.pension',
  'scoring',
  'sheets',
]

const SHOWN = 'order 72 appendix 2 p. 86'
const VIEWER = {
  kk: 'Профильді көреді, материал жүктеуге құқығы жоқ.',
  ru: 'Видит профиль, загружать материалы не вправе.',
  en: 'Sees the profile and may not upload anything.',
}

const hands: Edition['hands'] = {
  responsible_person: {
    title: {
      kk: 'аттестаттаушы органның жауапты тұлғасы',
      ru: 'ответственное лицо аттестующего органа',
      en: 'responsible person of the attesting body',
    },
    may: {
      kk: 'Профильді көреді; дерекқорда жоқ мәліметті басшының бұйрығымен тағайындалған жауапты тұлға қолмен енгізеді.',
      ru: 'Видит профиль; то, чего нет в базах, вносит вручную ответственное лицо, назначенное приказом руководителя.',
      en: 'Sees the profile; what no database holds is typed in by the person named by the order of the head.',
    },
    rule: `${LETTER}; ${SHOWN}`,
  },
  teacher: { title: { kk: 'педагог', ru: 'педагог', en: 'teacher' }, may: VIEWER, rule: SHOWN },
  commission: { title: { kk: 'комиссия', ru: 'комиссия', en: 'commission' }, may: VIEWER, rule: SHOWN },
}

const test: Edition['test'] = {
  ...order32.test,
  content: {
    groups: {
      all: {
        title: { kk: 'барлық педагог, 2025 жылы', ru: 'все педагоги, в 2025 году', en: 'everybody, in 2025' },
        asked: { kk: 'тек пән бойынша', ru: 'только по предмету', en: 'the subject only' },
      },
    },
    rule: LETTER,
  },
  attempts: {
    ...order32.test.attempts,
    leaders: {
      title: {
        kk: 'басшылар, бір жылда: екеуі басшы, екеуі пән педагогі ретінде',
        ru: 'руководители, за год: две как руководитель, две как педагог-предметник',
        en: 'heads, in a year: two as head, two as teacher of a subject',
      },
      most: 4,
      paid: null,
      rule: LETTER,
    },
  },
}

/** Appendix 2 of order No. 72 of 02.04.2024, in force from 01.01.2025, as the letter of 10.12.2024 tells of it: documents through the Platform. */
export const order72Platform: Edition = {
  ...order32,
  id: 'order-72-2025-01-01',
  title: {
    kk: 'Педагогтерді аттестаттау қағидалары мен шарттары, 02.04.2024 жылғы № 72 бұйрыққа 2-қосымша',
    ru: 'Правила и условия проведения аттестации педагогов, приложение 2 к приказу № 72 от 02.04.2024',
    en: 'Rules and conditions of teacher attestation, appendix 2 of order No. 72 of 02.04.2024',
  },
  validFrom: '2025-01-01',
  validUntil: '2025-03-09',
  takenOver: [
    ...TAKEN.map((part) => ({ part, from: order32.id, reason: NOT_READ })),
    { part: 'exemptions.confirming.timesInRow', from: order32.id, reason: TIMES_NOT_SAID },
  ],
  channelRule: LETTER,
  hands,
  test,
  clock: {
    ...order32.clock,
    test_period: {
      title: {
        kk: '2025 жылғы тестілеу кезеңі (жоспар; қаңтарда өткізілмейді)',
        ru: 'период тестирования 2025 года (по плану; в январе не проводится)',
        en: 'test period of 2025 (as planned; none in January)',
      },
      amount: null,
      unit: null,
      period: { from: '02-01', until: '07-31' },
      rule: LETTER,
    },
  },
  exemptions: { ...order32.exemptions, confirming: { ...order32.exemptions.confirming, rule: LETTER } },
}
