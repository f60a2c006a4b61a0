import type { Claim } from '../../mocks/cast/person.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { openPgliteStore } from '../../src/store/pglite.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { systemClock as clock, storeKeys as keys } from '../support/stores-settings.ts'

/** A portfolio that stands in the store before the first request. */
export interface Known {
  readonly claim: Claim
  readonly id: string
  readonly etag: string
  readonly gaps: readonly string[]
  /** One of its sources always answers about somebody else: `handling=strict` must end in 503. */
  readonly sick: boolean
}

/** The whole gateway with what is in it. */
export interface World {
  readonly stack: Stack
  readonly known: readonly Known[]
  readonly editions: readonly string[]
  /** Takes back what operators have ordered: no other operation is to find a source that is paused. */
  restore(): Promise<void>
}

const PEOPLE = ['expert-complete', 'expert-without-diploma', 'moderator-rural', 'teacher-first-year', 'expert-missing-year']
const SICK = 'expert-missing-year'

async function collected(stack: Stack, claim: Claim, sick: boolean): Promise<Known> {
  const answer = await stack.collect(claim)
  if (answer.status !== 201) throw new Error(`the world could not be made: ${answer.status}`)
  const { id, gaps } = (await answer.json()) as Portfolio
  return { claim, id, etag: answer.headers.get('etag') ?? '', gaps: gaps.map((gap) => gap.id), sick }
}

/** PGlite in memory, the pretend government in this process, and five teachers collected. */
export async function createWorld(): Promise<World> {
  const store = await openPgliteStore({ dataDir: null, keys, clock })
  const stack = createStack({ store, environment: { EGOV_PORTAL_POLL_MS: '200' } })
  const people = stack.government.cast.filter(({ archetype }) => PEOPLE.includes(archetype))
  const known: Known[] = []
  for (const { archetype, iin, claim } of people) {
    const sick = archetype === SICK
    if (sick) stack.government.setScenario('diplomas', 'wrong-person', { person: iin })
    known.push(await collected(stack, claim, sick))
  }
  const list = (await (await stack.send('GET', '/v1/rulebook')).json()) as { items: { id: string }[] }
  async function restore() {
    await stack.send('POST', '/v1/sources/diplomas/resume', { token: 'operator', body: { reason: 'restored' } })
    await stack.send('POST', '/v1/sources/diplomas/breaker', { token: 'operator', body: { state: 'auto', reason: 'restored' } })
  }
  return { stack, known, editions: list.items.map(({ id }) => id), restore }
}
