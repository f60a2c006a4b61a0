import { z } from 'zod'
import type { Adapter, PersonalKind } from '../../adapters/adapter.ts'

/** What a key holds: something personal, a credential, what an adapter reads and tells of nobody, or nobody knows what. */
export type Kind = PersonalKind | 'credential' | 'unknown'

/** Keys that show who asks, in any body; in lower case. */
const CREDENTIALS = new Set([
  ...['password', 'username', 'senderid', 'client_id', 'client_secret', 'sessionid'],
  ...['token', 'accesstoken', 'access_token', 'refresh_token', 'kdptoken', 'publickey'],
])
/**
 * What the envelopes of the bus say beside the data: the codec reads it (src/sources/shep-read.ts, shep-inbox.ts), builds it
 * (shep-build.ts), or an error object says by it that a session is over (error-object.ts).
 */
const ENVELOPE = [
  ...['messageId', 'correlationId', 'serviceId', 'messageType', 'messageDate', 'responseDate', 'requestDate', 'notificationDate'],
  ...['status.code', 'messageResult.code', 'errorCode', 'errorDate', 'faultcode', 'deliveryStatus', 'amount', 'updatedValues.code'],
]
/** Personal in every source. */
const EVERYWHERE: readonly (readonly [string, Kind])[] = [
  ['iin', 'number'],
  ['caseId', 'document'],
]

/** The keys of a wire schema with all that they hold, on either side of its transformations. */
function keysOf(schema: unknown, path: string): readonly string[] {
  if (schema instanceof z.ZodPipe) return [...keysOf(schema.in, path), ...keysOf(schema.out, path)]
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return keysOf(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return keysOf(schema.element, path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysOf(option, path))
  if (!(schema instanceof z.ZodObject)) return path === '' ? [] : [path]
  return Object.entries(schema.shape).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
}

/** The keys of an adapter: those of persons, and those that are plain. */
function kindsOf({ personal, wire }: Adapter): readonly ReadonlyMap<string, Kind>[] {
  const { plain = [], ...persons } = personal
  const declared = Object.entries(persons) as [PersonalKind, readonly string[]][]
  const told = declared.flatMap(([kind, keys]) => keys.map((key) => [key, kind] as const))
  return [
    new Map<string, Kind>([...EVERYWHERE, ...told]),
    new Map([...ENVELOPE, ...keysOf(wire, ''), ...plain].map((key) => [key, 'plain'])),
  ]
}

/** No key of a schema has so many steps; what is nested deeper would take for ever. */
const DEEPEST = 8

/** The kind of the longest end of a path that is known. */
function kindIn(kinds: ReadonlyMap<string, Kind>, path: readonly string[]): Kind | undefined {
  for (let from = Math.max(0, path.length - DEEPEST); from < path.length; from++) {
    const kind = kinds.get(path.slice(from).join('.'))
    if (kind) return kind
  }
  return undefined
}

/**
 * What the keys of one source hold, by the path on which a value stands. Persons come first: a surname stays one wherever in the record
 * its key stands, also where the wire schema reads it there.
 */
export function createKinds(adapter: Adapter | undefined): (path: readonly string[]) => Kind {
  const [persons = new Map(), plain = new Map()] = adapter ? kindsOf(adapter) : [new Map(EVERYWHERE)]
  return (path) => {
    const last = path.at(-1)?.toLowerCase() ?? ''
    if (CREDENTIALS.has(last)) return 'credential'
    return kindIn(persons, path) ?? kindIn(plain, path) ?? (last.endsWith('iin') ? 'number' : 'unknown')
  }
}
