import type { Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { html } from 'hono/html'
import { languageDetector } from 'hono/language'
import type { PretendGovernment } from '../host.ts'
import { type Issue, readSteps, readSwitch } from '../switch-input.ts'
import { journalPart } from './journal.ts'
import { type Markup, page } from './layout.ts'
import { peoplePart } from './people.ts'
import { legendPart, sourcesPart } from './sources.ts'
import { STYLE } from './style.ts'
import { LANGUAGES, type Language, texts } from './texts.ts'

const POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'"

const languageIn = (text: unknown): Language => LANGUAGES.find((one) => one === text) ?? LANGUAGES[0]

function alert(issues: readonly Issue[], language: Language): Markup | '' {
  if (issues.length === 0) return ''
  const items = issues.map(({ path, message }) => html`<li lang="en">${path && html`<code>${path}</code>: `}${message}</li>`)
  return html`<div class="alert" role="alert"><p>${texts.refused[language]}</p><ul>${items}</ul></div>`
}

function whole(government: PretendGovernment, language: Language, base: string, issues: readonly Issue[]): Markup {
  return page(
    language,
    base,
    html`${alert(issues, language)}${sourcesPart(government, language)}${peoplePart(government.cast, language)}${journalPart(government, language)}${legendPart(language)}`,
  )
}

type Form = Readonly<Record<string, unknown>>
const textIn = (form: Form, key: string) => (typeof form[key] === 'string' ? form[key].trim() : '')

/** A form as the body that the admin API would have been sent. */
function switchIn(form: Form, source: string): { readonly body: unknown } | { readonly issues: readonly Issue[] } {
  const [scenario, delay, times, person, steps] = ['scenario', 'delay', 'times', 'person', 'steps'].map((key) => textIn(form, key))
  const whom = person ? { person } : {}
  if (!steps) return { body: { scenario, ...whom, ...(delay && { delay }), ...(times && { times: Number(times) }) } }
  const read = readSteps(steps, source)
  if ('issues' in read) return read
  const written = read.value.map((step) => ({
    scenario: step.scenario,
    ...(step.delay && { delay: step.delay }),
    ...(step.times && { times: step.times }),
  }))
  return { body: { steps: written, ...whom } }
}

/** The page under /ui and what its forms do; they act for this very page alone. */
export function uiRoutes(app: Hono, government: PretendGovernment): void {
  const show = (context: Context, language: Language, base: string, issues: readonly Issue[] = []) => {
    context.header('content-security-policy', POLICY)
    context.header('cache-control', 'no-store')
    context.header('vary', 'accept-language')
    return context.html(whole(government, language, base, issues), issues.length > 0 ? 422 : 200)
  }
  const back = (context: Context, form: Form, place: string) => context.redirect(`../ui?lang=${languageIn(form.lang)}${place}`, 303)

  app.use('/ui/*', csrf())
  app.get('/ui/style.css', (context) => context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get(
    '/ui',
    languageDetector({
      supportedLanguages: [...LANGUAGES],
      fallbackLanguage: LANGUAGES[0],
      order: ['querystring', 'header'],
      caches: false,
    }),
    (context) => show(context, languageIn(context.get('language')), './'),
  )
  app.post('/ui/on', async (context) => {
    const form = await context.req.parseBody()
    const source = textIn(form, 'source')
    const written = switchIn(form, source)
    const made = 'issues' in written ? written : readSwitch(written.body, source, government.cast)
    if ('issues' in made) return show(context, languageIn(form.lang), '../', made.issues)
    government.setSwitch(made.value)
    return back(context, form, `#${made.value.source}`)
  })
  app.post('/ui/off', async (context) => {
    const form = await context.req.parseBody()
    const person = textIn(form, 'person')
    const iin = person === '' ? null : government.cast[Number(person)]?.iin
    // Nobody of the cast: what is switched on for everybody stays.
    if (iin !== undefined) government.removeSwitch(textIn(form, 'source'), iin)
    return back(context, form, '#sources')
  })
  app.post('/ui/reset', async (context) => {
    const form = await context.req.parseBody()
    government.reset()
    return back(context, form, '')
  })
}
