import { html } from 'hono/html'
import type { Language } from '../../schemas/trilingual.ts'
import type { Edition } from '../rulebook/edition.ts'
import type { ScoreRow, ScoreSheet, ScoreTotal } from '../rulebook/sheet.ts'
import type { Markup } from './layout.ts'
import { bullets, type Cell, scrollTable } from './table.ts'
import { ruleTexts as texts } from './texts-rulebook.ts'

const NUMBERED = /^\d/

/** Requirement and points of one column; the last one says how far it may go. */
function cell({ requirement, points, most }: ScoreRow, index: number, last: boolean, language: Language): Cell {
  const asked = requirement?.[index]?.[language]
  const given = points?.[index]
  const count = given === null || given === undefined ? null : last && most !== null ? `${given} (${most})` : `${given}`
  const parts = [asked, count].filter((part) => part !== undefined && part !== null)
  return parts.length === 0 ? null : parts.join(' — ')
}

function rowCells(row: ScoreRow, columns: number, language: Language): Cell[] {
  const steps = row.steps?.map(({ requirement, points }) => `${requirement[language]} — ${points}`)
  const note = [row.note?.[language], ...(steps ?? [])].filter(Boolean).join('; ')
  const name = NUMBERED.test(row.row) ? `${row.row} ${row.title[language]}` : row.title[language]
  const values = Array.from({ length: columns }, (_, index) => cell(row, index, index === columns - 1, language))
  return [html`${name}${note ? html`<br><span class="soft">${note}</span>` : ''}`, ...values, row.evidence?.[language]]
}

function totalCells({ title, points, most, recount }: ScoreTotal, language: Language): Cell[] {
  const withMost = (counts: readonly number[], highest: number | null) =>
    counts.map((count, index) => (index === counts.length - 1 && highest !== null ? `${count} (${highest})` : `${count}`))
  const noted = recount ? `${texts.recount[language]}: ${withMost(recount.points, recount.most).join(' / ')}` : ''
  return [title[language], ...withMost(points, most), noted]
}

function sheet({ id, title, columns, rows, totals, note, rule }: ScoreSheet, { categories }: Edition, language: Language): Markup {
  const names = columns.map((category) => categories.names[category][language])
  const heads = [texts.indicator[language], ...names, texts.evidence[language]]
  const table = scrollTable(
    title[language],
    heads,
    rows.map((row) => rowCells(row, columns.length, language)),
    totals.map((total) => totalCells(total, language)),
  )
  return html`<h3 id="sheet-${id}">${title[language]} <span class="soft">[${rule}]</span></h3>
${note ? html`<p>${note[language]}</p>` : ''}
${table}`
}

/** The score sheets as they are printed, and how points are counted. */
export function sheets(edition: Edition, language: Language): Markup {
  const { sheets: all, scoring } = edition
  return html`<p>${texts.sheetsLead[language]}</p>
${all.map((one) => sheet(one, edition, language))}
<h3>${texts.scoring[language]}</h3>
${bullets(scoring.notes.map((note) => note[language]))}
<p class="soft">[${scoring.rule}]</p>`
}
