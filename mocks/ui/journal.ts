import { html } from 'hono/html'
import type { PretendGovernment } from '../host.ts'
import type { Miss } from '../near.ts'
import type { JournalEntry } from '../world.ts'
import type { Markup } from './layout.ts'
import { DIFFERS, type Language, texts } from './texts.ts'

/** So many of the last entries are shown; all that are kept stand in the journal of the admin API. */
const MOST = 50

function nearMiss({ asked, closest, differs, wanted }: Miss, language: Language): Markup {
  const near = closest === null ? '' : html`${texts.closest[language]} <code>${closest}</code> · `
  const what = DIFFERS[differs]?.[language] ?? differs
  return html`<tr class="miss"><td colspan="6"><b>${what}.</b> ${texts.asked[language]} <code>${asked}</code> · ${near}${texts.wanted[language]} <span lang="en">${wanted}</span></td></tr>`
}

function row(entry: JournalEntry, cast: PretendGovernment['cast'], language: Language): Markup {
  const { at, source, operation, person, scenario, status, miss } = entry
  const who = person === null ? '–' : (cast[person]?.archetype ?? '…')
  const say = (key: keyof typeof texts) => texts[key][language]
  return html`<tr><th scope="row"><time datetime="${at}">${at.slice(11, 19)}</time></th><td data-label="${say('source')}">${source}</td><td data-label="${say('operation')}">${operation}</td>
<td data-label="${say('archetype')}">${who}</td><td data-label="${say('scenario')}"><code>${scenario}</code></td><td data-label="${say('status')}">${status}</td></tr>${miss ? nearMiss(miss, language) : ''}`
}

/** What was asked of late, the newest first, with the near misses; no number and no name. */
export function journalPart({ journal, cast }: PretendGovernment, language: Language): Markup {
  const heads = (['time', 'source', 'operation', 'archetype', 'scenario', 'status'] as const).map((key) => texts[key][language])
  const rows = journal.slice(-MOST).reverse()
  if (rows.length === 0) return html`<h2 id="journal">${texts.journal[language]}</h2><p class="soft">${texts.nothingYet[language]}</p>`
  return html`<h2 id="journal">${texts.journal[language]}</h2>
<div class="scroll"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((entry) => row(entry, cast, language))}</tbody></table></div>`
}
