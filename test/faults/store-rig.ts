import { openPostgresStore, type PostgresOptions } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'
import { storeKeys as keys, systemClock } from '../support/stores-settings.ts'
import type { Trial } from './fault.ts'
import { createLedger, type Ledger } from './ledger.ts'
import type { Cluster } from './postgres.ts'
import { createRig, prefixOf, type Rig } from './rig.ts'

const OTHERS = [
  ...['student-achievements', 'egov-portal', 'population-register', 'employment', 'knowledge-test', 'courses'],
  ...['teacher-achievements', 'experience-generalisation', 'leadership-reserve'],
]

/** Switches off all sources but two. */
export const FEW_SOURCES: Readonly<Record<string, string>> = Object.fromEntries(OTHERS.map((source) => [`${prefixOf(source)}_URL`, '']))

/** The gateway on a store of its own. */
export interface StoreRig extends Rig {
  readonly store: Store
  readonly ledger: Ledger
  /** Waits until the store is ready again, at most 30 s, and tells the trial how long it took. */
  ready(): Promise<void>
  /** Asks for a portfolio, which must be refused as the store does not answer. */
  isRefused(caseId: string): Promise<void>
}

const RECOVERY_MS = 30_000

/** Starts the gateway on this server. */
export async function createStoreRig(
  trial: Trial,
  { url }: Pick<Cluster, 'url'>,
  options: Partial<Pick<PostgresOptions, 'max' | 'migrate'>> = {},
): Promise<StoreRig> {
  const store = await openPostgresStore({ url, keys, clock: systemClock, migrate: false, ...options })
  trial.after(() => store.close())
  return storeRig(trial, store)
}

/** The gateway over any store, with the books of a caller. */
export async function storeRig(trial: Trial, store: Store): Promise<StoreRig> {
  const rig = await createRig(trial, { store, environment: FEW_SOURCES })
  const claims = rig.government.government.cast.map(({ claim }) => claim) as Parameters<typeof createLedger>[1]['claims']
  const excused = ['store.unavailable', 'idempotency.running']
  const ledger = createLedger(trial, { send: rig.stack.send, claims, excused })
  return {
    ...rig,
    ...{ store, ledger },
    async ready() {
      const begun = performance.now()
      while ((await rig.stack.send('GET', '/readyz')).status !== 200) {
        if (performance.now() - begun > RECOVERY_MS) return trial.violated('O5', 'not ready 30 s after the fault')
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      trial.recovered(performance.now() - begun)
    },
    async isRefused(caseId) {
      const { status, headers, problem, ms } = await rig.ask({ caseId })
      trial.detected(ms)
      trial.holds('O2', status === 503 && problem?.code === 'store.unavailable', `${status} ${problem?.code} without a store`)
      trial.holds('O2', headers.has('retry-after'), 'store.unavailable without Retry-After')
    },
  }
}
