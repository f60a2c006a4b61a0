import type { GapActor, GapCode } from '../../../schemas/gap.ts'
import type { SectionId } from '../../../schemas/section.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'

/** Who must do what. */
const STEPS = {
  enter: {
    kk: 'Жауапты тұлға деректерді қолмен енгізіп, растайтын құжатты тіркейді; деректердің дұрыстығына педагог жауап береді.',
    ru: 'Ответственное лицо вносит данные вручную и прикладывает подтверждающий документ; за достоверность отвечает педагог.',
    en: 'The responsible person enters the data and attaches the document that proves them; the teacher answers for their truth.',
  },
  settle: {
    kk: 'Педагог қай мәннің дұрыс екенін көрсетеді, жауапты тұлға растайтын құжатты дайындайды.',
    ru: 'Педагог указывает, какое значение верно, ответственное лицо готовит документ.',
    en: 'The teacher says which value is right; the responsible person prepares the document.',
  },
  attach: {
    kk: 'Құжатты педагог порталдағы өтінішке өзі тіркейді.',
    ru: 'Документ педагог прикладывает к заявлению на портале сам.',
    en: 'The teacher attaches the document to the application on the portal.',
  },
  wait: {
    kk: 'Ештеңе енгізудің қажеті жоқ: дереккөзге сұрау қайта жіберіледі.',
    ru: 'Вносить ничего не нужно: источник будет запрошен снова.',
    en: 'Nothing has to be entered: the source will be asked again.',
  },
  operator: {
    kk: 'Ештеңе енгізудің қажеті жоқ: мәселені жүйе операторы тексереді.',
    ru: 'Вносить ничего не нужно: проверку проводит оператор системы.',
    en: 'Nothing has to be entered: the operator of the system looks into it.',
  },
  later: {
    kk: 'Мәліметті жүйе әзірге ала алмайды; қолмен енгізуге болмайды, педагогтен әрекет талап етілмейді.',
    ru: 'Система пока не может получить эти сведения; вручную они не вносятся, от педагога действий не требуется.',
    en: 'The system cannot get these data yet; they are not typed in by hand, and the teacher need not do anything.',
  },
  consent: {
    kk: 'Педагог келісімін 1414 қызметі арқылы растайды.',
    ru: 'Педагог подтверждает согласие через службу 1414.',
    en: 'The teacher confirms the consent through the 1414 service.',
  },
  teacher: {
    kk: 'Педагог деректерді тексеріп, қате болса, түзету үшін дереккөздің иесіне жүгінеді.',
    ru: 'Педагог проверяет данные и при ошибке обращается за исправлением к владельцу источника.',
    en: 'The teacher checks the data and, if they are wrong, asks the owner of the source to correct them.',
  },
} as const satisfies Record<string, Trilingual>

/** What the teacher does where nothing is ever typed in. */
const OWN: Readonly<Partial<Record<SectionId, Trilingual>>> = {
  identity: {
    kk: 'Педагог деректерін халыққа қызмет көрсету орталығында түзетеді; қолмен енгізуге болмайды.',
    ru: 'Педагог исправляет данные в центре обслуживания населения; ручной ввод не допускается.',
    en: 'The teacher has the data corrected at a public service centre; nothing is typed in by hand.',
  },
  application: {
    kk: 'Педагог өтінішті электрондық үкімет порталында береді немесе толықтырады.',
    ru: 'Педагог подаёт или дополняет заявление на портале электронного правительства.',
    en: 'The teacher submits or completes the application on the e-government portal.',
  },
  knowledge_test: {
    kk: 'Педагог білімін бағалаудан (ПББ) өтеді; нәтиже қолмен енгізілмейді.',
    ru: 'Педагог проходит оценку знаний (ОЗП); результат вручную не вносится.',
    en: 'The teacher takes the knowledge test; its result is never typed in by hand.',
  },
  essay: {
    kk: 'Эссені педагог өзі жазып, өтінішке тіркейді.',
    ru: 'Эссе педагог пишет сам и прикладывает к заявлению.',
    en: 'The teacher writes the essay and attaches it to the application.',
  },
  leadership_reserve: {
    kk: 'Мәліметті резерв тізімін жүргізетін орган береді; қолмен енгізуге болмайды.',
    ru: 'Сведения даёт орган, который ведёт список резерва; ручной ввод не допускается.',
    en: 'The body that keeps the list of the reserve gives the data; nothing is typed in by hand.',
  },
}

const CONSENT: ReadonlySet<GapCode> = new Set(['consent_missing', 'consent_revoked'])
/** Codes that a document can close: in the portal channel the applicant attaches it. */
const BY_DOCUMENT: ReadonlySet<GapCode> = new Set([
  'not_found',
  'not_digitised',
  'not_integrated',
  'incomplete',
  'unverifiable',
  'conflict',
  'expired',
])

/** What is said about a gap beside its code. */
export interface Step {
  readonly text: Trilingual
  /** Whether a document is to be shown. */
  readonly document: boolean
}

/** Who must do what about a gap. */
export function stepOf(code: GapCode, section: SectionId, actor: GapActor, manualEntry: boolean): Step {
  if (actor === 'source') return { text: STEPS.wait, document: false }
  if (actor === 'operator') return { text: STEPS.operator, document: false }
  if (CONSENT.has(code)) return { text: STEPS.consent, document: false }
  if (!BY_DOCUMENT.has(code)) return { text: STEPS.teacher, document: false }
  if (manualEntry) return { text: actor === 'teacher' ? STEPS.settle : STEPS.enter, document: true }
  const own = OWN[section]
  // Nobody has looked: the teacher may have everything in order.
  if (own && code === 'not_integrated') return { text: STEPS.later, document: false }
  return own ? { text: own, document: false } : { text: STEPS.attach, document: true }
}
