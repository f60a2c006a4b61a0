import { html } from 'hono/html'
import { ProblemCode } from '../../schemas/problem.ts'
import type { Language } from '../../schemas/trilingual.ts'
import { problemKind } from '../problems/catalogue.ts'
import type { ApiDocument } from '../routes/api-document.ts'
import { tagTexts } from '../routes/texts.ts'
import { operationArticle, type Placed } from './docs-operation.ts'
import { type Markup, page } from './layout.ts'
import { pageTexts as texts } from './texts.ts'

type Tag = keyof typeof tagTexts
const TAGS = Object.keys(tagTexts) as readonly Tag[]

function operationsOf(document: ApiDocument, tag: Tag): Placed[] {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  )
  return all.filter(({ operation }) => operation.tags.includes(tag))
}

function contents(document: ApiDocument, language: Language): Markup {
  const lines = TAGS.flatMap((tag) => operationsOf(document, tag)).map(
    ({ operation }) => html`<li><a href="#${operation.operationId}">${operation['x-summary'][language]}</a></li>`,
  )
  return html`<nav aria-label="${texts.operations[language]}"><ul class="contents">${lines}
<li><a href="#problems">${texts.problems[language]}</a></li><li><a href="#schemas">${texts.schemas[language]}</a></li></ul></nav>`
}

function start(language: Language): Markup {
  return html`<h2>${texts.startTitle[language]}</h2>
<p>${texts.startToken[language]}</p>
<pre tabindex="0"><code>TOKEN=$(npm run -s token -- --role platform)</code></pre>
<ul><li>${texts.startErrors[language]}</li><li>${texts.startPrivacy[language]}</li><li>${texts.invented[language]}</li></ul>`
}

function problemTable(language: Language): Markup {
  const rows = ProblemCode.options
    .map(problemKind)
    .map(
      ({ code, status, title }) =>
        html`<tr><td><a href="/problems/${code}?lang=${language}"><code>${code}</code></a></td><td>${status}</td><td>${title[language]}</td></tr>`,
    )
  return html`<h2 id="problems">${texts.problems[language]}</h2>
<table class="stack"><thead><tr><th scope="col">${texts.code[language]}</th><th scope="col">${texts.status[language]}</th><th scope="col">${texts.meaning[language]}</th></tr></thead>
<tbody>${rows}</tbody></table>`
}

function schemaList(document: ApiDocument, language: Language): Markup {
  const blocks = Object.entries(document.components.schemas).map(
    ([name, schema]) => html`<details id="schema-${name}"><summary><code>${name}</code></summary>
<pre tabindex="0"><code>${JSON.stringify(schema, null, 2)}</code></pre></details>`,
  )
  return html`<h2 id="schemas">${texts.schemas[language]}</h2>
${blocks}`
}

/** The reference page, made on the server from the OpenAPI document: no script, works offline. `origin` stands in the examples. */
export function docsPage(document: ApiDocument, language: Language, origin: string): Markup {
  const groups = TAGS.map(
    (tag) => html`<h2>${tagTexts[tag][language]}</h2>
${operationsOf(document, tag).map((placed) => operationArticle(placed, language, origin))}`,
  )
  return page(
    language,
    texts.docs[language],
    html`<p>${texts.lead[language]}</p>
<p><a href="/openapi.json">${texts.document[language]}</a></p>
${start(language)}
<h2>${texts.operations[language]}</h2>
${contents(document, language)}
${groups}
${problemTable(language)}
${schemaList(document, language)}`,
  )
}
