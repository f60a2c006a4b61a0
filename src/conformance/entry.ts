import { randomUUID } from 'node:crypto'
import { adapters } from '../../adapters/index.ts'
import { binFault, iinFault } from '../../schemas/identifiers.ts'
import { ConfigError, type Environment, prefixOf, readConfig } from '../config.ts'
import { settingsOf } from '../settings-files.ts'
import { benchOf } from './bench-of.ts'
import { checkConformance, type Report } from './report.ts'
import type { Fetch } from './witness.ts'

export { reportLines } from './print.ts'
export type { Report } from './report.ts'

/** What is to be looked at. The credentials and the person come by the environment: arguments are seen by everybody on the machine. */
export interface Wish {
  readonly source: string
  /** Null: `<ID>_URL`. */
  readonly url: string | null
  /** Null: `CONFORMANCE_IIN`. */
  readonly iin: string | null
  readonly environment: Environment
  readonly fetch: Fetch
}

/** The report, or why there is none; `config`: names of keys, never values. */
export type Outcome =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'no_such_source' | 'no_server' | 'bad_iin' }
  | { readonly kind: 'config'; readonly faults: readonly string[] }

/** Keys beside the block of the source. */
const GENERAL = ['NCANODE_URL', 'DEADLINE_MS']
const clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** The block of one source: what else the environment holds is none of our concern. */
function blockOf(prefix: string, { url, environment }: Wish): Environment {
  const own = Object.entries(environment).filter(([key]) => key.startsWith(prefix) || GENERAL.includes(key))
  return { ...Object.fromEntries(own), ...(url !== null && { [`${prefix}URL`]: url }) }
}

/** Whom to ask about; null where a number is none. */
function whomIn({ iin, environment }: Wish) {
  const { CONFORMANCE_IIN, CONFORMANCE_BIN, CONFORMANCE_KDP_TOKEN: token, CONFORMANCE_PUBLIC_KEY } = environment
  const [person, organisationBin] = [iin ?? (CONFORMANCE_IIN || null), CONFORMANCE_BIN || null]
  if (person !== null && iinFault(person) !== null) return null
  if (organisationBin !== null && binFault(organisationBin) !== null) return null
  return { iin: person, organisationBin, consent: token ? { token, publicKey: CONFORMANCE_PUBLIC_KEY || null } : null }
}

/** Looks at the server of a source (contract page, A to D). */
export async function conformance(wish: Wish): Promise<Outcome> {
  const adapter = adapters.find(({ id }) => id === wish.source)
  if (!adapter) return { kind: 'no_such_source' }
  const whom = whomIn(wish)
  if (!whom) return { kind: 'bad_iin' }
  try {
    const config = readConfig(blockOf(prefixOf(adapter.id), wish), [adapter.id])
    const [settings] = config.sources.map(settingsOf)
    if (!settings?.url) return { kind: 'no_server' }
    const ground = { adapter, settings, whom, clock, newId: randomUUID, fetch: wish.fetch, waitMs: config.deadlineMs }
    return { kind: 'report', report: await checkConformance(benchOf(ground)) }
  } catch (error) {
    if (error instanceof ConfigError) return { kind: 'config', faults: error.faults }
    throw error
  }
}
