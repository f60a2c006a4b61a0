import type { Fact } from '../../schemas/fact.ts'
import type { Gap } from '../../schemas/gap.ts'
import type { Portfolio, Section } from '../../schemas/portfolio.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'
import type { Held, HeldSource } from './held.ts'

/*
 * JSON of what a collection makes. A fact stands both in the answer and in what is held, and the long texts of gaps and titles are the
 * same objects in every portfolio: each of them is turned into text once.
 */

/** Texts of titles and gaps: few, and the same objects in every portfolio. */
const texts = new WeakMap<Trilingual, string>()

function textOf(text: Trilingual): string {
  const known = texts.get(text)
  if (known) return known
  const made = JSON.stringify(text)
  texts.set(text, made)
  return made
}

type FactText = (fact: Fact) => string

/** Each fact of one collection once. */
function oncePerFact(): FactText {
  const made = new Map<Fact, string>()
  return (fact) => {
    const known = made.get(fact)
    if (known) return known
    const text = JSON.stringify(fact)
    made.set(fact, text)
    return text
  }
}

/** An object with some members that are JSON already; `first` must not be empty. */
function withMembers(first: object, members: Readonly<Record<string, string>>): string {
  let text = JSON.stringify(first).slice(0, -1)
  for (const name in members) text += `,"${name}":${members[name]}`
  return `${text}}`
}

/** By `+=`, which links the parts: `join` would copy them at each level of nesting. */
function joined<Item>(items: readonly Item[], text: (item: Item) => string): string {
  let list = ''
  for (const item of items) list += list === '' ? text(item) : `,${text(item)}`
  return list
}

function listOf<Item>(items: readonly Item[], text: (item: Item) => string): string {
  return `[${joined(items, text)}]`
}

function sectionText({ id, title, status, rule, facts, conflicts, dynamics }: Section, factText: FactText): string {
  const members = { title: textOf(title), facts: listOf(facts, factText), conflicts: JSON.stringify(conflicts) }
  return withMembers({ id, status, rule }, dynamics ? { ...members, dynamics: JSON.stringify(dynamics) } : members)
}

function gapText({ text, ...gap }: Gap): string {
  return withMembers(gap, { text: textOf(text) })
}

function portfolioText({ sections, gaps, advisories, sources, completeness, collectedAt, ...head }: Portfolio, factText: FactText): string {
  return withMembers(head, {
    sections: listOf(sections, (section) => sectionText(section, factText)),
    gaps: listOf(gaps, gapText),
    advisories: JSON.stringify(advisories),
    sources: JSON.stringify(sources),
    completeness: JSON.stringify(completeness),
    collectedAt: JSON.stringify(collectedAt),
  })
}

function heldSourceText({ status, facts, rejected }: HeldSource, factText: FactText): string {
  return withMembers({ status, rejected }, { facts: listOf(facts, ({ fact, ...beside }) => withMembers(beside, { fact: factText(fact) })) })
}

function heldText(held: Held, factText: FactText): string {
  return `{${joined(Object.entries(held), ([source, one]) => `"${source}":${heldSourceText(one, factText)}`)}}`
}

/** The JSON of a portfolio and of what is held of it: what `JSON.stringify` would say, but for the order of some keys. */
export function textsOf(portfolio: Portfolio, held: Held): { readonly body: string; readonly held: string } {
  const factText = oncePerFact()
  return { body: portfolioText(portfolio, factText), held: heldText(held, factText) }
}
