import { expect, test } from 'vitest'
import type { Adapter } from '../../adapters/adapter.ts'
import { adapters } from '../../adapters/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { FACT_KINDS } from '../../src/cassettes/fact-kinds.ts'
import { CREDENTIAL } from '../../src/cassettes/leaf.ts'
import { createRedactor } from '../../src/cassettes/redactor.ts'
import { leftIn, textIn } from '../support/left-in.ts'
import { claimFor, createPretendLine, pretendGovernment, promisesOf, samplePromisesOf, verdictOf } from '../support/pretend-line.ts'
import { recording, replaying } from '../support/recorded-line.ts'

/** Who replays needs no credentials: those of the recording are fixed words. */
const STRANGER = { user: CREDENTIAL, password: CREDENTIAL, token: CREDENTIAL }
const KEY = new Uint8Array(32).fill(3)

/** Short where a source does not answer in time; ample elsewhere, so that a busy machine makes no difference. Milliseconds. */
function patienceFor(adapter: Adapter, scenario: string): number {
  const reason = promisesOf(adapter).find(({ name }) => name === scenario)?.reason ?? null
  return reason === 'timeout' || reason === 'async' ? 700 : 6000
}

async function recorded(adapter: Adapter, scenario: string) {
  const government = pretendGovernment()
  if (scenario !== 'ok') government.setScenario(adapter.id, scenario)
  const recorder = recording(government, adapter)
  const claim = claimFor(adapter)
  const real = await createPretendLine(recorder.government, adapter).collect(claim, undefined, patienceFor(adapter, scenario))
  return { government, claim, real, exchanges: recorder.exchanges }
}

async function replayed(adapter: Adapter, scenario: string) {
  const { government, claim, real, exchanges } = await recorded(adapter, scenario)
  const redactor = createRedactor(KEY, adapters)
  const asked = redactor.claim({ ...claim })
  const redacted = redactor.settled(exchanges.map((one) => redactor.exchange(one)))
  const again = await createPretendLine(replaying(government, adapter, redacted), adapter, STRANGER).collect(
    asked,
    undefined,
    patienceFor(adapter, scenario),
  )
  return { real, again, redactor, claim, redacted, government }
}

/** What is of one run and not of what was answered: ids, instants, hashes, and the order that follows from ids. */
const VOLATILE = [
  'id',
  'exchangeId',
  'payloadHash',
  'obtainedAt',
  'askedAt',
  'asOf',
  'collectedAt',
  'retryAfter',
  'durationMs',
  'attempts',
  'factId',
]

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable).toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !VOLATILE.includes(key))
  return Object.fromEntries(kept.map(([key, item]) => [key, key === 'factIds' ? (item as string[]).length : comparable(item)]))
}

/** The numbers of documents that a portfolio tells: long enough not to occur by chance. */
function documentsIn(portfolio: Portfolio): readonly string[] {
  const told = portfolio.sections.flatMap(({ facts }) => facts.flatMap(({ type, value }) => numbersAt(value, FACT_KINDS[type] ?? {})))
  return told.filter((number) => number.length >= 6)
}

function numbersAt(value: object, kinds: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(value).flatMap(([key, one]) => (kinds[key] === 'document' && typeof one === 'string' ? [one] : []))
}

test.each(adapters)('leaves nobody of the cast in what $id answers about each of them', async (adapter) => {
  const government = pretendGovernment()
  const recorder = recording(government, adapter)
  const line = createPretendLine(recorder.government, adapter)
  const redactor = createRedactor(KEY, adapters)
  for (const { claim } of government.cast) await line.collect(claim, undefined, 6000)
  const text = textIn(recorder.exchanges.map((one) => redactor.exchange(one)))
  expect([recorder.exchanges.length > 0, leftIn(text, government.cast)]).toEqual([true, []])
  expect(leftIn(textIn(recorder.exchanges), government.cast)).not.toEqual([])
})

/** Nothing is recorded of an answer that does not come in time or is larger than any answer may be; the long list is one of others. */
const UNRECORDED = ['never', 'drip', 'huge-body', 'gzip-bomb', 'long-list']

for (const adapter of adapters) {
  test.each(samplePromisesOf(adapter).filter(({ name }) => !UNRECORDED.includes(name)))(
    `keeps what ${adapter.id} comes to under $name`,
    async ({ name }) => {
      const { real, again, redactor, claim, redacted, government } = await replayed(adapter, name)
      expect([...verdictOf(again), again.facts.length, again.rejected.length]).toEqual([
        ...verdictOf(real),
        real.facts.length,
        real.rejected.length,
      ])
      expect(comparable(again.portfolio)).toEqual(comparable(redactor.portfolio(real.portfolio, claim)))
      const text = textIn(redacted)
      expect(leftIn(text, government.cast)).toEqual([])
      expect(documentsIn(real.portfolio).filter((number) => text.includes(number))).toEqual([])
    },
  )
}
