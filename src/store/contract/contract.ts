import { actionsContract } from './actions.ts'
import { copiesContract } from './copies.ts'
import { idempotencyContract } from './idempotency.ts'
import { inboxContract } from './inbox.ts'
import { portfoliosContract } from './portfolios.ts'
import { privacyContract } from './privacy.ts'
import type { Rig } from './rig.ts'
import { shapesContract } from './shapes.ts'

/** The promises of the store, the same for every driver. */
export function storeContract(rig: Rig): void {
  portfoliosContract(rig)
  idempotencyContract(rig)
  inboxContract(rig)
  privacyContract(rig)
  copiesContract(rig)
  shapesContract(rig)
  actionsContract(rig)
}
