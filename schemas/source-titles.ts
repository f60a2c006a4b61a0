import type { Trilingual } from './trilingual.ts'

/** Every source that the contract names, and what it is called; `platform`, the last, is the request itself. `npm run new:source` adds a line. */
export const sourceTitles = {
  'population-register': { kk: 'Тұрғындар тізілімі', ru: 'Регистр населения', en: 'Population register' },
  diplomas: { kk: 'Дипломдар тізілімі', ru: 'Реестр дипломов', en: 'Register of diplomas' },
  employment: { kk: 'Еңбек шарттарының тізілімі', ru: 'Реестр трудовых договоров', en: 'Register of employment contracts' },
  'egov-portal': { kk: 'Электрондық үкімет порталы', ru: 'Портал электронного правительства', en: 'E-government portal' },
  'knowledge-test': { kk: 'Ұлттық тестілеу орталығы', ru: 'Национальный центр тестирования', en: 'National testing centre' },
  'education-quality': {
    kk: 'Білім сапасы (электрондық журнал)',
    ru: 'Качество образования (электронный журнал)',
    en: 'Education quality (electronic journal)',
  },
  'student-achievements': {
    kk: 'Білім алушылар жетістіктерінің тізілімі',
    ru: 'Реестр достижений обучающихся',
    en: 'Register of achievements of learners',
  },
  'teacher-achievements': { kk: 'Педагогтер марапаттарының тізілімі', ru: 'Реестр наград педагогов', en: 'Register of awards of teachers' },
  'experience-generalisation': {
    kk: 'Педагогикалық тәжірибені жинақтау тізілімі',
    ru: 'Реестр обобщения педагогического опыта',
    en: 'Register of generalised experience',
  },
  courses: { kk: '«Өрлеу» курстарының тізілімі', ru: 'Реестр курсов «Өрлеу»', en: 'Register of courses' },
  'leadership-reserve': { kk: 'Басшылар резервінің тізімі', ru: 'Список резерва руководителей', en: 'List of the reserve of leaders' },
  platform: { kk: 'Аттестаттау платформасы', ru: 'Платформа аттестации', en: 'Attestation platform' },
} as const satisfies Readonly<Record<string, Trilingual>>
