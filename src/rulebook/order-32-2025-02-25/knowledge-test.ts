import type { Edition } from '../edition.ts'
import { leaders } from './leaders.ts'

const PEDAGOGY = { kk: 'педагогика және психология', ru: 'педагогика и психология', en: 'pedagogy and psychology' }
const SUBJECT = { kk: 'пән бойынша білім', ru: 'знание предмета', en: 'knowledge of the subject' }

const content: Edition['test']['content'] = {
  groups: {
    preschool: {
      title: { kk: 'мектепке дейінгі ұйымдар', ru: 'дошкольные организации', en: 'preschools' },
      asked: {
        kk: 'бейіндік әдістеме, мектепке дейінгі педагогика және психология',
        ru: 'профильная методика с дошкольной педагогикой и психологией',
        en: 'methodology of the profile with preschool pedagogy and psychology',
      },
    },
    school: {
      title: { kk: 'бастауыш және орта білім', ru: 'начальное и среднее образование', en: 'primary and secondary' },
      asked: SUBJECT,
    },
    pedagogy: {
      title: {
        kk: 'қосымша білім, интернаттар, психологтар, ассистенттер, әлеуметтік педагогтер, кәсіптік бағдар берушілер',
        ru: 'дополнительное образование, интернаты, психологи, ассистенты, социальные педагоги, профориентаторы',
        en: 'additional education, boarding, psychologists, assistants, social teachers, career advisers',
      },
      asked: PEDAGOGY,
    },
    special: {
      title: { kk: 'арнайы педагогтер', ru: 'специальные педагоги', en: 'special teachers' },
      asked: {
        kk: 'таңдау бойынша бейін: есту, көру, зият пен қарым-қатынас, сөйлеу',
        ru: 'профиль на выбор: слух, зрение, интеллект и общение, речь',
        en: 'one of four profiles: hearing, sight, intellect and communication, speech',
      },
    },
    tvet: {
      title: { kk: 'ТжКБ оқытушылары мен шеберлері', ru: 'преподаватели и мастера ТиПО', en: 'teachers and masters of TVET' },
      asked: SUBJECT,
    },
    tvet_other: { title: { kk: 'ТжКБ-ның өзге лауазымдары', ru: 'прочие должности ТиПО', en: 'other posts of TVET' }, asked: PEDAGOGY },
    methodist: {
      title: { kk: 'әдіскерлер', ru: 'методисты', en: 'methodists' },
      asked: { kk: 'әдістеме және заңнама', ru: 'методика и законодательство', en: 'methodology and law' },
    },
    leaders: {
      title: { kk: 'басшылар мен орынбасарлары', ru: 'руководители и заместители', en: 'heads and deputies' },
      asked: { kk: 'заңнама', ru: 'законодательство', en: 'law' },
    },
  },
  rule: 'p. 38–40; annex 9',
}

/** The knowledge test. */
export const test: Edition['test'] = {
  validYears: 1,
  percent: { teacher: 50, moderator: 60, expert: 70, researcher: 80, master: 90, ...leaders(70, 70, 70) },
  tasks: { teacher: 50, moderator: 50, expert: 50, researcher: 50, master: 50, ...leaders(60, 60, 60) },
  score: { teacher: 25, moderator: 30, expert: 35, researcher: 40, master: 45, ...leaders(42, 42, 42) },
  minutes: {
    plain: 80,
    long: 125,
    longFor: {
      kk: 'математика, физика, химия, информатика',
      ru: 'математика, физика, химия, информатика',
      en: 'mathematics, physics, chemistry, informatics',
    },
    leaders: 90,
    leadersFor: { kk: 'басшылар мен әдіскерлер', ru: 'руководители и методисты', en: 'heads and methodists' },
    added: 40,
    rule: 'p. 38–40; annex 9',
  },
  content,
  attempts: {
    regular: {
      title: {
        kk: 'кезекті аттестаттау: бірі тегін, бірі ақылы',
        ru: 'очередная аттестация: бесплатно и платно',
        en: 'regular attestation: once free, once paid',
      },
      most: 2,
      paid: 1,
      rule: 'p. 41',
    },
    early: {
      title: { kk: 'мерзімінен бұрын аттестаттау: тегін', ru: 'досрочная аттестация: бесплатно', en: 'early attestation: once free' },
      most: 1,
      paid: 0,
      rule: 'p. 41',
    },
  },
  rule: 'p. 38–40, 53; annex 9',
}
