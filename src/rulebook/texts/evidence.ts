import type { SectionId } from '../../../schemas/section.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'

/** The document that proves what is typed in or attached, by section (Rules, annex 1 item 8; annex 12, evidence). */
const EVIDENCE: Readonly<Partial<Record<SectionId, Trilingual>>> = {
  education: { kk: 'диплом және оның қосымшасы', ru: 'диплом с приложением', en: 'the diploma with its supplement' },
  retraining: { kk: 'қайта даярлау туралы құжат', ru: 'документ о переподготовке', en: 'the document on retraining' },
  employment: { kk: 'еңбек шарты немесе бұйрық', ru: 'трудовой договор или приказ', en: 'the employment contract or the order' },
  experience: {
    kk: 'еңбек кітапшасы немесе мұрағат анықтамасы',
    ru: 'трудовая книжка или архивная справка',
    en: 'the labour book or a certificate of the archive',
  },
  category: {
    kk: 'санат беру туралы куәлік пен бұйрық',
    ru: 'удостоверение и приказ о присвоении категории',
    en: 'the certificate and the order that give the category',
  },
  teaching_quality: {
    kk: 'басшы қол қойған мониторинг пен салыстырмалы кестелер',
    ru: 'мониторинг со сравнительными таблицами, подписанный руководителем',
    en: 'the monitoring with comparative tables, signed by the head',
  },
  lesson_observation: { kk: 'қол қойылған бақылау парағы', ru: 'подписанный лист наблюдения', en: 'the signed observation sheet' },
  learner_achievements: { kk: 'диплом, грамота немесе сертификат', ru: 'диплом, грамота или сертификат', en: 'the diploma or certificate' },
  teacher_achievements: { kk: 'диплом, грамота немесе сертификат', ru: 'диплом, грамота или сертификат', en: 'the diploma or certificate' },
  experience_generalisation: {
    kk: 'кеңес хаттамасынан үзінді көшірме',
    ru: 'выписка из протокола совета',
    en: 'an extract from the minutes of the council',
  },
  courses: {
    kk: 'курс сертификаты және тәжірибеде қолданғанын растайтын құжат',
    ru: 'сертификат курса и подтверждение применения на практике',
    en: 'the certificate of the course and a proof of its use in practice',
  },
  organisation_figures: {
    kk: 'келісімшарттар, сілтемелер немесе актілер',
    ru: 'договоры, ссылки или акты',
    en: 'agreements, links or acts',
  },
}

/** The sentence that names the document; null where the section has none. */
export function evidenceFor(section: SectionId): Trilingual | null {
  const document = EVIDENCE[section]
  if (!document) return null
  return {
    kk: `Растайтын құжат: ${document.kk}.`,
    ru: `Подтверждающий документ: ${document.ru}.`,
    en: `Document that proves it: ${document.en}.`,
  }
}
