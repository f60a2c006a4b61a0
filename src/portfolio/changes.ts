import type { Portfolio } from '../../schemas/portfolio.ts'
import { contentValue } from './content.ts'

/** One difference between two versions: a JSON pointer into the later one (into the earlier one for `remove`). */
export interface Change {
  readonly pointer: string
  readonly op: 'add' | 'remove' | 'replace'
  readonly before: unknown
  readonly after: unknown
}

type Node = Readonly<Record<string, unknown>>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** What an element of a list is known by: its id, its source, or else code, section and pointer; null where it has no name. */
function nameOf(item: unknown): string | null {
  if (!isNode(item)) return null
  const { id, source, factId, code, section, pointer } = item
  const name = id ?? source ?? factId ?? [code, section, pointer].filter((part) => typeof part === 'string').join(' ')
  return typeof name === 'string' && name !== '' ? name : null
}

type Members = ReadonlyMap<string, readonly [token: string, value: unknown]>

/** The elements of a list by name where each has one of its own, else by place. */
function elements(list: readonly unknown[]): Members {
  const names = list.map(nameOf)
  const named = names.every((name) => name !== null) && new Set(names).size === names.length
  return new Map(list.map((item, index) => [(named ? names[index] : null) ?? String(index), [String(index), item]]))
}

/** The elements of a list or the keys of an object, each with its pointer token. */
function members(node: Node): Members {
  if (Array.isArray(node)) return elements(node)
  return new Map(Object.entries(node).map(([key, value]) => [key, [key.replaceAll('~', '~0').replaceAll('/', '~1'), value]]))
}

function compare(before: unknown, after: unknown, pointer: string, into: Change[]): void {
  if (before === after) return
  if (!isNode(before) || !isNode(after) || Array.isArray(before) !== Array.isArray(after)) {
    into.push({ pointer, op: 'replace', before, after })
    return
  }
  const [old, current] = [members(before), members(after)]
  for (const [name, [token, value]] of old) {
    if (!current.has(name)) into.push({ pointer: `${pointer}/${token}`, op: 'remove', before: value, after: null })
  }
  for (const [name, [token, value]] of current) {
    const earlier = old.get(name)
    if (earlier) compare(earlier[1], value, `${pointer}/${token}`, into)
    else into.push({ pointer: `${pointer}/${token}`, op: 'add', before: null, after: value })
  }
}

/** The differences between two values of JSON, elements matched by what they are known by. */
export function differencesOf(before: unknown, after: unknown): readonly Change[] {
  const changes: Change[] = []
  compare(before, after, '', changes)
  return changes
}

/** What changed from one version to the next. Elements are matched by id, volatile times are left out. */
export function changesBetween(before: Portfolio, after: Portfolio): readonly Change[] {
  return differencesOf(contentValue(before), contentValue(after))
}
