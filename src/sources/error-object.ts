import type { HttpResponse } from '../ports.ts'
import { SourceFailure } from './failure.ts'

const LARGEST = 4096
const decoder = new TextDecoder()

/** Whether a failing answer says that the session is over: that says more than its status (API page, 4.2). */
export function isSessionOver({ status, bytes }: HttpResponse): boolean {
  return status >= 400 && bytes.byteLength < LARGEST && decoder.decode(bytes).includes('"authorizationFailed"')
}

/** An answer that says nothing but that it failed: `type` and `description`, both text. */
function isErrorObject(value: unknown): value is { readonly type: string } {
  if (typeof value !== 'object' || value === null || !('type' in value && 'description' in value)) return false
  return typeof value.type === 'string' && typeof value.description === 'string' && Object.keys(value).length === 2
}

/** Hands an answer on, unless it is an error object under a good status (quirk Q03): a session that is over, or the source's own error. */
export function checkErrorObject(value: unknown): unknown {
  if (!isErrorObject(value)) return value
  if (value.type === 'authorizationFailed') {
    throw new SourceFailure({ outcome: 'unavailable', reason: 'auth' }, 'renew', 'authorisation failed')
  }
  throw new SourceFailure({ outcome: 'unavailable', reason: 'remote_error' }, 'once', 'error object')
}
