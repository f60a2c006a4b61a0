import { html } from 'hono/html'
import { ClaimedCategory } from '../../schemas/category.ts'
import { GapCode, Stage } from '../../schemas/gap.ts'
import { sourceTitles } from '../../schemas/source-titles.ts'
import type { Language, Trilingual } from '../../schemas/trilingual.ts'
import type { Circle, Edition, SectionRule } from '../rulebook/edition.ts'
import { causeOf } from '../rulebook/texts/causes.ts'
import type { Markup } from './layout.ts'
import { bullets, scrollTable } from './table.ts'
import { actorNames, channelNames, kindNames, lineNames, postNames } from './texts-codes.ts'
import { ruleTexts as texts } from './texts-rulebook.ts'

/** The end of a cause behind which a gap names the field. */
const FIELD_FOLLOWS = / [^.]*:$/

/** The names of some codes, joined. */
export function named<Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, Trilingual>>, language: Language): string {
  return codes.map((code) => names[code][language]).join(', ')
}

/** Ways of applying, and whose commission decides. */
export function channels({ channels: ways, channelRule, decides, categories }: Edition, language: Language): Markup {
  const rows = ClaimedCategory.options.map((category) => {
    const body = decides.bodies.find((one) => one.categories.includes(category))
    const note = body?.note ? html`<br><span class="soft">${body.note[language]}</span>` : ''
    return [
      categories.names[category][language],
      channelNames[ways[category]][language],
      body && html`${body.title[language]}${note}`,
      body ? `${channelRule}; ${body.rule}` : channelRule,
    ]
  })
  const { leastMembers, odd, quorum, formedBefore, rule } = decides.commission
  const heads = [texts.category, texts.channel, texts.decides, texts.rule].map((text) => text[language])
  const made = [
    `${texts.members[language]} ${leastMembers}${odd ? ` (${texts.oddCount[language]})` : ''}`,
    `${texts.quorum[language]} ${quorum.need}/${quorum.of}`,
    `${texts.formed[language]} ${formedBefore}`,
  ]
  return html`${scrollTable(texts.channels[language], heads, rows)}
<p>${texts.commission[language]}: ${made.join('; ')} <span class="soft">[${rule}]</span></p>`
}

function circleText(
  { channels: ways, posts, kinds, lines, categories }: Circle,
  { categories: { names } }: Edition,
  language: Language,
): string {
  const texts = [
    ways && named(ways, channelNames, language),
    posts && named(posts, postNames, language),
    lines && named(lines, lineNames, language),
    kinds && named(kinds, kindNames, language),
    categories && named(categories, names, language),
  ]
  return texts.filter((text) => text !== undefined).join('; ')
}

function filledBy({ sources: { platform, portal }, unchecked }: SectionRule, never: boolean, language: Language): string {
  const sources = [...new Set([...platform, ...portal])]
  const names = unchecked ? texts.noSource[language] : named(sources, sourceTitles, language)
  return never ? `${names}; ${texts.neverTyped[language]}` : names
}

/** The sections, who fills them and whom they do not concern. */
export function sections(edition: Edition, language: Language): Markup {
  const rows = edition.sections.map((section) => {
    const { id, title, rule, required: isRequired, stage, listed, notApplicable } = section
    const closed = notApplicable.map(
      (exception) => html`<li>${circleText(exception.when, edition, language)} <span class="soft">[${exception.rule}]</span></li>`,
    )
    const only = listed ? html`<li>${texts.onlyFor[language]}: ${circleText(listed, edition, language)}</li>` : ''
    return [
      title[language],
      filledBy(section, edition.neverTyped.includes(id), language),
      isRequired ? texts[stage][language] : texts.advisory[language],
      closed.length > 0 || listed ? html`<ul class="tags">${only}${closed}</ul>` : null,
      rule,
    ]
  })
  const heads = [texts.section, texts.filledBy, texts.needed, texts.notFor, texts.rule].map((text) => text[language])
  return scrollTable(texts.sections[language], heads, rows)
}

/** What must be there to apply, and what for the decision too. */
export function required({ sections: all }: Edition, language: Language): Markup {
  return html`${Stage.options.map((stage) => {
    const needed = all.filter((section) => section.required && section.stage === stage)
    return html`<h3>${texts[stage][language]}</h3>
${bullets(needed.map(({ title, rule }) => html`${title[language]} <span class="soft">[${rule}]</span>`))}`
  })}`
}

/** The codes of gaps: why, who must act, whether it may be typed in, whether it blocks. */
export function gaps({ gaps: rules }: Edition, language: Language): Markup {
  const rows = GapCode.options.map((code) => {
    const { actor, manualEntry, blocking, rule } = rules[code]
    const typed = manualEntry ? texts.yes : texts.never
    return [
      html`<code>${code}</code>`,
      causeOf(code, null)[language].replace(FIELD_FOLLOWS, ''),
      actorNames[actor][language],
      typed[language],
      texts[blocking][language],
      rule,
    ]
  })
  const heads = [texts.code, texts.meaning, texts.actor, texts.typed, texts.blocks, texts.rule].map((text) => text[language])
  return scrollTable(texts.gaps[language], heads, rows)
}

/** What each hand at a portfolio may do. */
export function hands({ hands: all }: Edition, language: Language): Markup {
  const items = Object.values(all).map(
    ({ title, may, rule }) => html`<strong>${title[language]}</strong>: ${may[language]} <span class="soft">[${rule}]</span>`,
  )
  return bullets(items)
}
