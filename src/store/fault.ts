import { StoreUnavailable } from './store.ts'

/** A SQLSTATE, or the code of a connection error. */
const CODE = /^[A-Z0-9_]{3,40}$/
const DEEPEST_CAUSE = 5
/**
 * Serialization failure and deadlock: the same statement may succeed now. Of a connection that the server ended while nobody used it
 * (57P01, 57P05) the driver tells only the next one who does, on a new connection that is sound.
 */
const AGAIN = new Set(['40001', '40P01', '57P01', '57P05'])

/**
 * The code of a driver's error. Nothing else may leave the store: message, parameters and detail hold personal data.
 * `unknown` where the error and its causes have none.
 */
export function codeOf(error: unknown): string {
  let cause = error
  for (let depth = 0; depth < DEEPEST_CAUSE && cause instanceof Error; depth++) {
    if ('code' in cause && typeof cause.code === 'string' && CODE.test(cause.code)) return cause.code
    cause = cause.cause
  }
  return 'unknown'
}

/** Whatever failed inside the store as `StoreUnavailable`, without its cause. */
export function toUnavailable(error: unknown): StoreUnavailable {
  return error instanceof StoreUnavailable ? error : new StoreUnavailable(codeOf(error))
}

/** Whether to run the statement again. */
export function isTransient(error: unknown): boolean {
  return AGAIN.has(codeOf(error))
}
