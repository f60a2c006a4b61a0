import type { ClaimedCategory } from '../../../schemas/category.ts'
import type { SectionId } from '../../../schemas/section.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'
import type { Edition, SectionRule } from '../edition.ts'

/** What each section asks for, where no figure of the edition belongs to it. Without a full stop. */
const PLAIN: Readonly<Record<Exclude<SectionId, 'experience' | 'knowledge_test' | 'teaching_quality' | 'courses'>, Trilingual>> = {
  identity: { kk: 'тегі мен туған күні', ru: 'фамилия и дата рождения', en: 'the surname and the birth date' },
  application: {
    kk: 'порталға берілген өтініш, онда мәлімделген санат пен берілген күн көрсетілген',
    ru: 'заявление на портале, в котором указаны заявленная категория и дата подачи',
    en: 'the application on the portal, with the category applied for and the day of submission',
  },
  education: {
    kk: 'күші жойылмаған кемінде бір диплом',
    ru: 'хотя бы один действительный диплом',
    en: 'at least one valid diploma',
  },
  retraining: {
    kk: 'қайта даярлау туралы құжат, егер болса',
    ru: 'документ о переподготовке, если он есть',
    en: 'the document on retraining, if there is one',
  },
  employment: {
    kk: 'сұрауда көрсетілген ұйыммен жасалған, қолданыстағы еңбек шарты',
    ru: 'действующий трудовой договор с организацией, указанной в запросе',
    en: 'a contract in force with the organisation that the request names',
  },
  category: {
    kk: 'қолданылу мерзімі өтпеген біліктілік санаты',
    ru: 'квалификационная категория, срок которой не истёк',
    en: 'a qualification category that is within its term',
  },
  lesson_observation: { kk: 'сабақты бақылау парақтары', ru: 'листы наблюдения уроков', en: 'the observation sheets of lessons' },
  learner_achievements: {
    kk: 'білім алушылардың жетістіктері, егер болса',
    ru: 'достижения обучающихся, если они есть',
    en: 'achievements of learners, if there are any',
  },
  teacher_achievements: {
    kk: 'педагогтің кәсіби жетістіктері, егер болса',
    ru: 'профессиональные достижения педагога, если они есть',
    en: 'professional achievements of the teacher, if there are any',
  },
  experience_generalisation: {
    kk: 'педагогикалық тәжірибені жинақтау, егер болса',
    ru: 'обобщение педагогического опыта, если оно есть',
    en: 'generalised experience, if there is any',
  },
  leadership_reserve: {
    kk: 'басшылар резервінің тізіміндегі жазба, егер болса',
    ru: 'запись в списке резерва руководителей, если она есть',
    en: 'an entry in the list of the reserve of leaders, if there is one',
  },
  essay: { kk: 'педагог жазған эссе', ru: 'эссе педагога', en: 'the essay of the teacher' },
  organisation_figures: {
    kk: 'білім беру ұйымының көрсеткіштері',
    ru: 'показатели организации образования',
    en: 'the figures of the organisation',
  },
}

/** Years in the genitive, as they stand after «не менее» and «не более». */
function years(count: number): Trilingual {
  const one = count % 10 === 1 && count % 100 !== 11
  return { kk: `${count} жыл`, ru: `${count} ${one ? 'года' : 'лет'}`, en: `${count} ${count === 1 ? 'year' : 'years'}` }
}

function service(least: number | undefined): Trilingual {
  if (least === undefined) return { kk: 'педагогикалық өтіл', ru: 'педагогический стаж', en: 'teaching experience' }
  const { kk, ru, en } = years(least)
  return {
    kk: `мәлімделген санат үшін кемінде ${kk} педагогикалық өтіл`,
    ru: `педагогический стаж не менее ${ru} для заявленной категории`,
    en: `at least ${en} of teaching experience for the category applied for`,
  }
}

function test({ test: { validYears } }: Edition): Trilingual {
  const { kk, ru, en } = years(validYears)
  return {
    kk: `соңғы ${kk} ішінде алынған, күші жойылмаған тест нәтижесі`,
    ru: `неаннулированный результат теста, полученный не более ${ru} назад`,
    en: `a result of the test that is not annulled and not older than ${en}`,
  }
}

function quality({ quality: { schoolYears } }: Edition): Trilingual {
  return {
    kk: `соңғы аяқталған ${schoolYears} оқу жылының әрқайсысы бойынша білім сапасы`,
    ru: `качество знаний за каждый из последних завершённых учебных годов (всего ${schoolYears})`,
    en: `the quality of knowledge for each of the last completed school years (${schoolYears} in all)`,
  }
}

function courses({ courses: { windowYears } }: Edition): Trilingual {
  const { kk, ru, en } = years(windowYears)
  return {
    kk: `соңғы ${kk} ішінде келісілген бағдарлама бойынша өткен кемінде бір курс`,
    ru: `хотя бы один курс по согласованной программе, пройденный не более ${ru} назад`,
    en: `at least one course with an agreed programme, taken not longer than ${en} ago`,
  }
}

function askedFor(section: SectionId, category: ClaimedCategory, edition: Edition): Trilingual {
  if (section === 'experience') return service(edition.experience.years[category])
  if (section === 'knowledge_test') return test(edition)
  if (section === 'teaching_quality') return quality(edition)
  return section === 'courses' ? courses(edition) : PLAIN[section]
}

const NEED = {
  application: {
    kk: 'Өтініш беру үшін міндетті.',
    ru: 'Обязательно при подаче заявления.',
    en: 'Required to apply.',
  },
  decision: {
    kk: 'Комиссияның шешімі үшін міндетті.',
    ru: 'Обязательно для решения комиссии.',
    en: 'Required for the decision of the commission.',
  },
  none: {
    kk: 'Міндетті емес: портфолио онсыз да толық саналады.',
    ru: 'Не обязательно: портфолио считается полным и без этого.',
    en: 'Not required: the portfolio counts as complete without it.',
  },
  unchecked: {
    kk: 'Шлюз бұл бөлімді тексере алмайды, оны комиссия өзі қарайды.',
    ru: 'Проверить этот раздел шлюз не может, его рассматривает сама комиссия.',
    en: 'The gateway cannot check this section; the commission itself looks at it.',
  },
} as const satisfies Record<string, Trilingual>

/** What a section asks for and how much hangs on it (API page, 4.2: what is required, satisfied by). */
export function requirementText(rule: SectionRule, category: ClaimedCategory, edition: Edition): Trilingual {
  const { id, title, required, stage, unchecked } = rule
  const item = askedFor(id, category, edition)
  const optional = unchecked ? 'unchecked' : 'none'
  const need = NEED[required ? stage : optional]
  return {
    kk: `«${title.kk}» бөлімі. Керегі: ${item.kk}. ${need.kk}`,
    ru: `Раздел «${title.ru}». Требуется: ${item.ru}. ${need.ru}`,
    en: `Section «${title.en}». Asked for: ${item.en}. ${need.en}`,
  }
}
