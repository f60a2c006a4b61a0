import { FactValues } from '../../schemas/fact.ts'
import { type SectionId, SourceId } from '../../schemas/section.ts'
import { sourceTitles } from '../../schemas/source-titles.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'
import type { Edition } from '../../src/rulebook/edition.ts'
import type { Kind } from './arguments.ts'
import { AN_ID_MORE, Refused } from './refused.ts'
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
  readonly id: SourceId
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

/** Facts that the gateway itself makes of others. */
const DERIVED = ['service_total']
/** Of these a person has one. */
const ONE_OF = ['person', 'application']

/** Ids that a source can have: `platform` is the request itself. */
export const SOURCES: readonly SourceId[] = SourceId.options.filter((id) => id !== 'platform')

function isGiven(type: string): type is keyof FactValues {
  return type in FactValues && !DERIVED.includes(type)
}

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

/** What an edition of the Rules and the canonical schema say of a source: no table of its own. Throws `Refused` where no section names it. */
export function planOf(id: SourceId, kind: Kind, edition: Edition): NewSource {
  const rules = edition.sections.filter(({ sources }) => [...sources.platform, ...sources.portal].includes(id))
  const given = rules.flatMap(({ factType, id: section }) => (isGiven(factType) ? [{ type: factType, section }] : []))
  const firsts = given.filter(({ type }, place) => given.findIndex((other) => other.type === type) === place)
  // With several types in one record their keys would meet.
  const prefix = (type: string) => (firsts.length > 1 ? [nameOf(type)] : [])
  const [first, ...others] = firsts.map(({ type, section }) => factOf(type, section, prefix(type), edition))
  if (!first) throw new Refused(`no section of the Rules is filled by ${id}; an id more needs: ${AN_ID_MORE}`)
  const facts = [first, ...others] as const
  const fills = rules.map((rule) => rule.id)
  const name = nameOf(id)
  return {
    ...{ id, kind, name, fills, facts, title: sourceTitles[id], setting: id.toUpperCase().replaceAll('-', '_') },
    typeName: name.charAt(0).toUpperCase() + name.slice(1),
    open: fills.filter((section) => !facts.some((fact) => fact.section === section)),
    single: kind === 'shep-async' || facts.some(({ type }) => ONE_OF.includes(type)),
  }
}

/** Whether the records are the person: then nobody else holds them. */
export function isPerson({ facts: [{ type }] }: NewSource): boolean {
  return type === 'person'
}
