import { changedAt } from '../support/bend.ts'

/** A mutation of one key of a record; null: there is nothing that it could change. */
export type Mutate = (record: unknown, path: string) => unknown

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** What stands at the path in the first element of each list on the way. */
export function valueAt(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => {
    const holder = Array.isArray(at) ? at[0] : at
    return typeof holder === 'object' && holder !== null ? (holder as Readonly<Record<string, unknown>>)[key] : undefined
  }, record)
}

function change(bend: (value: unknown) => readonly (readonly [string, unknown])[] | undefined): Mutate {
  return (record, path) => {
    if (isEmpty(valueAt(record, path))) return null
    return changedAt(record, path.split('.'), (holder, key) => {
      const entries = Object.entries(holder).flatMap(([name, value]) =>
        name === key ? (bend(value) ?? []).map(([end, put]) => [`${name}${end}`, put] as const) : [[name, value] as const],
      )
      return Object.fromEntries(entries)
    })
  }
}

/** The same under another type, where it has one; else something of another type. */
function retyped(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'string') return Number.isFinite(Number(value)) ? Number(value) : 7
  return 'text in its place'
}

/** A value of no use under a type that may be right. */
function senseless(value: unknown): unknown {
  if (typeof value === 'string') return true
  return typeof value === 'object' ? 7 : 'жеті'
}

/** The six mutations, and a second way of giving another type. */
export const mutations = {
  delete: change(() => []),
  rename: change((value) => [['New', value]]),
  retype: change((value) => [['', retyped(value)]]),
  'retype without sense': change((value) => [['', senseless(value)]]),
  null: change(() => [['', null]]),
  nest: change((value) => [['', { value }]]),
  'new enum': change((value) => (typeof value === 'string' || typeof value === 'number' ? [['', 'ZZ_NEW']] : undefined)),
} as const satisfies Readonly<Record<string, Mutate>>
export type Mutation = keyof typeof mutations
