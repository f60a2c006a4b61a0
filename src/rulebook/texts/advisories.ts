import type { Trilingual } from '../../../schemas/trilingual.ts'

const TEXTS = {
  below_level: {
    kk: 'Бөлімнің көрсеткіші мәлімделген санатқа қойылатын деңгейге жетпейді. Шешімді комиссия қабылдайды.',
    ru: 'Показатель раздела не достигает уровня заявленной категории. Решение принимает комиссия.',
    en: 'What the section shows is below the level of the category applied for. The commission decides.',
  },
  sequence_broken: {
    kk: 'Мәлімделген санат қазіргі санаттан кейінгі санат емес: санаттар рет-ретімен беріледі.',
    ru: 'Заявленная категория не следует за действующей: категории присваиваются последовательно.',
    en: 'The category applied for does not follow the present one: categories are given one after another.',
  },
  early_too_soon: {
    kk: 'Мерзімінен бұрын аттестаттау кезекті аттестаттаудан кейін Қағидаларда белгіленген уақыт өткен соң ғана өткізіледі.',
    ru: 'Досрочная аттестация возможна, только когда после очередной прошёл срок, установленный Правилами.',
    en: 'Early attestation is possible only when the time that the Rules set has passed since the regular one.',
  },
  exempt_from_attestation: {
    kk: 'Зейнет жасына төрт жылдан аспайтын уақыт қалған: педагог аттестаттаудан босатылады.',
    ru: 'До пенсионного возраста остаётся не более четырёх лет: педагог освобождается от аттестации.',
    en: 'Not more than four years are left to pension: the teacher is exempt from attestation.',
  },
} as const satisfies Record<string, Trilingual>

/** The text of an advisory. */
export function advisoryText(code: keyof typeof TEXTS): Trilingual {
  return TEXTS[code]
}
