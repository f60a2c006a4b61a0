import type { Trilingual } from '../../../schemas/trilingual.ts'

const TEXTS = {
  subject_not_echoed: {
    kk: 'Дереккөз жазбаның кімге тиесілі екенін қайталап көрсетпеді.',
    ru: 'Источник не повторил в ответе, кому принадлежит запись.',
    en: 'The source did not repeat in its answer whose record this is.',
  },
  identity_mismatch: {
    kk: 'Жазбадағы аты-жөні немесе туған күні педагогтің деректерінен өзгеше.',
    ru: 'Фамилия, имя или дата рождения в записи отличаются от данных педагога.',
    en: "The name or the birth date in the record differs from the teacher's.",
  },
  incomplete: {
    kk: 'Жазбада міндетті мән толтырылмаған.',
    ru: 'В записи не заполнено обязательное значение.',
    en: 'A mandatory value of the record is empty.',
  },
  century_unknown: {
    kk: 'ЖСН-нің жетінші цифры 0: ол ғасыр мен жынысты білдірмейді, сондықтан туған күні ЖСН бойынша салыстырылмады.',
    ru: 'Седьмая цифра ИИН равна 0: она не указывает век и пол, поэтому дата рождения по ИИН не сверялась.',
    en: 'The seventh digit of the IIN is 0: it names neither century nor sex, so the birth date was not compared with the IIN.',
  },
  no_longer_reported: {
    kk: 'Дереккөз бұл жазбаны бұрын берген, бірақ соңғы жауабында көрсетпеді.',
    ru: 'Раньше источник сообщал эту запись, но в последнем ответе её нет.',
    en: 'The source reported this record before, but its last answer lacks it.',
  },
  unlike_number: {
    kk: 'Тізілімдегі мән ЖСН-де кодталған мәннен өзгеше. Мұндай нөмірлер кездеседі, сондықтан бұл тек ескерту.',
    ru: 'Значение в регистре отличается от закодированного в ИИН. Такие номера встречаются, поэтому это только предупреждение.',
    en: 'The value in the register differs from the one that the IIN codes. Such numbers exist, so this is only a warning.',
  },
  not_final: {
    kk: 'Дереккөз бұл жазбаны әлі түпкілікті деп бекіткен жоқ.',
    ru: 'Источник ещё не подтвердил эту запись как окончательную.',
    en: 'The source has not made this record final yet.',
  },
  replaced: {
    kk: 'Апелляциядан кейін жаңа сертификат берілді: бұл нәтиже есепке алынбайды.',
    ru: 'После апелляции выдан новый сертификат: этот результат не учитывается.',
    en: 'A new certificate was issued after an appeal: this result does not count.',
  },
} as const satisfies Record<string, Trilingual>

/** The codes of `facts[].issues[]`. */
export type IssueCode = keyof typeof TEXTS

/** The text of a note on one fact. */
export function issueText(code: IssueCode): Trilingual {
  return TEXTS[code]
}
