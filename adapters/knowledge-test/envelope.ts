import { z } from 'zod'
import { iinFault } from '../../schemas/identifiers.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { withoutDecimal } from '../../schemas/wire.ts'
import type { HttpCall, Received } from '../adapter.ts'

/** The envelope of the centre; its texts are not read. Its code is a number or a text. */
const Envelope = z.object({ errorCode: z.union([z.number(), z.string()]).nullable(), data: z.unknown().optional() })
const NO_ERROR = /^0*$/
const NOT_FOUND = 'NOT_FOUND'

/** What cannot be trusted to be a whole answer. */
export const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }
const EMPTY: Verdict = { outcome: 'empty', reason: null }

/** What one answer says: its data, with `nothing` as the verdict where the centre says that it has none; or why it cannot be used. */
export type Said = { readonly data: unknown; readonly nothing: Verdict | null } | Verdict

/** A question to the centre. A status 404 with an envelope is an answer (wire formats, 4.5). */
export function question(operation: string, json: Readonly<Record<string, unknown>>): HttpCall {
  return { method: 'POST', path: `/certificate/api/v1/ozp/${operation}`, json, alsoAccept: [404] }
}

/** The four cases of the contract page: data, 404 with `NOT_FOUND`, any other 404, an error of the centre. */
export function readEnvelope({ body, status }: Pick<Received<unknown>, 'body' | 'status'>): Said {
  const envelope = Envelope.safeParse(body)
  const code = envelope.success ? String(envelope.data.errorCode ?? '').trim() : null
  const data = envelope.data?.data
  if (status === 404) return code === NOT_FOUND ? { data, nothing: EMPTY } : { outcome: 'unavailable', reason: 'http_4xx' }
  if (code === null) return PROTOCOL
  return NO_ERROR.test(code) ? { data, nothing: null } : { outcome: 'unavailable', reason: 'remote_error' }
}

/** What stands against an answer that names this person, where `iin` was asked about; null: nothing, or it names nobody. */
export function strangerIn(echo: string | null, iin: string): Verdict | null {
  const named = (echo === null ? null : withoutDecimal(echo).padStart(12, '0')) ?? iin
  if (named === iin) return null
  return iinFault(named) === null ? { outcome: 'foreign', reason: 'subject_mismatch' } : { outcome: 'unreadable', reason: 'drift' }
}
