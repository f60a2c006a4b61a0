import { html } from 'hono/html'
import { SourceId } from '../../schemas/section.ts'
import { sourceTitles } from '../../schemas/source-titles.ts'
import type { Language } from '../../schemas/trilingual.ts'
import type { Edition } from '../rulebook/edition.ts'
import type { Markup } from './layout.ts'
import { named } from './rulebook-sections.ts'
import { bullets, type Cell, scrollTable } from './table.ts'
import { counted, kindNames, postNames } from './texts-codes.ts'
import { ruleTexts as texts } from './texts-rulebook.ts'

/** The order of categories, the old ones, and those of teachers and deputies that match. */
export function procedure({ sequence, oldCategories, equivalence, categories: { names, rule } }: Edition, language: Language): Markup {
  const name = (code: keyof typeof names) => names[code][language]
  const entries = <Value>(record: Readonly<Record<string, Value>>) => Object.entries(record) as [keyof typeof names, Value][]
  const old = [
    ...entries(oldCategories.leadTo.categories).map(
      ([from, to]) => html`${name(from)} → ${named(to ?? [], names, language)} <span class="soft">[${oldCategories.leadTo.rule}]</span>`,
    ),
    ...entries(oldCategories.sameAs.categories).map(
      ([from, to]) => html`${name(from)} = ${to ? name(to) : ''} <span class="soft">[${oldCategories.sameAs.rule}]</span>`,
    ),
  ]
  const pairs = equivalence.pairs.map(({ teacher, deputy }) => `${name(teacher)} = ${name(deputy)}`)
  return html`<p>${sequence.categories.map(name).join(' → ')} <span class="soft">[${sequence.rule}; ${rule}]</span></p>
<h3>${texts.oldCategories[language]}</h3>
${bullets(old)}
<h3>${texts.equivalence[language]}</h3>
<p>${pairs.join('; ')} (≤ ${counted(equivalence.years, 'year', language)}) <span class="soft">[${equivalence.rule}]</span></p>`
}

function clockRows({ clock }: Edition, language: Language): Cell[][] {
  return Object.values(clock).map(({ title, amount, unit, period, rule }) => {
    const lasting = period ? `${period.from} – ${period.until}` : amount !== null && unit ? counted(amount, unit, language) : null
    return [title[language], lasting, rule]
  })
}

/** Terms, windows and limits of the procedure. */
export function terms(edition: Edition, language: Language): Markup {
  const { term, attestation, early, courses, quality, pauses, registers } = edition
  const years = (count: number) => counted(count, 'year', language)
  const withHeads = ({ years: plain, yearsByPost }: typeof term) =>
    yearsByPost.head === undefined ? years(plain) : `${years(plain)}; ${postNames.head[language]}: ${years(yearsByPost.head)}`
  const rows: Cell[][] = [
    [texts.term[language], withHeads(term), term.rule],
    [texts.attestation[language], withHeads(attestation), attestation.rule],
    [texts.early[language], years(early.yearsAfterRegular), early.rule],
    [texts.leaderYears[language], years(early.leaderYears), early.rule],
    [texts.window[language], years(courses.windowYears), courses.rule],
    [texts.schoolYears[language], quality.schoolYears, quality.rule],
    ...SourceId.options.flatMap((source) => {
      const register = registers[source]
      return register ? [[`${texts.register[language]}: ${sourceTitles[source][language]}`, register.since, register.rule]] : []
    }),
    ...clockRows(edition, language),
  ]
  const grounds = Object.values(pauses.grounds).map((ground) => ground[language])
  return html`${scrollTable(texts.terms[language], [texts.what[language], texts.value[language], texts.rule[language]], rows)}
<h3>${texts.pauses[language]}: ${pauses.yearsAfterReturn}</h3>
${bullets(grounds)}
<p class="soft">[${pauses.rule}]</p>`
}

/** What a breach brings. */
export function sanctions({ sanctions: all }: Edition, language: Language): Markup {
  const rows = Object.values(all).map(({ title, effect, years, yearsByPost, rule }) => [
    title[language],
    effect[language],
    years,
    yearsByPost.head ?? years,
    rule,
  ])
  const heads = [texts.what, texts.effect, texts.years, texts.headYears, texts.rule].map((text) => text[language])
  return scrollTable(texts.sanctions[language], heads, rows)
}

/** Observation of lessons, the essay, contests and levels. */
export function observation({ observation: lessons, essay, contests, scale }: Edition, language: Language): Markup {
  const forms = lessons.forms.map(({ title, kinds, posts = [], rule }) => [
    title[language],
    [named(kinds, kindNames, language), named(posts, postNames, language)].filter(Boolean).join('; '),
    rule,
  ])
  const facts = [
    `${lessons.perYear} ${texts.perYear[language]}; ${texts.mostPoints[language]}: ${lessons.most} (${lessons.descriptors} × ${lessons.bestMark}) [${lessons.rule}]`,
    ...lessons.conditions.map((condition) => condition[language]),
    `${texts.essay[language]}: ${essay.words.least}–${essay.words.most} [${essay.rule}]`,
    `${texts.levels[language]}: ${scale.levels.map(({ level, title }) => `${level} ${title[language]}`).join('; ')} [${scale.rule}]`,
    `${texts.results[language]}: ${scale.results.map(({ title }) => title[language]).join(', ')}`,
  ]
  return html`${bullets(facts)}
${scrollTable(
  texts.form[language],
  [texts.form, texts.group, texts.rule].map((text) => text[language]),
  forms,
)}
<h3>${texts.contests[language]}</h3>
${bullets(contests.lists.map((list) => list[language]))}
<p class="soft">[${contests.rule}]</p>`
}
