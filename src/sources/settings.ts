import type { SourceId } from '../../schemas/section.ts'
import type { DailyWindow } from './maintenance.ts'

/** How one source is reached: its block of the environment (`<ID>_…`), parsed. */
export interface SourceSettings {
  readonly id: SourceId
  /** Base URL without a trailing slash; null: the source is switched off (`not_asked`/`not_configured`). */
  readonly url: string | null
  readonly user: string
  readonly password: string
  readonly token: string
  /** For all attempts of one ask together, milliseconds. */
  readonly timeoutMs: number
  /** Calls in flight at once. */
  readonly concurrency: number
  /** Calls per second; null: no limit of our own. */
  readonly ratePerSecond: number | null
  /** `required`: not asked without a consent token. */
  readonly consent: 'optional' | 'required'
  /** `responseInfo/status/code` values that mean success. */
  readonly successCodes: readonly string[]
  readonly sign: 'none' | 'rsa' | 'ncanode'
  /** PEM texts (read from the files by the entry). */
  readonly signKey: string | null
  readonly signCert: string | null
  readonly verifyCert: string | null
  readonly ncanodeUrl: string | null
  /** First interval between two polls of an inbox, milliseconds. */
  readonly pollMs: number
  /** How old a local copy may be before it is renewed, seconds; null: as its adapter says. */
  readonly copySeconds: number | null
  /** Looked after when nobody has asked for so long, seconds; 0: never. */
  readonly probeSeconds: number
  /** When the owner has announced to work on it, every day. */
  readonly maintenance: readonly DailyWindow[]
}
