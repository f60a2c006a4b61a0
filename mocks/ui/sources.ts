import { html } from 'hono/html'
import type { Person } from '../cast/person.ts'
import { delayText, FORMS } from '../delay.ts'
import type { PretendGovernment } from '../host.ts'
import { mocks } from '../mocks.ts'
import { idsOf, SCENARIOS, type Scenario } from '../scenarios.ts'
import type { Step, Switch } from '../switches.ts'
import { aboutOf } from './abouts.ts'
import type { Markup } from './layout.ts'
import { type Language, TITLES, texts } from './texts.ts'

/** So many people stand in a list of choice; others are switched by the admin API. */
const MOST_PEOPLE = 60
const EXAMPLE = 'http-503*1; slow@500*2; ok'

function stepText({ scenario, delay, times }: Step): string {
  return `${scenario}${delay ? `@${delayText(delay)}` : ''}${times === null ? '' : `*${times}`}`
}

function option({ name, quirks, faults }: Scenario): Markup {
  const ids = [...quirks, ...faults].join(' ')
  return html`<option value="${name}">${name}${ids && ` · ${ids}`}</option>`
}

function field(label: string, control: Markup, hint: Markup | '' = ''): Markup {
  return html`<label><span>${label}</span>${control}${hint}</label>`
}

function personOf(iin: string | null, cast: readonly Person[], language: Language): string {
  if (iin === null) return texts.everybody[language]
  return cast.find((one) => one.iin === iin)?.archetype ?? '…'
}

/** One switch that is on, with the button that ends it. */
function running({ source, person, steps }: Switch, cast: readonly Person[], language: Language): Markup {
  const index = cast.find(({ iin }) => iin === person)?.index ?? ''
  return html`<div class="state"><span><code>${steps.map(stepText).join('; ') || 'ok'}</code> · ${personOf(person, cast, language)}</span>
<form method="post" action="ui/off"><input type="hidden" name="lang" value="${language}"><input type="hidden" name="source" value="${source}"><input type="hidden" name="person" value="${index}"><button class="quiet">${texts.switchOff[language]}</button></form></div>`
}

/** What the environment plays where nothing is switched on; it has no button. */
function standing({ person, steps }: Switch, cast: readonly Person[], language: Language): Markup {
  const whom = personOf(person, cast, language)
  return html`<div class="state"><span><code>${steps.map(stepText).join('; ')}</code> · ${whom} · ${texts.ofEnvironment[language]}</span></div>`
}

function form(source: string, cast: readonly Person[], language: Language): Markup {
  const say = (key: keyof typeof texts) => texts[key][language]
  const own = SCENARIOS.filter(({ sources }) => sources.includes(source))
  const people = cast.slice(0, MOST_PEOPLE).map(({ index, archetype }) => html`<option value="${index}">${archetype}</option>`)
  const hint = html`<small>${say('delayHint')} <code>${FORMS}</code></small>`
  const stepsHint = html`<small>${say('stepsHint')} ${say('delayHint')} <code>${EXAMPLE}</code></small>`
  return html`<details><summary>${say('change')}</summary>
<form class="switch" method="post" action="ui/on">
<input type="hidden" name="lang" value="${language}"><input type="hidden" name="source" value="${source}">
${field(say('scenario'), html`<select name="scenario">${own.map(option)}</select>`)}
<div class="two">${field(say('person'), html`<select name="person"><option value="">${say('everybody')}</option>${people}</select>`)}
${field(say('times'), html`<input name="times" inputmode="numeric" placeholder="${say('always')}">`)}</div>
${field(say('delay'), html`<input name="delay" autocomplete="off">`, hint)}
${field(say('steps'), html`<input name="steps" autocomplete="off" spellcheck="false">`, stepsHint)}
<button>${say('switchOn')}</button>
</form></details>`
}

function card(source: string, { cast, switches, environment }: PretendGovernment, language: Language): Markup {
  const isOn = (one: Switch) => one.source === source && one.steps.length > 0
  const on = [
    ...switches()
      .filter(isOn)
      .map((one) => running(one, cast, language)),
    ...environment()
      .filter(isOn)
      .map((one) => standing(one, cast, language)),
  ]
  const state = on.length > 0 ? on : html`<p class="soft">${texts.usual[language]}</p>`
  return html`<section class="card ${on.length > 0 ? 'on' : ''}" id="${source}" aria-labelledby="t-${source}">
<h3 id="t-${source}">${TITLES[source]?.[language] ?? source}</h3><p class="soft"><code>${source}</code></p>
${state}${form(source, cast, language)}</section>`
}

/** The sources, each with what is switched on and the form that switches. */
export function sourcesPart(government: PretendGovernment, language: Language): Markup {
  return html`<h2 id="sources">${texts.sources[language]}</h2>
<div class="cards">${mocks.map(({ id }) => card(id, government, language))}</div>
<form class="reset" method="post" action="ui/reset"><input type="hidden" name="lang" value="${language}"><button>${texts.reset[language]}</button><span class="soft">${texts.resetHint[language]}</span></form>`
}

/** What each scenario is and what the gateway makes of it; what is particular of one wire is said in English, as the documents say it. */
export function legendPart(language: Language): Markup {
  const about = ({ name, about: english }: Scenario) => {
    const own = aboutOf(name, language)
    return html`<td lang="${own === null ? 'en' : language}">${own ?? english}</td>`
  }
  const rows = SCENARIOS.map(
    (one) => html`<tr><th scope="row"><code>${one.name}</code></th><td class="nowrap">${idsOf(one).join(' ') || '–'}</td>
${about(one)}<td><code>${one.expected.filter((part) => part !== null).join('/')}</code></td></tr>`,
  )
  return html`<h2 id="legend">${texts.legend[language]}</h2>
<details><summary>${SCENARIOS.length}</summary><div class="scroll"><table>
<thead><tr><th scope="col">${texts.scenario[language]}</th><th scope="col">Q · U</th><th scope="col">${texts.about[language]}</th><th scope="col">${texts.says[language]}</th></tr></thead>
<tbody>${rows}</tbody></table></div></details>`
}
