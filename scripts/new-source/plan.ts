import { FactValues } from '../../schemas/fact.ts'
import type { SectionId } from '../../schemas/section.ts'
import { sourceTitles } from '../../schemas/source-titles.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'
import type { Edition, SectionRule } from '../../src/rulebook/edition.ts'
import { type Asked, isOfContract, type Kind } from './arguments.ts'
import { isGiven, type NewId, newIdOf, refuseId } from './new-id.ts'
import { Refused } from './refused.ts'
import { camel, type Leaf, leavesIn, type Part, shapeOf } from './value.ts'

/** One type of facts that the source gives. */
export interface NewFact {
  readonly type: keyof FactValues
  readonly section: SectionId
  readonly value: Part
  readonly leaves: readonly Leaf[]
  /** Keys of the wire behind the mandatory keys: of a group one must be told. */
  readonly mandatory: readonly (readonly string[])[]
}

/** Everything that a source's id says of it, and the kind of its wire. */
export interface NewSource {
  readonly id: string
  /** What was said of an id that the contract does not name yet; null: it does. */
  readonly added: NewId | null
  readonly kind: Kind
  /** The id as a name of code: `knowledgeTest`, `KnowledgeTest`. */
  readonly name: string
  readonly typeName: string
  /** The id as the settings begin: `KNOWLEDGE_TEST`. */
  readonly setting: string
  readonly title: Trilingual
  readonly fills: readonly SectionId[]
  readonly facts: readonly [NewFact, ...NewFact[]]
  /** Sections whose records the generated code does not tell from those of the first. */
  readonly open: readonly SectionId[]
  /** Whether one answer is about one thing only. */
  readonly single: boolean
}

/** Of these a person has one. */
const ONE_OF = ['person', 'application']

function factOf(type: keyof FactValues, section: SectionId, prefix: readonly string[], { mandatory }: Edition): NewFact {
  const value = shapeOf(type, FactValues[type], prefix)
  const leaves = leavesIn(value)
  const keysAt = (pointer: string) => leaves.filter((leaf) => `${leaf.pointer}/`.startsWith(`${pointer}/`)).map(({ key }) => key)
  return { type, section, value, leaves, mandatory: (mandatory[type] ?? []).map((group) => group.flatMap(keysAt)) }
}

/** A name of code from words with a dash or a low line between them. */
export function nameOf(words: string): string {
  return camel(words.split(/[-_]/))
}

function firstFacts(rules: readonly SectionRule[], edition: Edition): readonly NewFact[] {
  const given = rules.flatMap(({ factType, id: section }) => (isGiven(factType) ? [{ type: factType, section }] : []))
  const firsts = given.filter(({ type }, place) => given.findIndex((other) => other.type === type) === place)
  // With several types in one record their keys would meet.
  const prefix = (type: string) => (firsts.length > 1 ? [nameOf(type)] : [])
  return firsts.map(({ type, section }) => factOf(type, section, prefix(type), edition))
}

function titleOf(id: string, added: NewId | null): Trilingual {
  return added?.title ?? sourceTitles[id as keyof typeof sourceTitles]
}

/** The sections that a source fills: those that the Rules give it, or those that were said of a new one. */
function rulesOf(id: string, added: NewId | null, { sections }: Edition): readonly SectionRule[] {
  if (added) return sections.filter((rule) => added.fills.includes(rule.id))
  return sections.filter(({ sources }) => ([...sources.platform, ...sources.portal] as readonly string[]).includes(id))
}

/** What an edition of the Rules, the canonical schema and the one who asks say of a source: no table of its own. Throws `Refused`. */
export function planOf({ id, kind, said }: Asked, edition: Edition): NewSource {
  const name = nameOf(id)
  if (!isOfContract(id)) refuseId(id, name)
  const added = isOfContract(id) ? null : newIdOf(id, said, edition.sections)
  const rules = rulesOf(id, added, edition)
  const [first, ...others] = firstFacts(rules, edition)
  if (!first)
    throw new Refused(`no section of the Rules is filled by ${id}: take its line out of schemas/source-titles.ts, then it is a new id`)
  const facts = [first, ...others] as const
  const fills = rules.map((rule) => rule.id)
  return {
    ...{ id, added, kind, name, fills, facts, title: titleOf(id, added), setting: id.toUpperCase().replaceAll('-', '_') },
    typeName: name.charAt(0).toUpperCase() + name.slice(1),
    open: fills.filter((section) => !facts.some((fact) => fact.section === section)),
    single: kind === 'shep-async' || facts.some(({ type }) => ONE_OF.includes(type)),
  }
}

/** Whether the records are the person: then nobody else holds them. */
export function isPerson({ facts: [{ type }] }: NewSource): boolean {
  return type === 'person'
}
