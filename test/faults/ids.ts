import { FAULTS, QUIRKS } from '../../mocks/catalogue.ts'

/*
 * The faults that must have a promise with a test: those of sources and the quirks of the wire have their titles in the catalogue of the
 * pretend government; those of the store, of the process and of callers stand here.
 */

const STORE = {
  D1: 'down at the start',
  D2: 'goes down in the middle of a request',
  D3: 'hangs',
  D4: 'disk full',
  D5: 'deadlock, serialization failure',
  D6: 'no connection free',
  D7: 'failover to a standby',
  D8: 'killed under load',
  D9: 'a migration that fails half-way, two builds at once',
  D10: 'the N-th query fails',
  D11: 'restored to an earlier time',
  D12: 'a stale cache of a Worker',
} as const

const PROCESS = {
  P1: 'killed in the middle of its work',
  P2: 'killed for want of memory',
  P3: 'told to stop under load',
  P4: 'restarts with a sick source',
  P5: 'blocked event loop',
  P6: 'an error that nobody expected',
  P7: 'wrong configuration',
  P8: 'ten times the load',
  P9: 'two schedulers for one job',
  P10: 'the clock jumps',
  P11: 'the limits of Workers',
  P12: 'an isolate is recycled',
} as const

/** Those about manual entries, the console and the audit come with these (C5, C6, C15–C17, C20–C27, C32, C33). */
const CALLER = {
  C1: 'a malformed person number',
  C2: 'a key again with the same body',
  C3: 'a key again with another body or caller',
  C4: 'a hundred twins at once',
  C7: 'an oversized request',
  C8: 'a request byte by byte',
  C9: 'a wrong type, keys twice',
  C10: 'injection of SQL',
  C11: 'injection of XML',
  C12: 'injection into the log',
  C13: 'a path out of the folder',
  C14: 'fields that are not the caller’s to set',
  C18: 'an address of a source that leads elsewhere',
  C19: 'a forged token',
  C28: 'a forged address of the caller',
  C29: 'one request smuggled in another',
  C30: 'a malicious package',
  C31: 'a secret in the repository',
} as const

/** Every fault and quirk by its id, with a short title. */
export const TITLES: Readonly<Record<string, string>> = { ...FAULTS, ...STORE, ...PROCESS, ...CALLER, ...QUIRKS }
