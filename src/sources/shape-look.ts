import type { Adapter } from '../../adapters/adapter.ts'
import { createBaseline, hasPath } from './drift.ts'
import type { Watched } from './shape.ts'
import { type FieldNode, type Fields, fieldsOf } from './shape-fields.ts'
import { type Inspected, inspect, type Sighting } from './shape-inspect.ts'
import { kindOf } from './shape-kind.ts'
import { looksLike } from './shape-renamed.ts'

/** One reply, or one part of a list, while it is looked at. */
export interface ReplyLook {
  see(value: unknown): void
  /** The changes that the reply shows; null: it had no record. */
  end(): { readonly sightings: readonly Sighting[]; readonly missing: readonly string[] } | null
}

/** The first record is looked at, and of long lists the 16th, the 256th and so on. */
const STRIDE = 16

function isFilledAt(value: unknown, path: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((element) => isFilledAt(element, path))
  const [name, ...rest] = path
  if (name === undefined) return kindOf(value) !== null
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false
  return isFilledAt((value as Readonly<Record<string, unknown>>)[name], rest)
}

const isWithin = (one: string, other: string) => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)

/** Keys of one object or group are told once: by the group that is mandatory, else by the outermost of them. */
function outermost(absent: readonly FieldNode[], missing: readonly string[]): readonly FieldNode[] {
  const mandatory = missing.flatMap((group) => group.split('|'))
  return absent.filter(({ path }) => !mandatory.some((one) => isWithin(one, path)))
}

function absentSightings(found: Inspected, nowhere: readonly string[], fields: Fields, watched: Watched): readonly Sighting[] {
  const { absent, strangers } = found
  const missing = nowhere.filter((group) => !watched.shape.gone.includes(group))
  const gone = new Set([...absent.map(({ path }) => path), ...missing.flatMap((group) => group.split('|'))])
  const taken = new Set<string>()
  const told = (field: string, severity: Sighting['severity']): Sighting => {
    const free = strangers.filter(({ path }) => !taken.has(path))
    const like =
      field
        .split('|')
        .map((path) => looksLike(path, gone, free, fields, watched.shape))
        .find((one) => one !== null) ?? null
    if (like !== null) taken.add(like)
    return { field, kind: like === null ? 'missing' : 'renamed', severity, looksLike: like, code: null }
  }
  const sightings = [
    ...missing.map((group) => told(group, 'breaking')),
    // A key that is not mandatory reads as null (API page, 4.2): what else the record says is used.
    ...outermost(absent, nowhere).map(({ path }) => told(path, 'warning')),
  ]
  const others = strangers.filter(({ path }) => !taken.has(path))
  return [
    ...sightings,
    ...others.map(({ path }): Sighting => ({ field: path, kind: 'new_field', severity: 'info', looksLike: null, code: null })),
  ]
}

/** Looks at a reply in bounded time whatever its length; the mandatory keys are looked for in all of its records, as far as needed. */
export function lookAt(adapter: Pick<Adapter, 'wire' | 'personal' | 'baseline'>, watched: Watched): ReplyLook {
  const [fields, baseline] = [fieldsOf(adapter), createBaseline(adapter.baseline)]
  const found: Inspected = { sightings: [], absent: [], empty: [], strangers: [] }
  let [seen, next] = [0, 1]

  function add({ sightings, absent, empty, strangers }: Inspected): void {
    found.sightings.push(...sightings)
    found.absent.push(...absent)
    found.empty.push(...empty)
    found.strangers.push(...strangers.filter(({ path }) => !found.strangers.some((known) => known.path === path)))
  }
  /** What one record lacks and another one has is no change. */
  function clear(value: unknown): void {
    const still = { absent: found.absent.filter(({ path }) => !hasPath(value, path.split('.'), 0)) }
    found.absent.splice(0, Number.POSITIVE_INFINITY, ...still.absent)
    found.empty.splice(0, Number.POSITIVE_INFINITY, ...found.empty.filter(({ path }) => !isFilledAt(value, path.split('.'))))
  }
  return {
    see(value) {
      seen++
      baseline.see(value)
      if (seen > 1 && (found.absent.length > 0 || found.empty.length > 0)) clear(value)
      if (seen < next) return
      next *= STRIDE
      add(inspect(value, fields, watched, seen === 1))
    },
    end() {
      if (seen === 0) return null
      const nowhere = baseline.missing()
      const missing = nowhere.filter((group) => !watched.shape.gone.includes(group))
      const empty = found.empty.map(
        ({ path }): Sighting => ({ field: path, kind: 'null_rate', severity: 'warning', looksLike: null, code: null }),
      )
      return { sightings: [...found.sightings, ...empty, ...absentSightings(found, nowhere, fields, watched)], missing }
    },
  }
}
