import type { Portfolio } from '../../../schemas/portfolio.ts'
import { createStack, type Stack } from '../../support/stack.ts'
import { embeddedStore } from '../../support/stores.ts'
import { type FailingStore, openFailingStore } from '../failing-store.ts'
import type { Fault, Trial } from '../fault.ts'
import { prefixOf } from '../rig.ts'

/* D10: the N-th query fails, for every N; D12: nothing about who may read is remembered anywhere. */

/** One source of each way of delivery: asked at once, from a copied list, and by an inbox, which takes its time. */
const WITHOUT = ['education-quality', 'population-register', 'employment', 'knowledge-test', 'courses', 'student-achievements']
const MORE = ['teacher-achievements', 'experience-generalisation']
const without = (...sources: readonly string[]) => Object.fromEntries(sources.map((source) => [`${prefixOf(source)}_URL`, '']))
const THREE_SOURCES = without(...WITHOUT, ...MORE)
const TWO_SOURCES = without(...WITHOUT, ...MORE, 'egov-portal')
/** After this no reservation holds any more: the budget of a request and its grace, milliseconds. */
const LEASE_MS = 20_000
/** More queries than the whole use case has. */
const MOST = 200

interface Sweep {
  readonly stack: Stack
  readonly failing: FailingStore
  pass(ms: number): void
}

async function sweeping(trial: Trial): Promise<Sweep> {
  let ahead = 0
  const clock = { now: () => Date.now() + ahead, monotonic: () => performance.now() }
  const failing = await openFailingStore(trial, clock)
  const stack = createStack({ store: failing.store, environment: trial.strict ? THREE_SOURCES : TWO_SOURCES, government: { slowMs: 1 } })
  return {
    ...{ stack, failing },
    pass(ms) {
      ahead += ms
    },
  }
}

/** Nobody is asked to type what a source did not say, also where it was our own store that failed. */
function holdsHonest(trial: Trial, { sources, gaps }: Portfolio, at: string): void {
  const silent = sources.filter(({ outcome }) => outcome === 'unavailable').map(({ source }) => source)
  const typed = gaps.filter(({ manualEntry, sources: from }) => manualEntry && from.some((source) => silent.includes(source)))
  trial.holds('O3', typed.length === 0, `${at}: a human is asked to type what was not said`)
}

/** One write under a key, again until it is answered: each refusal honest. */
async function written(trial: Trial, { stack, failing, pass }: Sweep, claim: object, key: string, at: string): Promise<string> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const answer = await stack.collect(claim, { 'idempotency-key': key })
    const text = await answer.text()
    if (answer.ok) {
      holdsHonest(trial, JSON.parse(text) as Portfolio, at)
      return text
    }
    failing.failAt(0, 'unsent')
    const { code } = JSON.parse(text) as { code: string }
    trial.holds('O2', ['store.unavailable', 'idempotency.running'].includes(code), `${at}: ${answer.status} ${code}`)
    pass(LEASE_MS)
  }
  trial.violated('O5', `${at}: not answered at the third attempt`)
  return '{}'
}

/** Makes a portfolio, changes it, reads it, with one failing query; the number of queries. */
async function useCase(trial: Trial, sweep: Sweep, n: number, how: 'unsent' | 'answer lost'): Promise<number> {
  const { stack, failing } = sweep
  const at = `query ${n}, ${how}`
  const name = `n-${n}-${how === 'unsent' ? 'u' : 'l'}`
  const person = stack.government.cast.filter(({ claim }) => claim.post === 'teacher')[0]
  const claim = { ...person?.claim, caseId: name, claimedCategory: 'expert' }
  const count = failing.failAt(n, how)
  const first = await written(trial, sweep, claim, `${name}-1`, at)
  const second = await written(trial, sweep, { ...claim, claimedCategory: 'researcher' }, `${name}-2`, at)
  const { id } = JSON.parse(first) as { id: string }
  const reading = await stack.send('GET', `/v1/portfolios/${id}`)
  trial.holds('O2', [200, 503].includes(reading.status), `${at}: ${reading.status} for a reader`)
  const queries = count()
  failing.failAt(0, 'unsent')
  trial.holds('O3', (await written(trial, sweep, claim, `${name}-1`, at)) === first, `${at}: lost: the first answer`)
  const latest = await (await stack.send('GET', `/v1/portfolios/${id}`)).text()
  trial.holds('O3', latest === second, `${at}: lost: the second answer`)
  const { items } = (await (await stack.send('GET', `/v1/portfolios/${id}/history`)).json()) as { items: { version: number }[] }
  const versions = items.map(({ version }) => version).join()
  trial.holds('O3', versions === '2,1', `${at}: versions ${versions}`)
  return queries
}

/** Every N, until the use case has no more queries. */
async function sweepAll(trial: Trial): Promise<void> {
  const sweep = await sweeping(trial)
  for (const how of ['unsent', 'answer lost'] as const) {
    for (let n = 1; n < MOST; n++) {
      const begun = performance.now()
      const queries = await useCase(trial, sweep, n, how)
      trial.took(performance.now() - begun)
      if (queries < n) break
      trial.holds('O3', n < MOST - 1, 'the use case does not end')
    }
  }
}

/** Another school claims the teacher at one isolate: the other isolate knows it at once. */
async function staleGrants(trial: Trial): Promise<void> {
  const store = await embeddedStore()
  trial.after(() => store.close())
  const [here, there] = [1, 2].map(() => createStack({ store, worker: true, environment: THREE_SOURCES, government: { slowMs: 1 } }))
  if (!here || !there) return
  const { claim } = here.government.cast[0] ?? {}
  const [former, next] = ['000140000002', '000240000006']
  const { id } = (await (await here.collect({ ...claim, organisationBin: former })).json()) as { id: string }
  const statusOf = async (bin: string) => (await there.send('GET', `/v1/portfolios/${id}`, { token: `responsible_person:${bin}` })).status
  trial.holds('O3', (await statusOf(former)) === 200, 'the school of the claim may not read')
  await here.collect({ ...claim, organisationBin: next })
  const begun = performance.now()
  trial.holds('O4', (await statusOf(former)) === 404, 'a stale grant: the former school may still read')
  trial.holds('O3', (await statusOf(next)) === 200, 'the new school may not read')
  trial.took(performance.now() - begun)
}

export const storeQueries: readonly Fault[] = [
  { id: 'D10', promise: 'keeps every promise of storing, whichever query fails, before or after it is done', play: sweepAll },
  { id: 'D12', promise: 'decides who may read by the store at each request, on every isolate', play: staleGrants },
]
