import type { SourceId } from '../../../schemas/section.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'

/** What each source is called. */
export const sourceTitles: Readonly<Record<SourceId, Trilingual>> = {
  'population-register': { kk: 'Тұрғындар тізілімі', ru: 'Регистр населения', en: 'Population register' },
  diplomas: { kk: 'Дипломдар тізілімі', ru: 'Реестр дипломов', en: 'Register of diplomas' },
  employment: { kk: 'Еңбек шарттарының тізілімі', ru: 'Реестр трудовых договоров', en: 'Register of employment contracts' },
  'egov-portal': { kk: 'Электрондық үкімет порталы', ru: 'Портал электронного правительства', en: 'E-government portal' },
  'knowledge-test': { kk: 'Тестілеу орталығы', ru: 'Центр тестирования', en: 'Testing centre' },
  'education-quality': {
    kk: 'Білім сапасы (электрондық журнал)',
    ru: 'Качество образования (электронный журнал)',
    en: 'Education quality (electronic journal)',
  },
  'student-achievements': { kk: 'Білім алушылардың жетістіктері', ru: 'Достижения обучающихся', en: 'Achievements of learners' },
  'teacher-achievements': { kk: 'Педагогтердің жетістіктері', ru: 'Достижения педагогов', en: 'Achievements of teachers' },
  'experience-generalisation': {
    kk: 'Педагогикалық тәжірибені жинақтау тізілімі',
    ru: 'Реестр обобщения педагогического опыта',
    en: 'Register of generalised experience',
  },
  courses: { kk: 'Біліктілікті арттыру курстары', ru: 'Курсы повышения квалификации', en: 'Professional development courses' },
  'leadership-reserve': { kk: 'Басшылар резервінің тізімі', ru: 'Список резерва руководителей', en: 'List of the leadership reserve' },
  platform: { kk: 'Аттестаттау платформасы', ru: 'Платформа аттестации', en: 'Attestation platform' },
}
