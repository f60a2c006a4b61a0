import { html } from 'hono/html'
import type { Language } from '../../schemas/trilingual.ts'
import type { DocumentOperation, DocumentParameter, DocumentResponse } from '../routes/api-document.ts'
import { curlExample } from './curl.ts'
import type { Markup } from './layout.ts'
import { placeTexts, roleTexts, pageTexts as texts } from './texts.ts'

/** One operation with its place in the API. */
export interface Placed {
  readonly method: string
  readonly path: string
  readonly operation: DocumentOperation
}

function rolesLine(operation: DocumentOperation, language: Language): Markup {
  const names = operation['x-roles']?.map((role) => roleTexts[role]?.[language] ?? role)
  const who = names ? names.join(', ') : texts.everybody[language]
  return html`<p class="soft">${texts.roles[language]}: ${who}</p>`
}

function parameterRow(parameter: DocumentParameter, language: Language): Markup {
  const place = placeTexts[parameter.in]?.[language] ?? parameter.in
  const required = parameter.required ? html`, ${texts.required[language]}` : ''
  return html`<tr><td><code>${parameter.name}</code></td><td class="soft">${place}${required}</td><td>${parameter['x-description'][language]}</td></tr>`
}

function parameterTable({ parameters = [] }: DocumentOperation, language: Language): Markup {
  if (parameters.length === 0) return html``
  return html`<h4>${texts.parameters[language]}</h4>
<table class="stack"><thead><tr><th scope="col">${texts.name[language]}</th><th scope="col">${texts.place[language]}</th><th scope="col">${texts.meaning[language]}</th></tr></thead>
<tbody>${parameters.map((parameter) => parameterRow(parameter, language))}</tbody></table>`
}

function schemaName(schema: { readonly $ref?: string | undefined } | undefined): string | null {
  return schema?.$ref?.split('/').at(-1) ?? null
}

function schemaLink(name: string | null): Markup {
  return name === null ? html`` : html` <a href="#schema-${name}"><code>${name}</code></a>`
}

function bodyLine({ requestBody }: DocumentOperation, language: Language): Markup {
  const name = schemaName(requestBody?.content['application/json']?.schema)
  return name === null ? html`` : html`<h4>${texts.body[language]}</h4><p>${schemaLink(name)}</p>`
}

function answerMeaning(status: string, response: DocumentResponse, language: Language): Markup {
  const codes = response['x-codes']
  if (codes) return html`${codes.map((code) => html`<a href="/problems/${code}?lang=${language}"><code>${code}</code></a> `)}`
  if (status === '304') return html`${texts.unchanged[language]}`
  const name = schemaName(response.content?.['application/json']?.schema as { $ref?: string } | undefined)
  return html`${texts.success[language]}${schemaLink(name)}`
}

function answerTable(operation: DocumentOperation, language: Language): Markup {
  const rows = Object.entries(operation.responses).map(
    ([status, response]) => html`<tr><td><code>${status}</code></td><td>${answerMeaning(status, response, language)}</td></tr>`,
  )
  return html`<h4>${texts.answers[language]}</h4>
<table class="answers"><tbody>${rows}</tbody></table>`
}

/** Everything that a caller must know of one operation. */
export function operationArticle({ method, path, operation }: Placed, language: Language, origin: string): Markup {
  return html`<article class="operation" id="${operation.operationId}">
<h3>${operation['x-summary'][language]}</h3>
<p class="call"><code><span class="method">${method.toUpperCase()}</span> ${path}</code></p>
<p>${operation['x-description'][language]}</p>
${rolesLine(operation, language)}
${parameterTable(operation, language)}
${bodyLine(operation, language)}
${answerTable(operation, language)}
<h4>${texts.example[language]}</h4>
<pre tabindex="0"><code>${curlExample(origin, method, path, operation)}</code></pre>
</article>`
}
