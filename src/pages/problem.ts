import { html } from 'hono/html'
import type { Language } from '../../schemas/trilingual.ts'
import type { ProblemKind } from '../problems/catalogue.ts'
import { type Markup, page } from './layout.ts'
import { pageTexts as texts } from './texts.ts'

/** The page behind the `type` of a problem. */
export function problemPage(language: Language, kind: ProblemKind): Markup {
  return page(
    language,
    kind.title[language],
    html`<p>${kind.detail[language]}</p>
<dl class="facts">
<dt>${texts.code[language]}</dt><dd><code>${kind.code}</code></dd>
<dt>${texts.status[language]}</dt><dd>${kind.status}</dd>
</dl>
<p>${kind.retryable ? texts.retryable[language] : texts.notRetryable[language]}</p>
<p class="soft">${texts.problemIntro[language]} <a href="/docs?lang=${language}#problems">${texts.docs[language]}</a></p>`,
  )
}
