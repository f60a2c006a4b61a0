import type { Fact } from '../../schemas/fact.ts'
import type { Gap } from '../../schemas/gap.ts'
import type { Portfolio, Section } from '../../schemas/portfolio.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'
import type { Held, HeldSource } from './held.ts'

/*
 * JSON of what a collection makes. A fact stands both in the answer and in what is held, and the long texts of gaps and titles are the
 * same objects in every portfolio: each of them is turned into text once.
 */

const kept = new WeakMap<object, string>()

function once(value: Fact | Trilingual): string {
  const known = kept.get(value)
  if (known) return known
  const text = JSON.stringify(value)
  kept.set(value, text)
  return text
}

/** An object with some members that are JSON already; `first` must not be empty. */
function withMembers(first: object, members: Readonly<Record<string, string>>): string {
  const rest = Object.entries(members).map(([name, text]) => `,"${name}":${text}`)
  return `${JSON.stringify(first).slice(0, -1)}${rest.join('')}}`
}

function listOf<Item>(items: readonly Item[], text: (item: Item) => string): string {
  return `[${items.map(text).join(',')}]`
}

function sectionText({ id, title, status, rule, facts, conflicts }: Section): string {
  return withMembers({ id, status, rule }, { title: once(title), facts: listOf(facts, once), conflicts: JSON.stringify(conflicts) })
}

function gapText({ text, ...gap }: Gap): string {
  return withMembers(gap, { text: once(text) })
}

/** The JSON of a portfolio: what `JSON.stringify` would say, but for the order of some keys. */
export function portfolioText({ sections, gaps, advisories, sources, completeness, collectedAt, ...head }: Portfolio): string {
  return withMembers(head, {
    sections: listOf(sections, sectionText),
    gaps: listOf(gaps, gapText),
    advisories: JSON.stringify(advisories),
    sources: JSON.stringify(sources),
    completeness: JSON.stringify(completeness),
    collectedAt: JSON.stringify(collectedAt),
  })
}

function heldSourceText({ status, facts, rejected }: HeldSource): string {
  const factText = listOf(facts, ({ fact, ...beside }) => withMembers(beside, { fact: once(fact) }))
  return withMembers({ status, rejected }, { facts: factText })
}

/** The JSON of what is held of a collection. */
export function heldText(held: Held): string {
  const sources = Object.entries(held).map(([source, one]) => `"${source}":${heldSourceText(one)}`)
  return `{${sources.join(',')}}`
}
