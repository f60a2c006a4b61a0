import type { ScoreRow, ScoreSheet } from '../sheet.ts'
import { LEVELS_ASKED } from './names.ts'
import { COLUMNS, REWARDED, same, shared } from './sheet-rows.ts'

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
