import type { ScoreRow, ScoreSheet } from '../sheet.ts'
import { LEVELS_ASKED } from './names.ts'
import { COLUMNS, REWARDED, same, shared } from './sheet-rows.ts'

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
