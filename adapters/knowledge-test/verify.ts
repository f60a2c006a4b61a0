import { z } from 'zod'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { echoedIin, WireBoolean, WireText } from '../../schemas/wire.ts'
import type { HttpCall, Received } from '../adapter.ts'
import { PROTOCOL, question, readEnvelope, strangerIn } from './envelope.ts'
import { certificateKey } from './normalise.ts'
import { AttemptWire } from './wire.ts'

/** A certificate that somebody shows. */
export interface Certificate {
  readonly certificateNo: string
  readonly iin: string
}
/** What the centre says of it, with the attempt that it stands for; or why nothing can be said. */
export type Verified =
  | { readonly certificate: 'valid' | 'not_valid'; readonly attempt: AttemptWire | null }
  | { readonly certificate: 'not_known' | 'of_another_person' }
  | Verdict

const Answer = z.object({ certificateNo: WireText, valid: WireBoolean, attempt: AttemptWire.nullish(), iin: z.unknown().optional() })

/** The question of the commission (Rules, p. 62). */
export function verifyCall({ certificateNo, iin }: Certificate): HttpCall {
  return question('verify', { certificateNo, iin })
}

/** Reads its answer. Only a plain `valid` about this very certificate makes it valid; an annulled attempt never does. */
export function readVerified(answer: Pick<Received<unknown>, 'body' | 'status'>, { certificateNo, iin }: Certificate): Verified {
  const said = readEnvelope(answer)
  if ('outcome' in said) return said
  if (said.nothing) return { certificate: 'not_known' }
  const read = Answer.safeParse(said.data)
  if (!read.success || read.data.valid === null) return PROTOCOL
  const { valid, attempt = null } = read.data
  const stranger = strangerIn(echoedIin(read.data.iin), iin)
  if (stranger) return stranger.outcome === 'foreign' ? { certificate: 'of_another_person' } : stranger
  const named = [read.data.certificateNo, attempt?.certificateNo ?? null].filter((number) => number !== null)
  const isAbout = named.length > 0 && named.every((number) => certificateKey(number) === certificateKey(certificateNo))
  if (!isAbout) return PROTOCOL
  return { certificate: valid && attempt?.annulled !== true ? 'valid' : 'not_valid', attempt }
}
