import type { Edition } from '../edition.ts'

/** How lessons are observed, and on which form (annex 14). */
export const observation: Edition['observation'] = {
  perYear: 5,
  descriptors: 34,
  bestMark: 3,
  most: 102,
  conditions: [
    { kk: 'әртүрлі сабақта, әртүрлі күні', ru: 'на разных уроках, в разные дни', en: 'different lessons on different days' },
    {
      kk: 'бақылаушы бірнешеу болса, орташа балл алынады',
      ru: 'при нескольких наблюдателях берётся среднее',
      en: 'the average where several observe',
    },
    {
      kk: 'кемінде біреуін комиссия мүшесі өткізеді',
      ru: 'хотя бы одно — член комиссии',
      en: 'at least one by a member of the commission',
    },
    {
      kk: 'кемінде біреуін әдістемелік кабинеттің әдіскері өткізеді',
      ru: 'хотя бы одно — методист методического кабинета',
      en: 'at least one by a methodist of the method office',
    },
  ],
  forms: [
    {
      kinds: ['school', 'special', 'additional', 'tvet'],
      title: { kk: 'сабақты бақылау парағы', ru: 'лист наблюдения урока', en: 'lesson sheet' },
      rule: 'annex 14',
    },
    {
      kinds: ['preschool'],
      title: { kk: 'мектепке дейінгі ұйымның бақылау парағы', ru: 'лист наблюдения дошкольной организации', en: 'sheet of preschools' },
      rule: 'annex 14',
    },
    {
      kinds: ['correction'],
      posts: ['special_teacher'],
      title: {
        kk: 'түзету сабағының бақылау парағы: баланың жасы және жұмыс түрі көрсетіледі',
        ru: 'лист наблюдения коррекционного занятия: с возрастом и формой работы',
        en: 'sheet of correction work, with the age and the form of work',
      },
      rule: 'annex 14',
    },
    {
      kinds: ['pmpk'],
      title: {
        kk: 'тексеру (консультация) парағы',
        ru: 'лист обследования (консультации)',
        en: 'sheet of an examination or a consultation',
      },
      rule: 'annex 14',
    },
    {
      kinds: ['method_office'],
      posts: ['methodist'],
      title: { kk: 'кері байланыс парағы', ru: 'лист обратной связи', en: 'feedback sheet' },
      rule: 'annex 12 (sheet of methodists)',
    },
  ],
  rule: 'annex 12 row 1.2; annex 14',
}

/** Contests count only where they stand on one of these lists. */
export const contests: Edition['contests'] = {
  lists: [
    {
      kk: '07.12.2011 жылғы № 514 бұйрықпен бекітілген тізбе (тіркеу нөмірі 7355)',
      ru: 'перечень приказа № 514 от 07.12.2011 (рег. № 7355)',
      en: 'the list of order No. 514 of 07.12.2011 (registered as 7355)',
    },
    {
      kk: 'облыстық білім басқармасы бекіткен тізбе',
      ru: 'перечень управления образования области',
      en: 'a list of the regional department',
    },
    {
      kk: 'министрлікпен келісілген салалық орган тізбесі',
      ru: 'перечень отраслевого органа, согласованный с министерством',
      en: 'a list of a sector body agreed with the ministry',
    },
  ],
  rule: 'p. 5; annex 12 (notes)',
}

/** How points are counted. */
export const scoring: Edition['scoring'] = {
  notes: [
    {
      kk: 'барлық көрсеткіш орындалуы тиіс, орындалмағаны 0 балл',
      ru: 'нужны все показатели, невыполненный — 0 баллов',
      en: 'every indicator is to be met; an unmet one is 0',
    },
    { kk: 'жеңімпаз үшін 1 балл бір рет қосылады', ru: 'за победителя добавляется 1 балл, один раз', en: 'a winner adds 1 point, once' },
    { kk: 'бір түрдегі бірнеше жұмыс қосылмайды', ru: 'работы одного вида не суммируются', en: 'works of one kind are not summed' },
    {
      kk: 'екі лауазымға бір курс сертификаты бір рет есептеледі',
      ru: 'сертификат курса учитывается один раз, даже при двух должностях',
      en: 'a course certificate counts once, for two posts too',
    },
    {
      kk: 'марапаттар мен алғысхаттарға қосымша балл берілмейді',
      ru: 'награды и благодарности баллов не добавляют',
      en: 'awards and letters of thanks bring no points',
    },
    {
      kk: 'Платформа арқылы өтетін педагогтің құжаттарына мөр қажет емес',
      ru: 'документам педагогов на Платформе печать не нужна',
      en: 'documents of teachers on the Platform need no seal',
    },
  ],
  rule: 'annex 12 (notes)',
}
