import { expect, test } from 'vitest'
import type { Adapter } from '../../adapters/adapter.ts'
import { adapters } from '../../adapters/index.ts'
import { CREDENTIAL } from '../../src/cassettes/leaf.ts'
import { createRedactor } from '../../src/cassettes/redactor.ts'
import { claimFor, createPretendLine, pretendGovernment, promisesOf, verdictOf } from '../support/pretend-line.ts'
import { recording, replaying } from '../support/recorded-line.ts'

/** Who replays needs no credentials: those of the recording are fixed words. */
const STRANGER = { user: CREDENTIAL, password: CREDENTIAL, token: CREDENTIAL }
const KEY = new Uint8Array(32).fill(3)

async function recorded(adapter: Adapter, scenario: string) {
  const government = pretendGovernment()
  if (scenario !== 'ok') government.setScenario(adapter.id, scenario)
  const recorder = recording(government, adapter)
  const claim = claimFor(adapter)
  const real = await createPretendLine(recorder.government, adapter).collect(claim, undefined, 700)
  return { government, claim, real, exchanges: recorder.exchanges }
}

async function replayed(adapter: Adapter, scenario: string) {
  const { government, claim, real, exchanges } = await recorded(adapter, scenario)
  const redactor = createRedactor(KEY, adapters)
  const asked = redactor.claim({ ...claim })
  const redacted = redactor.settled(exchanges.map((one) => redactor.exchange(one)))
  const again = await createPretendLine(replaying(government, adapter, redacted), adapter, STRANGER).collect(asked, undefined, 700)
  return { real, again, redactor, claim, redacted }
}

for (const adapter of adapters) {
  test.each(promisesOf(adapter).filter(({ name }) => name !== 'never'))(`keeps what ${adapter.id} comes to under $name`, async ({ name }) => {
    const { real, again } = await replayed(adapter, name)
    expect([...verdictOf(again), again.facts.length, again.rejected.length]).toEqual([...verdictOf(real), real.facts.length, real.rejected.length])
  })
}
