import { isPerson, type NewSource } from './plan.ts'
import { use } from './text.ts'
import type { Leaf } from './value.ts'

/** The keys in which a record names its person, with their names in `Holder` and in the cast of the mocks. */
export const HOLDER = {
  holderSurname: 'surname',
  holderName: 'name',
  holderPatronymic: 'patronymic',
  holderBirthDate: 'birthDate',
} as const

/** A key as this kind of wire writes it: in files upper case with low lines. */
export function keyOf({ kind }: NewSource, key: string): string {
  return kind === 'drop' ? key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() : key
}

/** Every leaf of all facts of the source. */
export function leavesOf({ facts }: NewSource): readonly Leaf[] {
  return facts.flatMap(({ leaves }) => leaves)
}

/** The keys of the holder that a record has; none where it is the person. */
export function holderKeys(source: NewSource): readonly (keyof typeof HOLDER)[] {
  return isPerson(source) ? [] : (Object.keys(HOLDER) as (keyof typeof HOLDER)[])
}

function schemaOf({ key, reading }: Leaf): string {
  return typeof reading === 'string' ? reading : `Wire${key.charAt(0).toUpperCase()}${key.slice(1)}`
}

/** The keys of one record with the schemas that read them. */
function fieldsOf(source: NewSource): readonly (readonly [key: string, schema: string])[] {
  const holder = holderKeys(source).map((key) => [key, key === 'holderBirthDate' ? 'WireDay' : 'WireName'] as const)
  const own = leavesOf(source).map((leaf) => [leaf.key, schemaOf(leaf)] as const)
  const all = [['recordId', 'WireText'] as const, ...own, ...holder, ['updatedAt', 'WireDay'] as const]
  return all.map(([key, schema]) => [keyOf(source, key), schema])
}

function codeSchema(leaf: Leaf): string {
  if (typeof leaf.reading === 'string') return ''
  const read = `FactValues.${leaf.reading.codes}.safeParse(wireText(given)).data ?? null`
  return `/** A canonical code; any other text is null and stays in \`raw\`. Put the codes of the source in its place. */
const ${schemaOf(leaf)} = wireValue((given) => ${read})
`
}

/** `wire.ts` of an adapter: every key of the canonical value under a name of its own, to be replaced by that of the source. */
export function wireText(source: NewSource): string {
  const fields = fieldsOf(source)
  const coded = leavesOf(source).filter(({ reading }) => typeof reading !== 'string')
  const used = new Set([...fields.map(([, schema]) => schema), ...(coded.length > 0 ? ['wireText', 'wireValue'] : [])])
  const own = new Set(coded.map(schemaOf))
  const facts = coded.length > 0 ? [use('{ FactValues }', '../../schemas/fact.ts')] : []
  return `${[use('{ z }', 'zod'), ...facts].join('\n')}
${use(`{ ${[...used].filter((schema) => !own.has(schema)).join(', ')} }`, '../../schemas/wire.ts')}

${coded.map(codeSchema).join('\n')}
/** One record of the answer: only the fields that we read. */
export const ${source.typeName}Wire = z.object({
${fields.map(([key, schema]) => `${key}: ${schema},`).join('\n')}
})
export type ${source.typeName}Wire = z.infer<typeof ${source.typeName}Wire>
`
}
