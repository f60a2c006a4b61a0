import { randomBytes, randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { adapters } from '../../adapters/index.ts'
import { createApp } from '../../src/app.ts'
import { developmentKey } from '../../src/auth/development.ts'
import { localKeys } from '../../src/auth/keys.ts'
import { createVerifier } from '../../src/auth/verify.ts'
import { createLine, createStanding, type Ground } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { pinoLog } from '../../src/log-pino.ts'
import { promMetrics } from '../../src/metrics.ts'
import { undiciTransport } from '../../src/sources/http-undici.ts'
import type { Store } from '../../src/store/store.ts'
import { memoryCopies, memoryInbox } from '../support/memory-stores.ts'

/*
 * The line without a store: the whole gateway but for the database. Portfolios are made and forgotten; copies and inbox live in memory.
 */

const clock = { now: () => Date.now(), monotonic: () => performance.now() }
const config = readConfig(
  process.env,
  adapters.map((adapter) => adapter.id),
)
const log = pinoLog('silent', { write: () => {} })
const ground: Ground = {
  adapters,
  settings: config.sources.map((source) => source.settings),
  transport: undiciTransport().transport,
  clock,
  log,
  metrics: promMetrics(),
  random: Math.random,
  randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  newId: randomUUID,
  shared: true,
  maxParallel: null,
}
const store = {
  portfolios: {
    open: async (_iin: string, _case: string, candidateId: string) => ({ id: candidateId, latest: null }),
    save: async () => true,
    latest: async () => null,
  },
  copies: memoryCopies(clock.now),
  inbox: memoryInbox(),
  ready: async () => {},
} as unknown as Store
const standing = createStanding(ground)
const { collector, askAll } = createLine(ground, standing, store)
const { jwks } = await developmentKey(config.dataDir)
const app = createApp({
  runtime: 'node',
  clock,
  randomHex: ground.randomHex,
  log,
  metrics: ground.metrics,
  store,
  verifyToken: createVerifier({ keys: localKeys(jwks), issuer: config.issuer, audience: config.audience, clock }),
  collector,
  sources: standing.board,
  askAll,
  deadlineMs: config.deadlineMs,
  production: false,
  stopping: () => false,
})
const server = serve({ fetch: app.fetch, port: config.port, hostname: '127.0.0.1' }, (address) =>
  console.log(JSON.stringify({ port: address.port })),
)
process.on('SIGTERM', () => server.close(() => process.exit(0)))
