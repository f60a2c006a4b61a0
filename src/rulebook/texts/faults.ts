import type { GapCode } from '../../../schemas/gap.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'
import { fieldName } from './fields.ts'
import { inEach } from './sentences.ts'

const FAULTS: Readonly<Partial<Record<GapCode, Trilingual>>> = {
  not_found: {
    kk: 'Олар бөлімнің талабын орындамайды.',
    ru: 'Требование раздела они не выполняют.',
    en: 'They do not meet what the section asks for.',
  },
  not_digitised: {
    kk: 'Дереккөзде көрінетін мәлімет бөлімнің талабын орындамайды.',
    ru: 'Того, что видно в источнике, для требования раздела недостаточно.',
    en: 'What the source shows does not meet what the section asks for.',
  },
  conflict: { kk: 'Мәндері бір-біріне сәйкес келмейді.', ru: 'Их значения не сходятся.', en: 'Their values do not agree.' },
  expired: { kk: 'Мерзімі өткен.', ru: 'Срок истёк.', en: 'The term is over.' },
  deferred: {
    kk: 'Дереккөз оны әлі түпкілікті деп бекіткен жоқ.',
    ru: 'Источник ещё не подтвердил её как окончательную.',
    en: 'The source has not made it final yet.',
  },
  identity_mismatch: {
    kk: 'Жазбадағы аты-жөні немесе туған күні педагогтің деректерінен өзгеше.',
    ru: 'Фамилия, имя или дата рождения в записи отличаются от данных педагога.',
    en: "The name or the birth date in the record differs from the teacher's.",
  },
  revoked: {
    kk: 'Дереккөз жазбаны күші жойылған деп көрсетеді.',
    ru: 'Источник показывает запись как аннулированную.',
    en: 'The source shows the record as annulled.',
  },
  out_of_period: {
    kk: 'Жазбаның күні есептелетін кезеңнен тыс.',
    ru: 'Дата записи вне учитываемого периода.',
    en: 'The date of the record lies outside the period that counts.',
  },
  not_on_list: {
    kk: 'Іс-шара немесе марапат бекітілген тізбеде жоқ.',
    ru: 'Мероприятия или награды нет в утверждённом перечне.',
    en: 'The event or the award is not on the approved list.',
  },
  programme_not_agreed: {
    kk: 'Курс бағдарламасы уәкілетті органмен келісілмеген.',
    ru: 'Программа курса не согласована с уполномоченным органом.',
    en: 'The programme of the course is not agreed with the authorised body.',
  },
  duplicate: {
    kk: 'Жазба бұрын есептелген басқа жазбамен бірге бір рет қана есептеледі.',
    ru: 'Запись засчитывается один раз вместе с другой, уже учтённой.',
    en: 'The record counts once, together with another one that is counted already.',
  },
}

const BY_NAME: Trilingual = {
  kk: 'Жазбада педагогтің ЖСН-і жоқ, педагог тек аты-жөні бойынша танылды.',
  ru: 'В записи нет ИИН педагога, он узнан только по фамилии и имени.',
  en: 'The record holds no person number of the teacher, who was recognised by name alone.',
}
const BAD_SIGNATURE: Trilingual = {
  kk: 'Жазбаның электрондық қолтаңбасы тексеруден өтпеді.',
  ru: 'Электронная подпись записи не прошла проверку.',
  en: 'The electronic signature of the record does not hold.',
}

/** A school year without what it needs, or a key without a value. */
function incomplete(pointer: string): Trilingual {
  const name = fieldName(pointer)
  if (/^\/\d{4}-\d{4}$/.test(pointer)) {
    return {
      kk: `${name.kk}: жылдық қорытындысы не төрт тоқсаны түгел көрсетілген бірде-бір сынып пен пән жоқ.`,
      ru: `${name.ru}: нет ни одного класса и предмета с годовым итогом или всеми четырьмя четвертями.`,
      en: `In the ${name.en} no class and subject has the result of the year or all four quarters.`,
    }
  }
  return inEach((language) => `${{ kk: 'Толтырылмаған мән', ru: 'Не заполнено', en: 'Empty' }[language]}: ${name[language]}.`)
}

/** What is wrong with the records behind a gap; null where nothing is wrong with them. */
export function faultText(code: GapCode, pointer: string | null): Trilingual | null {
  if (code === 'incomplete' && pointer !== null) return incomplete(pointer)
  if (code === 'unverifiable') return pointer === null ? BAD_SIGNATURE : BY_NAME
  return FAULTS[code] ?? null
}

/** How many records the section has and how many of them a gap is about. */
export function countText(all: number, concerned: number): Trilingual {
  if (all === 0) {
    return { kk: 'Бөлімде бірде-бір жазба жоқ.', ru: 'В разделе нет ни одной записи.', en: 'The section holds no record.' }
  }
  const whole = { kk: `Бөлімдегі жазбалар саны: ${all}.`, ru: `Записей в разделе: ${all}.`, en: `Records in the section: ${all}.` }
  if (concerned === 0 || concerned === all) return whole
  const part = {
    kk: `осы олқылыққа қатысты: ${concerned}.`,
    ru: `к этому пробелу относятся: ${concerned}.`,
    en: `concerned by this gap: ${concerned}.`,
  }
  return inEach((language) => `${whole[language].slice(0, -1)}, ${part[language]}`)
}
