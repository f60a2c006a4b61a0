import { TransportFault, type TransportReason } from '../ports.ts'
import { SourceFailure } from './failure.ts'

const DNS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA'])
const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO)/
const PROTOCOL = /^(?:HPE_|UND_ERR_RES_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_INVALID_)/

/** The code of an error or of what caused it; empty where neither has one. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  // undici gives some errors of its parser no code.
  if ('name' in error && error.name === 'HTTPParserError') return 'HPE_UNKNOWN'
  return 'cause' in error ? codeOf(error.cause) : ''
}

function reasonOf(code: string): TransportReason {
  if (DNS.has(code)) return 'dns'
  if (TLS.test(code)) return 'tls'
  return PROTOCOL.test(code) ? 'protocol' : 'connect'
}

/** A client's error as a fault of ours, by its code alone: messages of clients name hosts and paths. */
export function classify(error: unknown): TransportFault {
  const code = codeOf(error)
  return new TransportFault(reasonOf(code), code || 'connection failed')
}

/** The body passed the cap: nothing is gained by asking for the same once more. */
export class TooLarge extends TransportFault {
  constructor() {
    super('protocol', 'body too large')
  }
}

/** The answer; one that is too large is `unreadable`/`protocol` without another attempt. */
export async function capped<Answer>(answering: Promise<Answer>): Promise<Answer> {
  try {
    return await answering
  } catch (error) {
    if (error instanceof TooLarge) throw new SourceFailure({ outcome: 'unreadable', reason: 'protocol' }, 'no', 'too large')
    throw error
  }
}
