import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Language } from '../../schemas/trilingual.ts'
import { pageTexts } from './texts.ts'

/** A piece of a page: everything put into it is escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** The address of the one style sheet. */
export const STYLE_PATH = '/assets/gateway.css'

const OWN_NAMES: readonly (readonly [Language, string])[] = [
  ['kk', 'Қазақша'],
  ['ru', 'Русский'],
  ['en', 'English'],
]

function languageSwitch(current: Language): Markup {
  const links = OWN_NAMES.map(([language, name]) =>
    language === current
      ? html`<li><span lang="${language}" aria-current="true">${name}</span></li>`
      : html`<li><a href="?lang=${language}" lang="${language}" hreflang="${language}">${name}</a></li>`,
  )
  return html`<nav aria-label="${pageTexts.languages[current]}"><ul class="languages">${links}</ul></nav>`
}

/** A whole page without any script; links keep the language. */
export function page(language: Language, title: string, content: Markup): Markup {
  const product = pageTexts.product[language]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === product ? product : `${title} — ${product}`}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<a class="skip" href="#content">${pageTexts.skip[language]}</a>
<header class="top"><a class="product" href="/?lang=${language}">${product}</a>${languageSwitch(language)}</header>
<main id="content">
<h1>${title}</h1>
${content}
</main>
</body>
</html>`
}
