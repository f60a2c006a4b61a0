import { html } from 'hono/html'
import type { Language } from '../../schemas/trilingual.ts'
import type { Edition } from '../rulebook/edition.ts'
import { editions } from '../rulebook/index.ts'
import { type Markup, page } from './layout.ts'
import { exemptions, knowledgeTest, thresholds } from './rulebook-numbers.ts'
import { observation, procedure, sanctions, terms } from './rulebook-procedure.ts'
import { channels, gaps, hands, required, sections } from './rulebook-sections.ts'
import { sheets } from './rulebook-sheets.ts'
import { bullets } from './table.ts'
import { ruleTexts as texts } from './texts-rulebook.ts'

/** One part of the page: its anchor, its heading, and what makes it. */
type Part = readonly [id: keyof typeof texts, make: (edition: Edition, language: Language) => Markup]

const PARTS: readonly Part[] = [
  ['channels', channels],
  ['thresholds', thresholds],
  ['sections', sections],
  ['required', required],
  ['gaps', gaps],
  ['hands', hands],
  ['test', knowledgeTest],
  ['exemptions', exemptions],
  ['sequence', procedure],
  ['terms', terms],
  ['sanctions', sanctions],
  ['observation', observation],
  ['sheets', sheets],
]

function days({ validFrom, validUntil }: Edition, language: Language): string {
  return `${validFrom} – ${validUntil ?? texts.open[language]}`
}

function editionList(current: Edition, language: Language): Markup {
  const items = editions.map((edition) =>
    edition.id === current.id
      ? html`<span aria-current="page">${edition.title[language]}</span> (${days(edition, language)}; ${texts.thisOne[language]})`
      : html`<a href="/rulebook/${edition.id}?lang=${language}">${edition.title[language]}</a> (${days(edition, language)})`,
  )
  return html`<h2 id="editions">${texts.editions[language]}</h2>
${bullets(items)}`
}

/** What this edition has from another one, by reason. */
function takenOver({ takenOver: parts }: Edition, language: Language): Markup {
  if (parts.length === 0) return html``
  const groups = [...Map.groupBy(parts, ({ reason }) => reason[language])].map(
    ([reason, group]) =>
      html`<li>${reason} ${group.map(({ part }, index) => html`${index > 0 ? ', ' : ''}<code>${part}</code>`)} <span class="soft">(${[...new Set(group.map(({ from }) => from))].join(', ')})</span></li>`,
  )
  return html`<h2 id="takenOver">${texts.takenOver[language]}</h2>
<p>${texts.takenOverLead[language]}</p>
<ul class="tags">${groups}</ul>`
}

/** The page of one edition of the Rules: everything that the gateway holds of it, for people. */
export function rulebookPage(language: Language, edition: Edition): Markup {
  const links = PARTS.map(([id]) => html`<li><a href="#${id}">${texts[id][language]}</a></li>`)
  const parts = PARTS.map(
    ([id, make]) => html`<h2 id="${id}">${texts[id][language]}</h2>
${make(edition, language)}`,
  )
  return page(
    language,
    edition.title[language],
    html`<p>${texts.lead[language]} ${texts.legend[language]}</p>
<dl class="facts">
<dt>${texts.code[language]}</dt><dd><code>${edition.id}</code></dd>
<dt>${texts.inForce[language]}</dt><dd>${days(edition, language)}</dd>
</dl>
<p><a href="/v1/rulebook/${edition.id}">${texts.json[language]}</a></p>
<nav aria-label="${texts.contents[language]}"><ul class="contents">${links}
<li><a href="#editions">${texts.editions[language]}</a></li></ul></nav>
${takenOver(edition, language)}
${parts}
${editionList(edition, language)}`,
  )
}
