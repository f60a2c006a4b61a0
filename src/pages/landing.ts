import { html } from 'hono/html'
import type { Language } from '../../schemas/trilingual.ts'
import { type Markup, page } from './layout.ts'
import { pageTexts as texts } from './texts.ts'

/** The first page: what this is, and where to go; `edition` is the one in force. */
export function landingPage(language: Language, edition: string): Markup {
  const lang = `?lang=${language}`
  return page(
    language,
    texts.product[language],
    html`<p>${texts.lead[language]}</p>
<ul class="links">
<li><a href="/docs${lang}">${texts.docs[language]}</a></li>
<li><a href="/rulebook/${edition}${lang}">${texts.rulebook[language]}</a></li>
<li><a href="/openapi.json">${texts.document[language]}</a></li>
<li><a href="/readyz${lang}">${texts.ready[language]}</a></li>
<li><a href="/metrics">${texts.metrics[language]}</a></li>
</ul>`,
  )
}
