import type { GapActor, GapCode } from '../../../schemas/gap.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'
import { fieldName } from './fields.ts'

/** What a gap is about, in plain words. Sentences never decline what is put into them. */
const CAUSES: Readonly<Record<GapCode, Trilingual>> = {
  not_found: {
    kk: 'дереккөз жауап берді, бірақ талап етілетін жазба онда жоқ.',
    ru: 'источник ответил, но требуемой записи в нём нет.',
    en: 'the source answered, but it has no record of what is required.',
  },
  not_digitised: {
    kk: 'жазба дереккөз жұмыс істей бастағанға дейінгі кезеңге жатады, сондықтан онда жоқ.',
    ru: 'запись относится ко времени до начала работы источника, поэтому в нём её нет.',
    en: 'the record is older than the source, so the source cannot have it.',
  },
  not_integrated: {
    kk: 'бұл бөлімге арналған дереккөз жүйеге әлі қосылмаған.',
    ru: 'источник для этого раздела к системе ещё не подключён.',
    en: 'no source of this section is connected to the system yet.',
  },
  incomplete: {
    kk: 'жазба бар, бірақ толық емес. Жетіспейтіні:',
    ru: 'запись есть, но она неполная. Не хватает:',
    en: 'there is a record, but it is incomplete. Missing:',
  },
  unverifiable: {
    kk: 'жазбаны тізілім бойынша тексеру мүмкін емес, оны тек құжат растайды.',
    ru: 'запись нельзя проверить по реестру, её подтверждает только документ.',
    en: 'the record cannot be checked against a register; only a document proves it.',
  },
  conflict: {
    kk: 'жазбалар бір-біріне қайшы келеді. Екі мән де сақталды.',
    ru: 'записи противоречат друг другу. Сохранены оба значения.',
    en: 'the records contradict each other. Both values are kept.',
  },
  expired: {
    kk: 'құжаттың қолданылу мерзімі өтіп кеткен.',
    ru: 'срок действия документа истёк.',
    en: 'the document is past its term.',
  },
  source_unavailable: {
    kk: 'дереккөз жауап бермеді. Бұл жазба жоқ дегенді білдірмейді.',
    ru: 'источник не ответил. Это не значит, что записи нет.',
    en: 'the source did not answer. This does not mean that there is no record.',
  },
  deferred: {
    kk: 'дереккөздің жауабы кейін келеді. Бұл жазба жоқ дегенді білдірмейді.',
    ru: 'ответ источника придёт позже. Это не значит, что записи нет.',
    en: 'the answer of the source will come later. This does not mean that there is no record.',
  },
  source_unreadable: {
    kk: 'дереккөздің жауабын оқу мүмкін болмады, сондықтан ол пайдаланылмады.',
    ru: 'ответ источника не удалось прочитать, поэтому он не использован.',
    en: 'the answer of the source could not be read and was not used.',
  },
  foreign_record: {
    kk: 'дереккөз басқа адамның жазбасын қайтарды. Ол пайдаланылмады.',
    ru: 'источник вернул запись другого человека. Она не использована.',
    en: "the source returned somebody else's record. It was not used.",
  },
  consent_missing: {
    kk: 'дереккөзге сұрау салу үшін педагогтің келісімі жоқ.',
    ru: 'нет согласия педагога на запрос к источнику.',
    en: 'there is no consent of the teacher to ask the source.',
  },
  consent_revoked: {
    kk: 'педагог дереккөзге сұрау салуға берген келісімін қайтарып алған.',
    ru: 'педагог отозвал согласие на запрос к источнику.',
    en: 'the teacher has revoked the consent to ask the source.',
  },
  identity_mismatch: {
    kk: 'жазбадағы аты-жөні немесе туған күні педагогтің деректерінен өзгеше.',
    ru: 'фамилия, имя или дата рождения в записи отличаются от данных педагога.',
    en: "the name or the birth date in the record differs from the teacher's.",
  },
  revoked: {
    kk: 'дереккөзде жазбаның күші жойылған деп көрсетілген.',
    ru: 'в источнике запись отмечена как аннулированная.',
    en: 'the source says that the record has been annulled.',
  },
  out_of_period: {
    kk: 'жазба аттестаттау кезеңіне жатпайды, сондықтан есептелмейді.',
    ru: 'запись не относится к аттестационному периоду и не учитывается.',
    en: 'the record lies outside the attestation period and does not count.',
  },
  not_on_list: {
    kk: 'іс-шара бекітілген тізбеде жоқ, сондықтан балл берілмейді.',
    ru: 'мероприятия нет в утверждённом перечне, баллы не начисляются.',
    en: 'the event is not on the approved list and brings no points.',
  },
  programme_not_agreed: {
    kk: 'курс бағдарламасы уәкілетті органмен келісілмеген.',
    ru: 'программа курса не согласована с уполномоченным органом.',
    en: 'the programme of the course is not agreed with the authorised body.',
  },
  duplicate: {
    kk: 'бір құжат екі рет көрсетілген, ол бір рет есептеледі.',
    ru: 'один и тот же документ указан дважды и учитывается один раз.',
    en: 'one document is given twice and counts once.',
  },
}

/** Who must do what. */
const STEPS = {
  enter: {
    kk: 'Жауапты тұлға деректерді қолмен енгізіп, растайтын құжатты тіркейді; деректердің дұрыстығына педагог жауап береді.',
    ru: 'Ответственное лицо вносит данные вручную и прикладывает подтверждающий документ; за достоверность отвечает педагог.',
    en: 'The responsible person enters the data and attaches the document that proves them; the teacher answers for their truth.',
  },
  settle: {
    kk: 'Педагог қай мәннің дұрыс екенін көрсетеді, жауапты тұлға құжатын дайындайды.',
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
  own: {
    kk: 'Бұл бөлімді педагог өзі толтырады; қолмен енгізуге болмайды.',
    ru: 'Этот раздел обеспечивает сам педагог; ручной ввод не допускается.',
    en: 'The teacher provides this section; nothing is typed in by hand.',
  },
} as const satisfies Record<string, Trilingual>

const CONSENT = new Set<GapCode>(['consent_missing', 'consent_revoked'])
/** Codes that a document can close: in the portal channel the applicant attaches it. */
const BY_DOCUMENT = new Set<GapCode>(['not_found', 'not_digitised', 'not_integrated', 'incomplete', 'unverifiable', 'conflict', 'expired'])

export interface GapContext {
  readonly code: GapCode
  readonly title: Trilingual
  readonly pointer: string | null
  readonly actor: GapActor
  readonly manualEntry: boolean
  readonly portal: boolean
  readonly neverTyped: boolean
}

function stepOf({ code, actor, manualEntry, portal, neverTyped }: GapContext): Trilingual {
  if (actor === 'source') return STEPS.wait
  if (actor === 'operator') return STEPS.operator
  if (CONSENT.has(code)) return STEPS.consent
  if (!BY_DOCUMENT.has(code)) return STEPS.teacher
  if (manualEntry) return actor === 'teacher' ? STEPS.settle : STEPS.enter
  return neverTyped || !portal ? STEPS.own : STEPS.attach
}

/** The text of a gap: what is missing, why, and who must act, for a school secretary to understand. */
export function gapText(context: GapContext): Trilingual {
  const cause = CAUSES[context.code]
  const step = stepOf(context)
  const field = context.code === 'incomplete' && context.pointer ? fieldName(context.pointer) : null
  const sentence = (language: keyof Trilingual) => {
    const missing = field ? ` ${field[language]}.` : ''
    return `«${context.title[language]}»: ${cause[language]}${missing} ${step[language]}`
  }
  return { kk: sentence('kk'), ru: sentence('ru'), en: sentence('en') }
}
