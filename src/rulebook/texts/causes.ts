import type { GapCode } from '../../../schemas/gap.ts'
import type { SectionId } from '../../../schemas/section.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'

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
    kk: 'жазбалар бір-біріне қайшы келеді. Барлық мән сақталды.',
    ru: 'записи противоречат друг другу. Сохранены все значения.',
    en: 'the records contradict each other. All values are kept.',
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

/** Where a section has more to say than the code alone. */
const IN_SECTION: Readonly<Partial<Record<SectionId, Readonly<Partial<Record<GapCode, Trilingual>>>>>> = {
  identity: {
    not_found: {
      kk: 'тұрғындар тізілімі жауап берді, бірақ бұл адамды таппады.',
      ru: 'регистр населения ответил, но этого человека в нём не нашлось.',
      en: 'the population register answered, but it does not know this person.',
    },
  },
  education: {
    not_found: {
      kk: 'дереккөз жауап берді, бірақ онда жарамды диплом жоқ.',
      ru: 'источник ответил, но действительного диплома в нём нет.',
      en: 'the source answered, but it has no valid diploma.',
    },
  },
  employment: {
    not_found: {
      kk: 'дереккөз жауап берді, бірақ онда қолданыстағы еңбек шарты жоқ.',
      ru: 'источник ответил, но действующего трудового договора в нём нет.',
      en: 'the source answered, but it has no employment contract that is in force.',
    },
    conflict: {
      kk: 'қолданыстағы еңбек шарты сұрауда көрсетілген ұйымнан басқа ұйыммен жасалған немесе жазбалар бір-біріне қайшы келеді.',
      ru: 'действующий трудовой договор заключён не с той организацией, что указана в запросе, или записи противоречат друг другу.',
      en: 'the contract in force is with another organisation than the request names, or the records contradict each other.',
    },
  },
  experience: {
    not_found: {
      kk: 'дереккөзде көрінетін өтіл мәлімделген санат үшін жеткіліксіз.',
      ru: 'стажа, который виден в источнике, для заявленной категории недостаточно.',
      en: 'the service that the source shows is not enough for the category applied for.',
    },
    not_digitised: {
      kk: 'өтілдің бір бөлігі еңбек шарттарының тізілімі жұмыс істей бастағанға дейінгі кезеңге жатады.',
      ru: 'часть стажа приходится на время до начала работы реестра трудовых договоров.',
      en: 'part of the service is older than the register of employment contracts.',
    },
  },
  category: {
    not_found: {
      kk: 'қазіргі санат туралы мәлімет берілмеген.',
      ru: 'сведений о действующей категории нет.',
      en: 'nothing is known of the current category.',
    },
    expired: {
      kk: 'санаттың қолданылу мерзімі өтіп кеткен.',
      ru: 'срок действия категории истёк.',
      en: 'the category is past its term.',
    },
  },
  knowledge_test: {
    not_found: {
      kk: 'тестілеу орталығы жауап берді, бірақ онда жарамды нәтиже жоқ.',
      ru: 'центр тестирования ответил, но действующего результата в нём нет.',
      en: 'the testing centre answered, but it has no valid result.',
    },
    expired: {
      kk: 'тест нәтижесінің бір жылдық мерзімі өтіп кеткен.',
      ru: 'годичный срок действия результата теста истёк.',
      en: 'the result of the test is older than one year.',
    },
  },
  courses: {
    not_found: {
      kk: 'дереккөз жауап берді, бірақ соңғы үш жылда келісілген бағдарлама бойынша өткен курс онда жоқ.',
      ru: 'источник ответил, но курса по согласованной программе за последние три года в нём нет.',
      en: 'the source answered, but it has no course with an agreed programme in the last three years.',
    },
  },
}

/** Why something is missing from a section (null: from any), without the end that a field name would add. */
export function causeOf(code: GapCode, section: SectionId | null): Trilingual {
  return (section && IN_SECTION[section]?.[code]) ?? CAUSES[code]
}
