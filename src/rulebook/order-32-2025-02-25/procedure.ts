import type { Edition } from '../edition.ts'

/** Received one after another: none is passed over. */
export const sequence: Edition['sequence'] = {
  categories: ['teacher_intern', 'teacher', 'moderator', 'expert', 'researcher', 'master'],
  rule: 'p. 5, 12',
}

export const oldCategories: Edition['oldCategories'] = {
  leadTo: {
    categories: {
      old_second: ['moderator', 'expert'],
      old_first: ['expert', 'researcher'],
      old_highest: ['expert', 'researcher', 'master'],
    },
    rule: 'p. 10',
  },
  sameAs: { categories: { old_head_organiser: 'head_3', old_head_manager: 'head_2', old_head_leader: 'head_1' }, rule: 'p. 35' },
}

export const equivalence: Edition['equivalence'] = {
  pairs: [
    { teacher: 'expert', deputy: 'deputy_3' },
    { teacher: 'researcher', deputy: 'deputy_2' },
    { teacher: 'master', deputy: 'deputy_1' },
  ],
  years: 2,
  rule: 'p. 36',
}

export const decides: Edition['decides'] = {
  bodies: [
    {
      id: 'organisation',
      title: { kk: 'білім беру ұйымының комиссиясы', ru: 'комиссия организации образования', en: 'commission of the organisation' },
      categories: ['moderator'],
      rule: 'p. 19',
    },
    {
      id: 'district',
      title: {
        kk: 'ауданның (қаланың) білім бөлімі',
        ru: 'отдел образования района (города)',
        en: 'education department of the district (city)',
      },
      categories: ['expert', 'deputy_3', 'deputy_2', 'head_3', 'head_2'],
      rule: 'p. 19',
    },
    {
      id: 'region',
      title: {
        kk: 'облыстың, республикалық маңызы бар қаланың, астананың білім басқармасы',
        ru: 'управление образования области, города республиканского значения, столицы',
        en: 'education department of the region, city of republican significance or capital',
      },
      categories: ['researcher', 'deputy_1', 'head_1'],
      note: {
        kk: 'Өзіне тікелей бағынатын ұйымдар үшін төменгі санаттарды да береді.',
        ru: 'Для организаций, подчинённых напрямую, — и более низкие категории.',
        en: 'For organisations directly under it, the lower categories too.',
      },
      rule: 'p. 19',
    },
    {
      id: 'ministry',
      title: { kk: 'министрлік', ru: 'министерство', en: 'ministry' },
      categories: ['master'],
      note: {
        kk: 'Өз ұйымдары мен салалық ұйымдар үшін барлық санатты береді.',
        ru: 'Для своих и отраслевых организаций — все категории.',
        en: 'For its own and sectoral organisations, all categories.',
      },
      rule: 'p. 19',
    },
  ],
  commission: { leastMembers: 7, odd: true, quorum: { need: 2, of: 3 }, formedBefore: '09-01', years: 1, rule: 'p. 19–23' },
}

export const hands: Edition['hands'] = {
  responsible_person: {
    title: { kk: 'жауапты тұлға', ru: 'ответственное лицо', en: 'responsible person' },
    may: {
      kk: 'Басшының бұйрығымен тағайындалады, жетіспейтін деректі енгізеді. Деректің дұрыстығына ол емес, педагог жауап береді.',
      ru: 'Назначается приказом руководителя и вносит недостающее. За достоверность отвечает не оно, а педагог.',
      en: 'Is named by the order of the head and types in what is missing. Not this person but the teacher answers for the truth of it.',
    },
    rule: 'p. 60',
  },
  teacher: {
    title: { kk: 'педагог', ru: 'педагог', en: 'teacher' },
    may: {
      kk: 'Портфолионы оқиды, толықтығын тексереді, деректердің дұрыстығына жауап береді.',
      ru: 'Читает портфолио, проверяет его полноту и отвечает за достоверность.',
      en: 'Reads the portfolio, checks that it is complete, answers for its truth.',
    },
    rule: 'p. 60',
  },
  commission: {
    title: { kk: 'комиссия', ru: 'комиссия', en: 'commission' },
    may: {
      kk: 'Портфолионы қарап, шешім қабылдайды. Оны өзгертуге де, толықтыруға да құқығы жоқ.',
      ru: 'Рассматривает портфолио и решает. Ни менять, ни дополнять его не вправе.',
      en: 'Looks at the portfolio and decides. It may neither change nor complete it.',
    },
    rule: 'p. 60',
  },
}

export const early: Edition['early'] = {
  yearsAfterRegular: 2,
  achievements: { expert: 4, researcher: 5, master: 6 },
  leaderYears: 2,
  rule: 'p. 63–64',
}

export const term: Edition['term'] = { years: 5, yearsByPost: { head: 3 }, rule: 'p. 26' }
export const attestation: Edition['attestation'] = { years: 5, yearsByPost: { head: 3 }, rule: 'p. 3' }

export const pauses: Edition['pauses'] = {
  yearsAfterReturn: 2,
  grounds: {
    illness: { kk: 'ауыр науқас', ru: 'тяжёлая болезнь', en: 'serious illness' },
    childcare: {
      kk: 'жүктілік, босану және бала үш жасқа толғанға дейінгі күтім демалысы',
      ru: 'отпуск по беременности, родам и уходу за ребёнком до трёх лет',
      en: 'maternity, and care of a child up to the age of three',
    },
    postgraduate: {
      kk: 'жұмыстан қол үзіп, жоғары оқу орнынан кейінгі оқу немесе тағылымдама',
      ru: 'послевузовское обучение или стажировка с отрывом от работы',
      en: 'postgraduate study or internship off work',
    },
    military: { kk: 'әскери қызмет', ru: 'воинская служба', en: 'military service' },
    transfer: {
      kk: 'басқа ұйымға немесе білім органынан ауысу',
      ru: 'переход в другую организацию или из органа образования',
      en: 'move to another organisation or from an education authority',
    },
  },
  rule: 'p. 29',
}

export const sanctions: Edition['sanctions'] = {
  late: {
    title: { kk: 'өтініш кеш берілді', ru: 'заявление подано с опозданием', en: 'the application came late' },
    effect: {
      kk: 'санат бір саты төмендетіледі',
      ru: 'категория снижается на одну ступень',
      en: 'the category goes down by one step',
    },
    lowersTo: 'one_level',
    years: 1,
    yearsByPost: {},
    rule: 'p. 46',
  },
  test_misconduct: {
    title: { kk: 'тестілеу тәртібі бұзылды', ru: 'нарушен порядок тестирования', en: 'misconduct at the test' },
    effect: {
      kk: 'нәтиженің күші жойылады, санат бір саты төмендетіледі',
      ru: 'результат аннулируется, категория снижается на одну ступень',
      en: 'the result is annulled and the category goes down by one step',
    },
    lowersTo: 'one_level',
    years: 1,
    yearsByPost: {},
    rule: 'p. 46–47',
  },
  test_misconduct_repeated: {
    title: { kk: 'тестілеу тәртібі қайта бұзылды', ru: 'порядок тестирования нарушен повторно', en: 'repeated misconduct at the test' },
    effect: { kk: 'санат ең төменгіге түсіріледі', ru: 'категория снижается до низшей', en: 'the category goes down to the lowest' },
    lowersTo: 'lowest',
    years: 5,
    yearsByPost: { head: 3 },
    rule: 'p. 46–47',
  },
  false_data: {
    title: { kk: 'жалған дерек берілді', ru: 'представлены недостоверные данные', en: 'false data was given' },
    effect: {
      kk: 'санат ең төменгіге түсіріледі, осы мерзімде аттестаттау өткізілмейді; қызмет көрсетуден бас тартылады',
      ru: 'категория снижается до низшей, в этот срок аттестация не проводится; это и основание для отказа в услуге',
      en: 'the category goes down to the lowest, and there is no attestation for this time; it is also a ground to refuse the service',
    },
    lowersTo: 'lowest',
    years: 5,
    yearsByPost: { head: 3 },
    rule: 'p. 62; annex 1 item 9',
  },
}
