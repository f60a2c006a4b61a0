import { html } from 'hono/html'
import type { Markup } from './layout.ts'

/** What stands in a cell: text is escaped. */
export type Cell = Markup | string | number | null | undefined

function bodyRow([first, ...rest]: readonly Cell[]): Markup {
  return html`<tr><th scope="row">${first ?? '—'}</th>${rest.map((cell) => html`<td>${cell ?? '—'}</td>`)}</tr>`
}

/** A table in a box of its own, which scrolls where the screen is narrow; `label` names it to those who do not see it. */
export function scrollTable(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  totals: readonly (readonly Cell[])[] = [],
) {
  const foot = totals.length > 0 ? html`<tfoot>${totals.map(bodyRow)}</tfoot>` : ''
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="${heads.length > 3 ? 'wide' : 'plain'}">
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(bodyRow)}</tbody>
${foot}</table></div>`
}

/** The items of a list. */
export function bullets(items: readonly Cell[]): Markup {
  return html`<ul class="links">${items.map((item) => html`<li>${item}</li>`)}</ul>`
}
