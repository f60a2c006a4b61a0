import type { Trilingual } from '../../../schemas/trilingual.ts'

const TEXTS = {
  below_level: {
    kk: 'Жазба мәлімделген санатқа қойылатын деңгейге жетпейді. Шешімді комиссия қабылдайды.',
    ru: 'Запись не достигает уровня заявленной категории. Решение принимает комиссия.',
    en: 'The record is below the level of the category applied for. The commission decides.',
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
