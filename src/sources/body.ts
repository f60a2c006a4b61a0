import type { Verdict } from '../../schemas/source-outcome.ts'
import type { HttpResponse } from '../ports.ts'
import { type Retry, SourceFailure } from './failure.ts'

/** A source may keep us away for so long at the most, milliseconds (fault U11). */
const LONGEST_WAIT_MS = 60_000
/** A page begins so, a well-formed one perhaps after a declaration and comments. */
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*(?:<!doctype\s+html|<html[\s>])/i
const SNIFFED = 512
const latin1 = new TextDecoder('latin1')

function unavailable(
  reason: Extract<Verdict, { outcome: 'unavailable' }>['reason'],
  retry: Retry,
  detail: string,
  waitMs: number | null = null,
): SourceFailure {
  return new SourceFailure({ outcome: 'unavailable', reason }, retry, detail, waitMs)
}

/** An answer that cannot be trusted. */
export function unreadable(reason: Extract<Verdict, { outcome: 'unreadable' }>['reason'], detail: string): SourceFailure {
  return new SourceFailure({ outcome: 'unreadable', reason }, reason === 'protocol' ? 'once' : 'no', detail)
}

/** An answer with more in it than any contract allows: the same in whatever parts it is read. `unreadable`/`protocol`. */
export class TooMuch extends SourceFailure {
  constructor(detail: string) {
    super({ outcome: 'unreadable', reason: 'protocol' }, 'once', detail)
  }
}

/** `Retry-After` in milliseconds from now: seconds or an HTTP date; null where it is neither or lies in the past. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null
  const text = header.trim()
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) - now : Number.NaN
  return Number.isFinite(wait) && wait >= 0 ? Math.min(wait, LONGEST_WAIT_MS) : null
}

/** A page for people where data was asked for, whatever the status says (quirks Q01, Q02). */
export function isHtml({ header, bytes }: HttpResponse): boolean {
  if (/^text\/html\b/i.test(header('content-type') ?? '')) return true
  const start = bytes[0] === 0xef ? 3 : 0
  return HTML.test(latin1.decode(bytes.subarray(start, start + SNIFFED)))
}

/** What a status that is no success means; null: a success. 3xx is never followed and counts as a refusal. */
export function statusFailure({ status, header }: HttpResponse, now: number): SourceFailure | null {
  if (status >= 200 && status < 300) return null
  if (status === 401 || status === 403) return unavailable('auth', 'renew', `status ${status}`)
  if (status === 429) return unavailable('rate_limited', 'yes', 'status 429', retryAfterMs(header('retry-after'), now))
  if (status >= 500) return unavailable('http_5xx', 'yes', `status ${status}`, retryAfterMs(header('retry-after'), now))
  return unavailable('http_4xx', 'no', `status ${status}`)
}

/** What stands before any parsing: a page for people, a status, nothing at all. Throws `SourceFailure`. */
export function checkAnswer(answer: HttpResponse, alsoAccept: readonly number[], now: number): void {
  if (isHtml(answer)) throw unavailable('html', 'yes', `a page, status ${answer.status}`)
  const failure = statusFailure(answer, now)
  if (failure && !alsoAccept.includes(answer.status)) throw failure
  if (!failure && answer.bytes.byteLength === 0) throw unreadable('protocol', 'empty body')
}
