import { z } from 'zod'
import type { Adapter } from '../../adapters/adapter.ts'

/** A key of the wire that an adapter reads. */
export interface FieldNode {
  readonly name: string
  /** Names from the record down, joined by dots; elements of lists have no name. */
  readonly path: string
  /** Reads the value of this key: tells whether the mapping can. */
  readonly schema: z.ZodType
  /** May stand as a list; a lone element may stand without one (quirk Q11). */
  readonly isList: boolean
  /** Tells who somebody is: its codes are never looked at. */
  readonly isPersonal: boolean
  readonly children: ReadonlyMap<string, FieldNode>
}

/** What an adapter reads of a record; `byPath` has the nodes of all depths. */
export interface Fields {
  readonly children: FieldNode['children']
  readonly byPath: ReadonlyMap<string, FieldNode>
}

interface Content {
  readonly objects: readonly z.ZodObject[]
  readonly isList: boolean
}

function isType(value: unknown): value is z.ZodType {
  return value instanceof z.ZodType
}

/** What stands right inside a schema, whatever is wrapped round it. */
function insideOf(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodPipe) return [schema.in, schema.out].filter(isType)
  if (schema instanceof z.ZodUnion) return schema.options.filter(isType)
  const isWrapped = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
  return isWrapped ? [schema.unwrap()].filter(isType) : []
}

/** The objects that a value may be, and whether it may be a list of them. */
function contentOf(schema: z.ZodType): Content {
  if (schema instanceof z.ZodObject) return { objects: [schema], isList: false }
  if (schema instanceof z.ZodArray) return { objects: isType(schema.element) ? contentOf(schema.element).objects : [], isList: true }
  const parts = insideOf(schema).map(contentOf)
  return { objects: parts.flatMap(({ objects }) => objects), isList: parts.some(({ isList }) => isList) }
}

type IsPersonal = (path: string) => boolean

function nodesOf(objects: readonly z.ZodObject[], parent: string, isPersonal: IsPersonal): Map<string, FieldNode> {
  const nodes = new Map<string, FieldNode>()
  for (const [name, schema] of objects.flatMap(({ shape }) => Object.entries(shape))) {
    if (!isType(schema) || nodes.has(name)) continue
    const path = parent === '' ? name : `${parent}.${name}`
    const { objects: inner, isList } = contentOf(schema)
    nodes.set(name, { name, path, schema, isList, isPersonal: isPersonal(path), children: nodesOf(inner, path, isPersonal) })
  }
  return nodes
}

function personalIn({ personal }: Pick<Adapter, 'personal'>): IsPersonal {
  const { plain: _, ...kinds } = personal
  const ends = Object.values(kinds).flat()
  return (path) => ends.some((end) => path === end || path.endsWith(`.${end}`))
}

function flat(children: FieldNode['children']): readonly FieldNode[] {
  return [...children.values()].flatMap((node) => [node, ...flat(node.children)])
}

const known = new WeakMap<z.ZodType, Fields>()

/** The keys that an adapter reads, by the introspection of its `wire` schema: nobody keeps a second list of them. */
export function fieldsOf(adapter: Pick<Adapter, 'wire' | 'personal'>): Fields {
  const before = known.get(adapter.wire)
  if (before) return before
  const children = nodesOf(contentOf(adapter.wire).objects, '', personalIn(adapter))
  const fields = { children, byPath: new Map(flat(children).map((node) => [node.path, node])) }
  known.set(adapter.wire, fields)
  return fields
}
