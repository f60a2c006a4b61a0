import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { LANGUAGES, type Language, texts } from './texts.ts'

/** A piece of the page: everything put into it is escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

const OWN_NAMES: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }
const SECTIONS = ['sources', 'people', 'journal', 'legend'] as const

function languageSwitch(current: Language): Markup {
  const links = LANGUAGES.map((language) =>
    language === current
      ? html`<li><span lang="${language}" aria-current="true">${OWN_NAMES[language]}</span></li>`
      : html`<li><a href="ui?lang=${language}" lang="${language}" hreflang="${language}">${OWN_NAMES[language]}</a></li>`,
  )
  return html`<nav aria-label="${texts.languages[current]}"><ul>${links}</ul></nav>`
}

function contents(language: Language): Markup {
  const links = SECTIONS.map((id) => html`<li><a href="ui?lang=${language}#${id}">${texts[id][language]}</a></li>`)
  return html`<nav aria-label="${texts.sections[language]}"><ul>${links}</ul></nav>`
}

/** The whole page, without any script. `base` is the way from its address to /__mock/, so that a key in the path is kept. */
export function page(language: Language, base: string, content: Markup): Markup {
  const title = texts.title[language]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<base href="${base}">
<title>${title}</title>
<link rel="stylesheet" href="ui/style.css">
</head>
<body>
<a class="skip" href="ui?lang=${language}#content">${texts.skip[language]}</a>
<header class="top">${contents(language)}${languageSwitch(language)}</header>
<main id="content">
<h1>${title}</h1>
<p class="lead">${texts.lead[language]}</p>
${content}
</main>
</body>
</html>`
}
