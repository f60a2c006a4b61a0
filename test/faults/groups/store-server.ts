import type { Fault, Trial } from '../fault.ts'
import { startGatewayProcess } from '../gateway-process.ts'
import { createCluster, hasPostgres, startCluster } from '../postgres.ts'
import { canMount, mounted } from '../small-disk.ts'
import { createStoreRig } from '../store-rig.ts'

/* What can become of the server of the store, D2–D4, D8: it goes, hangs, has no room, is killed. Writes are under way meanwhile. */

const PORTFOLIOS = 8
const CALLERS = 6
/** More than a full disk takes. */
const FILLING = 60

/** The server goes this way in the middle of writes, at a random point, and comes back: nothing acknowledged is lost or doubled. */
async function goes(trial: Trial, how: 'immediate' | 'kill'): Promise<void> {
  const cluster = await startCluster(trial)
  const rig = await createStoreRig(trial, cluster)
  const at = 1 + Math.floor(trial.random() * PORTFOLIOS * 2)
  const gone = Promise.withResolvers<void>()
  const writing = rig.ledger.write(PORTFOLIOS, CALLERS, (count) => {
    // The others are under way: somewhere between a first statement and an answer.
    if (count === at) setTimeout(() => cluster.stop(how).then(gone.resolve, gone.reject), trial.random() * 15)
  })
  await Promise.all([writing, gone.promise])
  await rig.isRefused(`down-${trial.seed}`)
  await cluster.start()
  await rig.ready()
  await rig.ledger.settle()
  trial.holds('O3', (await rig.ledger.verify()) >= at, 'lost: fewer answers than there were')
  await rig.inspect()
}

const isPlayable = hasPostgres

export const storeServer: readonly Fault[] = [
  {
    id: 'D1',
    promise: 'starts without its server, says that it is not ready, and is when the server comes',
    isPlayable,
    async play(trial) {
      const cluster = await createCluster(trial)
      const gateway = await startGatewayProcess(trial, { environment: { DATABASE_URL: cluster.url } })
      const status = async (path: string) => (await gateway.send('GET', path)).status
      trial.holds('O2', (await status('/healthz')) === 200, 'not alive without its server')
      trial.holds('O2', (await status('/readyz')) === 503, 'ready without its server')
      const refused = await gateway.collect(`early-${trial.seed}`)
      trial.holds('O2', refused.status === 503, `${refused.status} without its server`)
      await cluster.start()
      await gateway.ready()
      trial.holds('O5', (await gateway.collect(`then-${trial.seed}`)).status === 201, 'no portfolio when the server is there')
      trial.holds('O1', gateway.isRunning(), 'the process has ended')
      gateway.inspect()
    },
  },
  {
    id: 'D2',
    promise: 'refuses writes and reads while the server is gone, and keeps every acknowledged write, once',
    isPlayable,
    play: (trial) => goes(trial, 'immediate'),
  },
  {
    id: 'D3',
    promise: 'refuses within its limits while the server hangs, and goes on when it does',
    isPlayable,
    async play(trial) {
      const cluster = await startCluster(trial)
      const rig = await createStoreRig(trial, cluster)
      await rig.ledger.write(2, 2)
      cluster.signal('SIGSTOP')
      await Promise.all(Array.from({ length: 20 }, (_, index) => rig.isRefused(`hung-${index}`)))
      cluster.signal('SIGCONT')
      await rig.ready()
      await rig.ledger.write(4, 4)
      await rig.ledger.verify()
      await rig.inspect()
    },
  },
  {
    id: 'D4',
    promise: 'refuses when the disk is full, loses nothing, and goes on when there is room again',
    isPlayable: () => hasPostgres() && canMount(),
    async play(trial) {
      const disk = mounted(trial, '64m')
      const cluster = await startCluster(trial, { within: disk.folder })
      const rig = await createStoreRig(trial, cluster)
      await rig.ledger.write(2, 2)
      const free = disk.fill()
      await rig.ledger.write(FILLING, CALLERS)
      await rig.isRefused(`full-${trial.seed}`)
      free()
      // A server that could not write its log has ended, and whoever runs it starts it again.
      if (!cluster.isRunning()) await cluster.start()
      await rig.ready()
      await rig.ledger.settle()
      await rig.ledger.verify()
      await rig.inspect()
    },
  },
  {
    id: 'D8',
    promise: 'keeps every acknowledged write, once, when the server is killed under load',
    isPlayable,
    play: (trial) => goes(trial, 'kill'),
  },
]
