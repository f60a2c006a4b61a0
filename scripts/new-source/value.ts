import { z } from 'zod'

/** How a value of the wire is read: a schema of the vocabulary in `schemas/wire.ts`, or one of a closed list of codes. */
export type Reading =
  | 'WireText'
  | 'WireName'
  | 'WireDay'
  | 'WireWhole'
  | 'WireNumber'
  | 'WireBoolean'
  | 'WireLevel'
  | { readonly codes: string }

/** One value of a fact that stands in a key of the wire. */
export interface Leaf {
  /** Where it stands in the canonical value, as a JSON pointer. */
  readonly pointer: string
  readonly key: string
  readonly reading: Reading
  /** What a closed list begins with; null: there is none. */
  readonly first: string | null
}

/** The shape of a canonical value: what is read, what holds it, what no single key can tell, what the way of asking decides. */
export type Part =
  | { readonly is: 'leaf'; readonly leaf: Leaf }
  | { readonly is: 'object'; readonly nullable: boolean; readonly parts: readonly (readonly [string, Part])[] }
  | { readonly is: 'list'; readonly pointer: string }
  | { readonly is: 'fixed'; readonly pointer: string; readonly value: string }

/** Parts of a person's name, wherever they stand alone. */
const NAMES = ['surname', 'name', 'patronymic']

/** Upper case after the first word: `event name kk` → `eventNameKk`. */
export function camel(words: readonly string[]): string {
  return words.map((word, place) => (place === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('')
}

function numberReading(schema: z.ZodNumber): Reading {
  if (!schema.format?.includes('int')) return 'WireNumber'
  return schema.maxValue !== null && schema.maxValue < Number.MAX_SAFE_INTEGER ? 'WireLevel' : 'WireWhole'
}

function readingOf(schema: z.ZodType, path: readonly string[], name: boolean): Reading {
  if (schema instanceof z.ZodNumber) return numberReading(schema)
  if (schema instanceof z.ZodBoolean) return 'WireBoolean'
  if (schema instanceof z.ZodISODate) return 'WireDay'
  if (schema instanceof z.ZodEnum) return { codes: path.join('.shape.') }
  if (schema instanceof z.ZodString) return name ? 'WireName' : 'WireText'
  throw new TypeError(`nothing is known of the shape at ${path.join('.')}`)
}

interface Place {
  readonly path: readonly string[]
  readonly prefix: readonly string[]
  /** Whether the texts here are the names of a thing in two languages. */
  readonly bilingual: boolean
}

function isBilingual(shape: object): boolean {
  return Object.keys(shape).sort().join() === 'kk,ru'
}

function leafAt(schema: z.ZodType, { path, prefix, bilingual }: Place): Part {
  const [, ...own] = path
  const name = bilingual || (own.length === 1 && NAMES.includes(own[0] ?? ''))
  const first = schema instanceof z.ZodEnum ? String(schema.options[0]) : null
  const leaf = { pointer: `/${own.join('/')}`, key: camel([...prefix, ...own]), reading: readingOf(schema, path, name), first }
  return { is: 'leaf', leaf }
}

function partOf(given: z.ZodType, place: Place): Part {
  const nullable = given instanceof z.ZodNullable
  const schema = (nullable ? given.unwrap() : given) as z.ZodType
  const pointer = `/${place.path.slice(1).join('/')}`
  if (schema instanceof z.ZodArray) return { is: 'list', pointer }
  if (schema instanceof z.ZodEnum && !nullable) return { is: 'fixed', pointer, value: String(schema.options[0]) }
  if (!(schema instanceof z.ZodObject)) return leafAt(schema, place)
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>
  const inside = (key: string): Place => ({ ...place, path: [...place.path, key], bilingual: isBilingual(shape) })
  return { is: 'object', nullable, parts: Object.entries(shape).map(([key, part]) => [key, partOf(part, inside(key))]) }
}

/** The shape of a fact's value, by its zod schema; keys of the wire begin with `prefix`. Throws on a shape that nothing is known of. */
export function shapeOf(type: string, schema: z.ZodType, prefix: readonly string[]): Part {
  return partOf(schema, { path: [type], prefix, bilingual: false })
}

/** Every leaf of a shape, in its order. */
export function leavesIn(part: Part): readonly Leaf[] {
  if (part.is === 'leaf') return [part.leaf]
  return part.is === 'object' ? part.parts.flatMap(([, inner]) => leavesIn(inner)) : []
}

/** The pointers of all lists of a shape: what a record says of them is not read yet. */
export function listsIn(part: Part): readonly string[] {
  if (part.is === 'list') return [part.pointer]
  return part.is === 'object' ? part.parts.flatMap(([, inner]) => listsIn(inner)) : []
}

/** Source text of a value of this shape; `told` writes each leaf, `whole` an object that may be absent as a whole. */
export function written(part: Part, told: (leaf: Leaf) => string, whole: (text: string) => string): string {
  if (part.is === 'leaf') return told(part.leaf)
  if (part.is === 'list') return '[]'
  if (part.is === 'fixed') return `'${part.value}'`
  const text = `{ ${part.parts.map(([key, inner]) => `${key}: ${written(inner, told, whole)}`).join(', ')} }`
  return part.nullable ? whole(text) : text
}
