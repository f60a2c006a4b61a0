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

function kindsOf({ personal, wire }: Adapter): ReadonlyMap<string, Kind> {
  const declared = Object.entries(personal) as [PersonalKind, readonly string[]][]
  return new Map<string, Kind>([
    ...[...ENVELOPE, ...keysOf(wire, '')].map((key) => [key, 'plain'] as const),
    ...EVERYWHERE,
    ...declared.flatMap(([kind, keys]) => keys.map((key) => [key, kind] as const)),
  ])
}

/** What the keys of one source hold, by the path on which a value stands: the longest end of it that is known says so. */
export function createKinds(adapter: Adapter | undefined): (path: readonly string[]) => Kind {
  const kinds: ReadonlyMap<string, Kind> = adapter ? kindsOf(adapter) : new Map(EVERYWHERE)
  return (path) => {
    const last = path.at(-1)?.toLowerCase() ?? ''
    if (CREDENTIALS.has(last)) return 'credential'
    for (let from = 0; from < path.length; from++) {
      const kind = kinds.get(path.slice(from).join('.'))
      if (kind) return kind
    }
    return last.endsWith('iin') ? 'number' : 'unknown'
  }
}
