import { randomBytes, randomUUID } from 'node:crypto'
import { adapters } from '../../adapters/index.ts'
import { createLine, createStanding, type Ground } from '../../src/compose.ts'
import { type Environment, readConfig } from '../../src/config.ts'
import { pinoLog } from '../../src/log-pino.ts'
import { promMetrics } from '../../src/metrics.ts'
import type { Transport } from '../../src/ports.ts'
import { memoryCopies, memoryInbox } from '../../src/store/memory.ts'
import type { Store } from '../../src/store/store.ts'
import { createTurns } from '../../src/turns.ts'

const clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** The whole gateway but for the database: portfolios are made and forgotten; copies and inbox live in memory. */
export function memoryLine(environment: Environment, transport: Transport) {
  const config = readConfig(
    environment,
    adapters.map((adapter) => adapter.id),
  )
  const ground = {
    adapters,
    settings: config.sources.map((source) => source.settings),
    transport,
    clock,
    log: pinoLog('silent', { write: () => {} }),
    metrics: promMetrics(),
    random: Math.random,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    newId: randomUUID,
    shared: true,
    maxParallel: null,
    turn: createTurns(clock.monotonic).take,
  } satisfies Ground
  const store = {
    portfolios: {
      open: async (_iin: string, _case: string, candidateId: string) => ({ id: candidateId, latest: null }),
      save: async () => true,
      latest: async () => null,
    },
    copies: memoryCopies(clock.now),
    inbox: memoryInbox(clock.now),
    ready: async () => {},
  } as unknown as Store
  const standing = createStanding(ground)
  return { config, ground, standing, store, line: createLine(ground, standing, store) }
}
