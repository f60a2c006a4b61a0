import type { Channel, DeputyLine, OrganisationKind, Post } from '../../schemas/category.ts'
import type { GapActor } from '../../schemas/gap.ts'
import type { Language, Trilingual } from '../../schemas/trilingual.ts'

/** The ways of an application. */
export const channelNames: Readonly<Record<Channel, Trilingual>> = {
  platform: { kk: '«Ұстаз» платформасы', ru: 'Платформа «Ұстаз»', en: 'Platform «Ұстаз»' },
  portal: { kk: 'электрондық үкімет порталы', ru: 'портал электронного правительства', en: 'e-government portal' },
  none: { kk: 'өтінішсіз, басшының бұйрығымен', ru: 'без заявления, приказом руководителя', en: 'no application: order of the head' },
}

/** Who must act. */
export const actorNames: Readonly<Record<GapActor, Trilingual>> = {
  responsible_person: { kk: 'жауапты тұлға', ru: 'ответственное лицо', en: 'responsible person' },
  teacher: { kk: 'педагог', ru: 'педагог', en: 'teacher' },
  source: { kk: 'дереккөз иесі', ru: 'владелец источника', en: 'owner of the source' },
  operator: { kk: 'жүйе операторы', ru: 'оператор системы', en: 'operator of the system' },
}

/** Posts. */
export const postNames: Readonly<Record<Post, Trilingual>> = {
  teacher: { kk: 'педагог', ru: 'педагог', en: 'teacher' },
  methodist: { kk: 'әдіскер', ru: 'методист', en: 'methodist' },
  head: { kk: 'басшы', ru: 'руководитель', en: 'head' },
  deputy: { kk: 'басшы орынбасары', ru: 'заместитель руководителя', en: 'deputy head' },
  psychologist: { kk: 'психолог', ru: 'психолог', en: 'psychologist' },
  social_teacher: { kk: 'әлеуметтік педагог', ru: 'социальный педагог', en: 'social teacher' },
  career_adviser: { kk: 'кәсіптік бағдар беруші', ru: 'профориентатор', en: 'career adviser' },
  organiser: { kk: 'ұйымдастырушы', ru: 'организатор', en: 'organiser' },
  assistant: { kk: 'педагог-ассистент', ru: 'педагог-ассистент', en: 'assistant' },
  special_teacher: { kk: 'арнайы педагог', ru: 'специальный педагог', en: 'special teacher' },
  tvet_master: { kk: 'өндірістік оқыту шебері', ru: 'мастер производственного обучения', en: 'master of TVET' },
}

/** Kinds of organisations. */
export const kindNames: Readonly<Record<OrganisationKind, Trilingual>> = {
  school: { kk: 'мектеп', ru: 'школа', en: 'school' },
  preschool: { kk: 'мектепке дейінгі ұйым', ru: 'дошкольная организация', en: 'preschool' },
  special: { kk: 'арнайы ұйым', ru: 'специальная организация', en: 'special organisation' },
  correction: {
    kk: 'түзету кабинеті, оңалту орталығы',
    ru: 'кабинет коррекции, реабилитационный центр',
    en: 'correction office, rehabilitation centre',
  },
  pmpk: { kk: 'ПМПК', ru: 'ПМПК', en: 'PMPK' },
  additional: { kk: 'қосымша білім беру ұйымы', ru: 'организация дополнительного образования', en: 'additional education' },
  tvet: { kk: 'ТжКБ ұйымы', ru: 'организация ТиПО', en: 'TVET' },
  method_office: { kk: 'әдістемелік кабинет', ru: 'методический кабинет', en: 'method office' },
}

/** Lines of deputies. */
export const lineNames: Readonly<Record<DeputyLine, Trilingual>> = {
  teaching: { kk: 'оқу ісі', ru: 'учебная работа', en: 'teaching' },
  methodical: { kk: 'әдістемелік жұмыс', ru: 'методическая работа', en: 'methodical work' },
  production: { kk: 'өндірістік оқыту', ru: 'производственное обучение', en: 'production' },
  informatisation: { kk: 'ақпараттандыру', ru: 'информатизация', en: 'informatisation' },
  upbringing: { kk: 'тәрбие ісі', ru: 'воспитательная работа', en: 'upbringing' },
}

/** Units of time; the forms that a number asks for stand one after another: one, few and many in Russian, one and other in English. */
const UNITS = {
  minute: { kk: 'минут', ru: 'минута|минуты|минут', en: 'minute|minutes' },
  working_day: { kk: 'жұмыс күні', ru: 'рабочий день|рабочих дня|рабочих дней', en: 'working day|working days' },
  year: { kk: 'жыл', ru: 'год|года|лет', en: 'year|years' },
  per_school_year: {
    kk: 'рет, бір оқу жылында',
    ru: 'раз за учебный год|раза за учебный год|раз за учебный год',
    en: 'time per school year|times per school year',
  },
} as const satisfies Readonly<Record<string, Trilingual>>

/** An amount with its unit, as the language counts. */
export function counted(amount: number, unit: keyof typeof UNITS, language: Language): string {
  const forms = UNITS[unit][language].split('|')
  const place = ['one', 'few'].indexOf(new Intl.PluralRules(language).select(amount))
  return `${amount} ${forms[place] ?? forms.at(-1)}`
}
