import { html } from 'hono/html'
import { ClaimedCategory } from '../../schemas/category.ts'
import type { Language } from '../../schemas/trilingual.ts'
import type { Edition } from '../rulebook/edition.ts'
import type { Markup } from './layout.ts'
import { named } from './rulebook-sections.ts'
import { bullets, type Cell, scrollTable } from './table.ts'
import { kindNames } from './texts-codes.ts'
import { ruleTexts as texts } from './texts-rulebook.ts'

function growthText(least: number | null | undefined, language: Language): Cell {
  if (least === undefined) return null
  return least === null ? texts.unstable[language] : `≥ ${least}`
}

/** For each section with a level: what each category must reach. */
function levelLines({ levels, scale, sections, categories }: Edition, language: Language): Markup[] {
  return sections.flatMap(({ id, title }) => {
    const asked = levels[id]
    if (!asked) return []
    const each = ClaimedCategory.options.flatMap((category) => {
      const reached = scale.levels.find(({ level }) => level === asked.least[category])
      return reached ? [`${categories.names[category][language]} — ${reached.title[language]}`] : []
    })
    return [html`${title[language]}: ${each.join('; ')} <span class="soft">[${asked.rule}]</span>`]
  })
}

/** The numbers of each category side by side. */
export function thresholds(edition: Edition, language: Language): Markup {
  const { categories, experience, test, courses, quality, early } = edition
  const rows = ClaimedCategory.options.map((category) => [
    categories.names[category][language],
    experience.years[category],
    test.percent[category],
    test.score[category] === undefined ? null : `${test.score[category]} / ${test.tasks[category]}`,
    courses.hours[category],
    courses.hoursReduced[category],
    growthText(quality.dynamics.least[category], language),
    early.achievements[category],
  ])
  const columns = [
    ['category', null],
    ['experience', experience.rule],
    ['percent', test.rule],
    ['score', null],
    ['hours', courses.rule],
    ['reduced', null],
    ['dynamics', quality.dynamics.rule],
    ['earlyCount', early.rule],
  ] as const
  const heads = columns.map(([key, rule]) => (rule === null ? texts[key][language] : `${texts[key][language]} [${rule}]`))
  return html`${scrollTable(texts.thresholds[language], heads, rows)}
<p>${texts.reducedFor[language]} ${named(courses.reducedKinds, kindNames, language)}.</p>
<p>${texts.dynamicsNote[language]} ${texts[quality.dynamics.reading][language]}.</p>
<h3>${texts.level[language]}</h3>
${bullets(levelLines(edition, language))}`
}

/** Content, time and attempts of the test. */
export function knowledgeTest({ test }: Edition, language: Language): Markup {
  const { minutes, content, attempts } = test
  const asked = Object.values(content.groups).map(({ title, asked: what }) => [title[language], what[language]])
  const unit = texts.minutes[language]
  const facts = [
    `${minutes.plain} ${unit}; ${minutes.longFor[language]}: ${minutes.long}; ${minutes.leadersFor[language]}: ${minutes.leaders}; ${texts.added[language]}: ${minutes.added} [${minutes.rule}]`,
    `${texts.valid[language]}: ${test.validYears} [${test.rule}]`,
    ...Object.values(attempts).map(({ title, most, rule }) => `${texts.attempts[language]}: ${most} (${title[language]}) [${rule}]`),
  ]
  return html`${bullets(facts)}
${scrollTable(texts.test[language], [texts.group[language], `${texts.asked[language]} [${content.rule}]`], asked)}`
}

/** The least score of each language certificate. */
function certificateText({ exemptions: { languages }, categories }: Edition, language: Language): Markup {
  const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']
  const lines = Object.entries(languages.certificates).map(([kind, { least }]) => {
    const ranked = !['IELTS', 'TOEFL_IBT'].includes(kind)
    const scores = ClaimedCategory.options.flatMap((category) => {
      const score = least[category]
      return score === undefined ? [] : [`${categories.names[category][language]} ${ranked ? CEFR[score - 1] : score}`]
    })
    return html`<li>${kind.replace('_', ' ')}: ${scores.join(', ')}</li>`
  })
  return html`<ul class="tags">${lines}</ul>`
}

/** Whom the Rules free from what. */
export function exemptions(edition: Edition, language: Language): Markup {
  const { exemptions: free, categories, withoutProcedure } = edition
  const list = (codes: readonly (keyof typeof categories.names)[]) => named(codes, categories.names, language)
  const { confirming, service, oldCategories, pension, reserve, languages } = free
  const confirms = confirming.categories.length === 0 ? texts.nobody[language] : `${list(confirming.categories)}: ${confirming.timesInRow}`
  const rows: Cell[][] = [
    [texts.confirming[language], confirms, confirming.rule],
    [texts.service[language], service.years, service.rule],
    [texts.oldHeld[language], `${list(oldCategories.held)} → ${list(oldCategories.claimed)}`, oldCategories.rule],
    [texts.languages[language], certificateText(edition, language), languages.rule],
    [texts.pension[language], pension.years, pension.rule],
    [texts.reserve[language], list(reserve.categories), reserve.rule],
  ]
  const given = Object.values(withoutProcedure).map(({ title, grants, years, rule }) => [
    title[language],
    years,
    grants.length === 0 ? texts.notNamed[language] : list(grants),
    rule,
  ])
  const heads = [texts.without, texts.years, texts.grants, texts.rule].map((text) => text[language])
  return html`${scrollTable(texts.exemptions[language], [texts.what[language], texts.value[language], texts.rule[language]], rows)}
<h3>${texts.without[language]}</h3>
${scrollTable(texts.without[language], heads, given)}`
}
