import { isPerson, type NewFact, type NewSource, nameOf } from './plan.ts'
import { sampleOf } from './samples.ts'
import { use } from './text.ts'
import { written } from './value.ts'
import { HOLDER, holderKeys, keyOf, leavesOf } from './wire.ts'

const keysName = ({ type }: NewFact) => `${type.toUpperCase()}_KEYS`
const list = (keys: readonly string[]) => `[${keys.map((key) => `'${key}'`).join(', ')}]`
const isSeveral = ({ facts }: NewSource) => facts.length > 1

function hasWhole({ facts }: NewSource): boolean {
  return facts.some(({ value }) =>
    written(
      value,
      () => '',
      () => 'told(',
    ).includes('told('),
  )
}

function holderText(source: NewSource): string {
  const pairs = holderKeys(source).map((key) => `${HOLDER[key]}: wire.${keyOf(source, key)}`)
  if (pairs.length === 0) return ''
  return `function holderOf(wire: ${source.typeName}Wire): Holder {
  return { ${pairs.join(', ')} }
}
`
}

const WHOLE = `/** What may be absent as a whole: null where nothing of it is told. */
function told<Value extends object>(value: Value): Value | null {
  return Object.values(value).some((one) => one !== null) ? value : null
}
`

function keysText(source: NewSource): string {
  if (!isSeveral(source)) return ''
  const lists = source.facts.map((fact) => `const ${keysName(fact)} = ${list(fact.leaves.map(({ key }) => keyOf(source, key)))} as const`)
  return `/** The keys of the wire that each of the facts is made of. */
${lists.join('\n')}

function isTold(wire: ${source.typeName}Wire, keys: readonly (keyof ${source.typeName}Wire)[]): boolean {
  return keys.some((key) => wire[key] !== null)
}
`
}

/** What makes the thing what it is, where no id does. */
function naturalKey(fact: NewFact, source: NewSource): string {
  const id = `wire.${keyOf(source, 'recordId')}`
  if (source.single) return `${id} ?? '${fact.type}'`
  const parts = fact.mandatory.flat().map((key) => `wire.${keyOf(source, key)}`)
  return `${id} ?? ['?', ${parts.join(', ')}].join(' ')`
}

function factText(fact: NewFact, source: NewSource): string {
  const value = written(
    fact.value,
    ({ key }) => `wire.${keyOf(source, key)}`,
    (text) => `told(${text})`,
  )
  return `function ${nameOf(fact.type)}(wire: ${source.typeName}Wire): FactDraft {
  return {
    type: '${fact.type}',
    section: '${fact.section}',
    ${
      isSeveral(source)
        ? `wireKeys: ${keysName(fact)},
    `
        : ''
    }key: ${naturalKey(fact, source)},
    recordId: wire.${keyOf(source, 'recordId')},
    recordDate: wire.${keyOf(source, 'updatedAt')},
    holder: ${isPerson(source) ? 'null' : 'holderOf(wire)'},
    final: true,
    value: ${value},
  }
}
`
}

/** `normalise.ts` of an adapter: one record to its facts, by canonical names. */
export function normaliseText(source: NewSource): string {
  const { typeName, facts } = source
  const [first, ...others] = facts
  const more = others.map((fact) => `, ...(isTold(wire, ${keysName(fact)}) ? [${nameOf(fact.type)}(wire)] : [])`)
  return `${use(`type { FactDraft${isPerson(source) ? '' : ', Holder'} }`, '../adapter.ts')}
${use(`type { ${typeName}Wire }`, './wire.ts')}

${holderText(source)}
${hasWhole(source) ? WHOLE : ''}
${keysText(source)}
${facts.map((fact) => factText(fact, source)).join('\n')}
/** A record to its facts: null where the source is silent, nothing is guessed. */
export function normalise${typeName}(wire: ${typeName}Wire): FactDraft[] {
  return [${nameOf(first.type)}(wire)${more.join('')}]
}
`
}

function completeText(source: NewSource): string {
  const own = leavesOf(source).map((leaf) => `${keyOf(source, leaf.key)}: ${sampleOf(leaf, source).test},`)
  const holder = holderKeys(source).map((key) => `${keyOf(source, key)}: ${key === 'holderBirthDate' ? "'1885-03-12'" : "'Мысал'"},`)
  return `${keyOf(source, 'iin')}: 'not read',
  ${keyOf(source, 'recordId')}: 'r-1',
  ${[...own, ...holder].join('\n')}
  ${keyOf(source, 'updatedAt')}: '2026-04-01',`
}

/** `normalise.test.ts` of an adapter: every canonical name, nothing in every key, and what is the same thing. */
export function normaliseTestText(source: NewSource): string {
  const { typeName, facts, single } = source
  const values = facts.map(({ value }) =>
    written(
      value,
      (leaf) => sampleOf(leaf, source).test,
      (text) => text,
    ),
  )
  const nothing = written(
    facts[0].value,
    () => 'null',
    () => 'null',
  )
  const others = single
    ? []
    : facts[0].mandatory
        .flat()
        .map((key) => `  ['another ${keyOf(source, key)}', { ${keyOf(source, 'recordId')}: null, ${keyOf(source, key)}: null }],`)
  const id = keyOf(source, 'recordId')
  return `${use('{ expect, test }', 'vitest')}
${use(`{ normalise${typeName} }`, './normalise.ts')}
${use(`{ ${typeName}Wire }`, './wire.ts')}

const COMPLETE = {
  ${completeText(source)}
}
const VALUES = [${values.join(',\n')}]
const NOTHING = ${nothing}

function draftsOf(change: Record<string, unknown> = {}) {
  return normalise${typeName}(${typeName}Wire.parse({ ...COMPLETE, ...change }))
}

test('gives a record its canonical names', () => {
  expect(draftsOf().map(({ value }) => value)).toEqual(VALUES)
  expect(draftsOf()[0]).toMatchObject({ section: '${facts[0].section}', recordId: 'r-1', recordDate: '2026-04-01', final: true })
})

test.each([undefined, null, '', ' ', '-'])('reads %j in every key as nothing', (nothing) => {
  const silent = Object.fromEntries(Object.keys(COMPLETE).map((key) => [key, nothing]))
  expect(draftsOf(silent).map(({ value }) => value)).toEqual([NOTHING])
})

test.each([
  ['another id', { ${id}: 'r-2' }],
${others.join('\n')}
])('sees another thing in %s', (_, change) => {
  const other = draftsOf(change)[0]?.key
  expect([draftsOf()[0]?.key, draftsOf({ ${id}: null })[0]?.key]).not.toContain(other)
})
`
}
