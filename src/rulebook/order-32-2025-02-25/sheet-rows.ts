import type { ScoreRow, ScoreSheet } from '../sheet.ts'
import { LEVELS_ASKED } from './names.ts'

/** A number or a sign, which is the same in the three languages. */
export const same = (text: string) => ({ kk: text, ru: text, en: text })
const hours = (...counts: number[]) => counts.map((count) => ({ kk: `${count} сағат`, ru: `${count} часов`, en: `${count} hours` }))
/** The categories of a sheet, from left to right. */
export const COLUMNS: ScoreSheet['columns'] = ['moderator', 'expert', 'researcher', 'master']
/** What a prize is proved by. */
export const REWARDED = { kk: 'сертификат, диплом, хат', ru: 'сертификат, диплом, письмо', en: 'certificate, diploma, letter' }
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
export const shared = {
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
