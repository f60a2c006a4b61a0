import { createStack } from '../../support/stack.ts'
import { embeddedStore } from '../../support/stores.ts'
import { countingTransport } from '../counting-transport.ts'
import type { Fault, Trial } from '../fault.ts'
import { FEW_SOURCES } from '../store-rig.ts'

/* What happens inside of a process: another one has the same job (P9), its clock jumps (P10). */

const HOUR_MS = 3_600_000
const LIST = 'leadership-reserve'
/** Two processes over one store whose schedules come at the same moment. */
async function twoSchedulers(trial: Trial): Promise<void> {
  const store = await embeddedStore()
  trial.after(() => store.close())
  const counting = await countingTransport(trial)
  const stacks = Array.from({ length: 4 }, () => createStack({ store, sockets: counting.sockets }))
  await Promise.all(stacks.map(({ line }) => line.keeper.tick()))
  const once = counting.asked(LIST)
  const alone = await countingTransport(trial)
  const fresh = await embeddedStore()
  trial.after(() => fresh.close())
  await createStack({ store: fresh, sockets: alone.sockets }).line.keeper.tick()
  trial.holds('O3', once === alone.asked(LIST) && once > 0, `${once} calls of four schedulers, ${alone.asked(LIST)} of one`)
}

/** A gateway whose wall clock can be moved. */
async function movable(trial: Trial) {
  const store = await embeddedStore()
  trial.after(() => store.close())
  let ahead = 0
  const start = Date.parse('2026-11-24T05:00:00Z') - Date.now()
  const clock = { now: () => Date.now() + start + ahead, monotonic: () => performance.now() }
  const counting = await countingTransport(trial)
  const jump = (ms: number) => {
    ahead += ms
  }
  return {
    jump,
    counting,
    stack: createStack({ store, clock, sockets: counting.sockets, environment: { ...FEW_SOURCES, ...counting.with(LIST) } }),
  }
}

/** The wall clock goes forward and back while requests are under way; what waits is measured by the other clock. */
async function jumps(trial: Trial): Promise<void> {
  const { stack, jump, counting } = await movable(trial)
  const claim = { ...stack.government.cast[0]?.claim, caseId: 'jump' }
  const prefer = { prefer: 'wait=4', 'idempotency-key': 'jump' }
  const asking = stack.collect(claim, prefer)
  jump(HOUR_MS)
  const begun = performance.now()
  const first = await asking
  trial.took(performance.now() - begun)
  trial.holds('O2', first.status === 201, `${first.status} while the clock jumps forward`)
  const portfolio = (await first.json()) as { sources: { source: string; outcome: string }[] }
  const late = portfolio.sources.filter(({ outcome }) => outcome === 'unavailable').map(({ source }) => source)
  trial.holds('O1', late.length === 0, `given up because of the clock: ${late.join(', ')}`)
  await stack.line.keeper.tick()
  const before = counting.asked(LIST)
  trial.holds('O3', before > 0, 'the list was not loaded')
  jump(-2 * HOUR_MS)
  const again = await stack.collect(claim, prefer)
  trial.holds('O3', again.headers.get('idempotent-replayed') === 'true', 'a key expired because of the clock')
  await stack.line.keeper.tick()
  trial.holds('O3', counting.asked(LIST) > before, 'a list from the future counts as young until the clock is there')
}

export const processInside: readonly Fault[] = [
  { id: 'P9', promise: 'loads a list once, however many schedulers come at the same moment', play: twoSchedulers },
  { id: 'P10', promise: 'waits by a clock that does not jump, and forgets nothing when the other one does', play: jumps },
]
