import { html } from 'hono/html'
import { ARCHETYPES } from '../cast/archetypes.ts'
import type { Person } from '../cast/person.ts'
import { expectationOf } from './expectations.ts'
import type { Markup } from './layout.ts'
import { type Language, texts } from './texts.ts'

/** So many people are shown; the cast may be as large as a country. */
const MOST = 60

function row({ archetype, claim }: Person, language: Language): Markup {
  const own = expectationOf(archetype, language)
  const expect = own ?? ARCHETYPES.find(({ name }) => name === archetype)?.expect ?? ''
  const body = JSON.stringify(claim, null, 1)
  return html`<tr><th scope="row"><code>${archetype}</code></th><td lang="${own === null ? 'en' : language}">${expect}</td>
<td class="claim"><details><summary>${texts.claim[language]}</summary><pre tabindex="0">${body}</pre></details></td></tr>`
}

/** The people with what to expect of each, and a claim ready for the gateway. */
export function peoplePart(cast: readonly Person[], language: Language): Markup {
  const more = cast.length > MOST ? html`<p class="soft">${texts.more[language]} ${cast.length}</p>` : ''
  return html`<h2 id="people">${texts.people[language]}</h2>
<div class="scroll"><table><thead><tr><th scope="col">${texts.archetype[language]}</th><th scope="col">${texts.expect[language]}</th><th scope="col">${texts.claim[language]}</th></tr></thead>
<tbody>${cast.slice(0, MOST).map((person) => row(person, language))}</tbody></table></div>${more}`
}
