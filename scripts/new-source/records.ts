import type { NewSource } from './plan.ts'
import { sampleOf } from './samples.ts'
import { use } from './text.ts'
import { HOLDER, holderKeys, keyOf, leavesOf } from './wire.ts'

/** `records.ts` of a mock: what it holds of a person. */
export function recordsText(source: NewSource): string {
  const own = leavesOf(source).map((leaf) => `${keyOf(source, leaf.key)}: ${sampleOf(leaf, source).mock},`)
  const holder = holderKeys(source).map((key) => `${keyOf(source, key)}: person.${HOLDER[key]},`)
  const all = source.single ? 'record(person, 1, year - 1)' : 'record(person, 1, year - 1), record(person, 2, year - 2)'
  return `${use('type { WireRecord }', '../bend.ts')}
${use('type { Person }', '../cast/person.ts')}

/** One record as the source writes it; \`place\` tells several of one person apart. */
function record(person: Person, place: number, year: number): WireRecord {
  const { index } = person
  return {
    ${keyOf(source, 'iin')}: person.iin,
    ${keyOf(source, 'recordId')}: \`mock-\${index}-\${place}\`,
    ${[...own, ...holder].join('\n')}
    ${keyOf(source, 'updatedAt')}: \`\${year}-04-01\`,
  }
}

/** What the source holds of a person: let the archetypes differ here. */
export function recordsOf(person: Person, today: string): readonly WireRecord[] {
  const year = Number(today.slice(0, 4))
  return [${all}]
}
`
}

/** The spots of the records that scenarios bend, as an object of `bend.ts`. */
export function spotsText(source: NewSource): string {
  const leaves = leavesOf(source)
  const mandatory = source.facts.flatMap((fact) => fact.mandatory)
  // A key without which the whole answer has drifted: no other stands in for it.
  const lone = mandatory.find((group) => group.length === 1)?.[0] ?? 'recordId'
  const spare = leaves.filter(({ key }) => !mandatory.flat().includes(key)).map(({ key }) => key)
  const name = leaves.find(({ reading }) => reading === 'WireName')?.key
  const names = holderKeys(source).length > 0 ? 'holderSurname' : (name ?? 'recordId')
  const text = (key: string) => `'${keyOf(source, key)}'`
  return `{
  subject: ${text('iin')},
  names: [${text(names)}],
  drift: ${text(lone)},
  typed: ${text(lone)},
  text: ${text('recordId')},
  blanks: [${spare.slice(0, 3).map(text).join(', ')}],
}`
}
