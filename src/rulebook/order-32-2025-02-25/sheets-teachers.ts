import type { ScoreRow, ScoreSheet } from '../sheet.ts'
import { LEVELS_ASKED } from './names.ts'

const same = (text: string) => ({ kk: text, ru: text, en: text })
const hours = (...counts: number[]) => counts.map((count) => ({ kk: `${count} сағат`, ru: `${count} часов`, en: `${count} hours` }))
const COLUMNS: ScoreSheet['columns'] = ['moderator', 'expert', 'researcher', 'master']
const REWARDED = { kk: 'сертификат, диплом, хат', ru: 'сертификат, диплом, письмо', en: 'certificate, diploma, letter' }
const RECOMMENDED = [
  { kk: 'мектептің әдістемелік кеңесі', ru: 'методический совет школы', en: 'method council of the school' },
  { kk: 'ауданның (қаланың) әдістемелік кеңесі', ru: 'методический совет района (города)', en: 'method council of the district (city)' },
  {
    kk: 'облыстың әдістемелік кеңесі немесе РОӘК',
    ru: 'методический совет области или РУМС',
    en: 'method council of the region or the republican council',
  },
  { kk: 'РОӘК (авторлық бағдарлама)', ru: 'РУМС (авторская программа)', en: 'the republican council (a programme of their own)' },
]
const NAMED_PUBLISHER = { kk: 'аталған басылымдарда', ru: 'в названных изданиях', en: 'at named publishers' }
const REDUCED = {
  kk: 'мектепке дейінгі, қосымша, арнайы ұйымдар мен әдістемелік кабинеттер үшін: 36, 36, 72, 80 сағат',
  ru: 'для дошкольных, дополнительных, специальных организаций и методических кабинетов: 36, 36, 72, 80 часов',
  en: 'preschool, additional, special organisations and method offices: 36, 36, 72, 80 hours',
}

/** The rows that teachers and methodists share; their numbers differ. */
const shared = {
  materials: {
    title: {
      kk: 'Ұсынылған әдістемелік материалдар немесе бағдарламалар',
      ru: 'Рекомендованные методические материалы или программы',
      en: 'Recommended method materials or programmes',
    },
    requirement: RECOMMENDED,
    points: [1, 2, 3, 4],
    most: null,
    evidence: {
      kk: 'кеңес хаттамасынан үзінді және сілтеме',
      ru: 'выписка из протокола совета и ссылка',
      en: 'extract of the minutes of the council and a link',
    },
  },
  talks: {
    title: {
      kk: 'Семинарда, конференцияда, курста сөз сөйлеу',
      ru: 'Выступления на семинарах, конференциях, курсах',
      en: 'Talks at seminars, conferences, courses',
    },
    requirement: LEVELS_ASKED,
    points: [1, 2, 3, 4],
    most: 5,
    evidence: {
      kk: 'бұйрықтан үзінді немесе келісілген бағдарлама және сілтеме',
      ru: 'выписка из приказа или согласованная программа и ссылка',
      en: 'extract of an order or an agreed programme, and a link',
    },
  },
  publication: {
    title: {
      kk: 'Тәжірибені зерттеу жарияланымы, авторы үшеуден аспайды',
      ru: 'Публикация исследования практики, не более трёх авторов',
      en: 'Publication of practice research, three authors at most',
    },
    requirement: [null, null, NAMED_PUBLISHER, NAMED_PUBLISHER],
    points: [null, null, 5, 5],
    most: null,
    evidence: { kk: 'көшірме немесе сілтеме', ru: 'копия или ссылка', en: 'copy or link' },
  },
  groups: {
    title: { kk: 'Жұмыс топтары, жобалар, қазылар алқасы', ru: 'Рабочие группы, проекты, жюри', en: 'Working groups, projects, juries' },
    requirement: LEVELS_ASKED,
    points: [1, 2, 3, 4],
    most: 5,
    evidence: { kk: 'бұйрықтан үзінді немесе хат', ru: 'выписка из приказа или письмо', en: 'extract of an order or a letter' },
  },
  broadcast: {
    title: {
      kk: 'Ұсынылған материалдар бойынша тәжірибе тарату',
      ru: 'Трансляция опыта по рекомендованным материалам',
      en: 'Broadcast of practice on recommended materials',
    },
    requirement: [
      null,
      null,
      { kk: 'облыс, кемінде 3 аудан', ru: 'область, не менее 3 районов', en: 'region, 3 districts at least' },
      { kk: 'республика, кемінде 3 облыс', ru: 'республика, не менее 3 областей', en: 'republic, 3 regions at least' },
    ],
    points: [null, null, 6, 9],
    most: null,
    evidence: {
      kk: 'бұйрықтан үзінді, бағдарлама, сілтеме',
      ru: 'выписка из приказа, программа, ссылка',
      en: 'extract of an order, programme, link',
    },
  },
  courses: {
    title: {
      kk: 'Курс сағаттары: әртүрлі бағдарламалардың қосындысы, кемінде біреуі бейін бойынша',
      ru: 'Часы курсов: сумма по разным программам, хотя бы одна по профилю',
      en: 'Hours of courses: the sum over different programmes, at least one in the profile',
    },
    requirement: hours(72, 72, 80, 108),
    most: null,
    evidence: {
      kk: 'сертификат және іс жүзінде қолданғанын растау',
      ru: 'сертификат и подтверждение применения на практике',
      en: 'certificate and proof of use in practice',
    },
    note: REDUCED,
  },
} satisfies Readonly<Record<string, Omit<ScoreRow, 'row' | 'points'> & Partial<Pick<ScoreRow, 'points'>>>>

const teacherRows: ScoreRow[] = [
  {
    row: '1.1',
    title: {
      kk: 'Үш жылдағы білім сапасының (бағдарламаны меңгерудің) серпіні',
      ru: 'Динамика качества знаний (освоения программы) за три года',
      en: 'Dynamics of knowledge quality (or of mastering the programme) over three years',
    },
    requirement: [
      { kk: 'тұрақсыз, бір жылда өсу бар', ru: 'нестабильна, рост в одном году', en: 'unstable, growth in one year' },
      { kk: 'сол деңгейде', ru: 'на том же уровне', en: 'same level' },
      same('+1–2 %'),
      { kk: '+3 % және одан көп', ru: '+3 % и более', en: '+3 % and more' },
    ],
    points: [1, 2, 3, 4],
    most: null,
    evidence: {
      kk: 'қорытындысы бар мониторинг, салыстырмалы кестелер',
      ru: 'мониторинг с выводами, сравнительные таблицы',
      en: 'monitoring with conclusions, comparative tables',
    },
  },
  {
    row: '1.1a',
    title: {
      kk: 'Мүмкіндігі шектеулі балаларда қалыптасқан дағдылардың үлесі (ПМПК-дан басқа)',
      ru: 'Доля сформированных навыков у детей с ограниченными возможностями (кроме ПМПК)',
      en: 'Share of formed skills of children with limited abilities (not PMPK)',
    },
    requirement: ['40 %', '50 %', '60 %', '70 %'].map(same),
    points: [1, 2, 3, 4],
    most: null,
    evidence: { kk: 'диагностикалық құрал', ru: 'диагностический инструмент', en: 'diagnostic tool' },
  },
  {
    row: '1.2',
    title: {
      kk: 'Сабақ беру сапасы: жыл сайын 5 бақылау',
      ru: 'Качество преподавания: 5 наблюдений ежегодно',
      en: 'Quality of teaching: 5 observations every year',
    },
    requirement: ['61–70', '71–80', '81–90', '91–102'].map(same),
    points: [61, 71, 81, 91],
    most: null,
    evidence: { kk: 'бақылау парақтары', ru: 'листы наблюдения', en: 'observation sheets' },
  },
  {
    row: '2.1',
    title: {
      kk: 'Білім алушылар бекітілген тізбедегі конкурстарда',
      ru: 'Обучающиеся в конкурсах утверждённого перечня',
      en: 'Learners in contests of the approved list',
    },
    requirement: LEVELS_ASKED,
    points: [1, 2, 3, 4],
    most: 5,
    evidence: REWARDED,
  },
  {
    row: '2.2',
    title: {
      kk: 'Педагог бекітілген тізбедегі кәсіби конкурстарда',
      ru: 'Педагог в профессиональных конкурсах утверждённого перечня',
      en: 'The teacher in professional contests of the approved list',
    },
    requirement: LEVELS_ASKED,
    points: [1, 2, 3, 4],
    most: 5,
    evidence: REWARDED,
  },
  {
    row: '3.1',
    ...shared.materials,
    note: {
      kk: 'бекітілген оқулықтың авторы 4 балл алады; тең авторлар үшеуден аспайды, зерттеушіге 2 балл',
      ru: 'автор утверждённого учебника — 4 балла; соавторов не более трёх, исследователю 2 балла',
      en: 'an author of approved textbooks: 4 points; three co-authors at most, a researcher gets 2',
    },
  },
  { row: '3.2', ...shared.talks },
  {
    row: '3.3',
    ...shared.publication,
    note: {
      kk: 'ғылым және жоғары білім саласындағы сапаны қамтамасыз ету комитетінің тізбесі, Scopus, Web of Science үшін — 7 балл',
      ru: '7 баллов за перечень КОКНВО, Scopus, Web of Science',
      en: '7 points for the list of the quality assurance committee, Scopus, Web of Science',
    },
  },
  { row: '3.4', ...shared.groups },
  { row: '3.5', ...shared.broadcast },
  { row: '4.1', ...shared.courses, points: [1, 1, 3, 4] },
  {
    row: '5.1',
    title: {
      kk: 'Сынып жетекшілігі немесе кураторлық (болса)',
      ru: 'Классное руководство или кураторство (при наличии)',
      en: 'Class leadership or curatorship, if any',
    },
    requirement: null,
    points: null,
    most: null,
    steps: [
      { requirement: { kk: '1–2 жыл', ru: '1–2 года', en: '1–2 years' }, points: 1 },
      { requirement: { kk: '3–4 жыл', ru: '3–4 года', en: '3–4 years' }, points: 2 },
      { requirement: { kk: '5 жыл және одан көп', ru: '5 лет и более', en: '5 years and more' }, points: 3 },
    ],
    evidence: { kk: 'бұйрықтан үзінді', ru: 'выписка из приказа', en: 'extract of an order' },
  },
]

const methodistRows: ScoreRow[] = [
  {
    row: 'feedback',
    title: { kk: 'Бір жылдағы кері байланыс парақтары', ru: 'Листы обратной связи за год', en: 'Feedback sheets a year' },
    requirement: ['4', '5', '6', '7'].map(same),
    points: [3, 3, 6, 9],
    most: null,
    evidence: null,
  },
  {
    row: 'research',
    title: { kk: 'Зерттеу қызметі', ru: 'Исследовательская деятельность', en: 'Research' },
    requirement: null,
    points: [1, 2, 3, 4],
    most: null,
    evidence: null,
  },
  {
    row: 'contests',
    title: { kk: 'Кәсіби конкурстар', ru: 'Профессиональные конкурсы', en: 'Professional contests' },
    requirement: LEVELS_ASKED,
    points: [1, 2, 3, 4],
    most: 5,
    evidence: REWARDED,
  },
  { row: 'materials', ...shared.materials },
  { row: 'talks', ...shared.talks },
  { row: 'publication', ...shared.publication },
  { row: 'groups', ...shared.groups },
  { row: 'broadcast', ...shared.broadcast },
  { row: 'courses', ...shared.courses, points: [2, 2, 3, 4] },
]

/** Annex 12: the sheet of teachers. */
export const teacherSheet: ScoreSheet = {
  id: 'teacher',
  title: { kk: 'Педагогтің бағалау парағы', ru: 'Лист оценивания педагога', en: 'Score sheet of a teacher' },
  columns: COLUMNS,
  rows: teacherRows,
  totals: [
    {
      id: 'teacher',
      title: { kk: 'Барлығы', ru: 'Итого', en: 'Total' },
      points: [68, 84, 113, 133],
      most: 137,
      without: ['1.1a'],
    },
    {
      id: 'special_posts',
      title: {
        kk: 'Тәлімгерлер, психологтар, әлеуметтік педагогтер, ұйымдастырушылар, мүмкіндігі шектеулі балалардың педагогтері, түзеу мекемелеріндегі мектептер',
        ru: 'Вожатые, психологи, социальные педагоги, организаторы, педагоги детей с ограниченными возможностями, школы при исправительных учреждениях',
        en: 'Counsellors, psychologists, social teachers, organisers, teachers of children with limited abilities, prison schools',
      },
      points: [66, 80, 107, 125],
      most: 129,
      without: ['1.1', '1.1a', '2.1'],
      recount: { points: [66, 80, 107, 125], most: 128 },
    },
  ],
  rule: 'annex 12',
}

/** Annex 12, second sheet: methodists and heads of departments. */
export const methodistSheet: ScoreSheet = {
  id: 'methodist',
  title: {
    kk: 'Әдіскердің, бөлім меңгерушісінің бағалау парағы',
    ru: 'Лист оценивания методиста, заведующего отделом',
    en: 'Score sheet of a methodist or head of department',
  },
  columns: COLUMNS,
  rows: methodistRows,
  totals: [
    { id: 'methodist', title: { kk: 'Барлығы', ru: 'Итого', en: 'Total' }, points: [10, 15, 35, 47], most: 50, without: [] },
    {
      id: 'method_office',
      title: { kk: 'Әдістемелік кабинеттер', ru: 'Методические кабинеты', en: 'Method offices' },
      points: [9, 13, 32, 43],
      most: 46,
      without: ['contests'],
      recount: { points: [9, 13, 32, 43], most: 45 },
    },
    {
      id: 'daryn',
      title: { kk: '«Дарын» орталықтарының әдіскерлері', ru: 'Методисты центров «Дарын»', en: 'Methodists of the Daryn centres' },
      points: [7, 12, 29, 38],
      most: 41,
      without: ['feedback'],
    },
  ],
  rule: 'annex 12 (sheet of methodists)',
}
