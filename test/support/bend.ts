import type { Adapter, RawRecord } from '../../adapters/adapter.ts'

/* Ways to bend records, and an adapter that gives bent ones instead of asking. */

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A copy of `value` in which the object that holds the last key of `path` is changed, in every element of lists on the way. */
export function changedAt(value: unknown, path: readonly string[], change: (holder: Node, key: string) => Node): unknown {
  if (Array.isArray(value)) return value.map((item) => changedAt(item, path, change))
  const [key = '', ...rest] = path
  if (!isNode(value)) return value
  if (rest.length === 0) return change(value, key)
  return key in value ? { ...value, [key]: changedAt(value[key], rest, change) } : value
}

const ofValue = (bend: (value: unknown) => unknown) => (record: RawRecord) => ({ ...record, value: bend(record.value) })
const pathOf = (path: string) => path.split('.')

/** Without a key. */
export function without(path: string) {
  const drop = (holder: Node, key: string) => Object.fromEntries(Object.entries(holder).filter(([name]) => name !== key))
  return ofValue((value) => changedAt(value, pathOf(path), drop))
}

/** With a key under another name. */
export function renamed(path: string) {
  const rename = (holder: Node, key: string) =>
    Object.fromEntries(Object.entries(holder).map(([name, value]) => [name === key ? `${name}New` : name, value]))
  return ofValue((value) => changedAt(value, pathOf(path), rename))
}

/** With another value under a key. */
export function withValue(path: string, other: unknown) {
  return ofValue((value) => changedAt(value, pathOf(path), (holder, key) => ({ ...holder, [key]: other })))
}

/** The paths of all leaves of a value, numbers of list elements left out. */
export function leavesOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => leavesOf(item, path)))]
  if (!isNode(value)) return [path]
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, path === '' ? key : `${path}.${key}`))
}

/** The same adapter with these records for an answer: everything after the wire is real. */
export function replaying(adapter: Adapter, records: readonly RawRecord[]): Adapter {
  const { delivery } = adapter
  if (delivery.kind !== 'snapshot') return { ...adapter, delivery: { kind: 'pull', fetch: async () => ({ records }) } }
  let isGiven = false
  async function* load() {
    // A list of several parts has each record in one of them.
    yield isGiven ? [] : records
    isGiven = true
  }
  return { ...adapter, delivery: { ...delivery, load } }
}
