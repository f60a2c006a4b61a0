import { serve } from '@hono/node-server'
import { createApp } from '../../src/app.ts'
import { developmentKey } from '../../src/auth/development.ts'
import { localKeys } from '../../src/auth/keys.ts'
import { createVerifier } from '../../src/auth/verify.ts'
import { openDoor } from '../../src/door.ts'
import { createReadBudgets } from '../../src/read-budget.ts'
import { undiciTransport } from '../../src/sources/http-undici.ts'
import { noTurns } from '../../src/turns.ts'
import { memoryLine } from './memory-line.ts'

/* The line without a store as a process. */

const { config, ground, standing, store, line } = memoryLine(process.env, undiciTransport().transport)
const { clock, log, metrics, randomHex } = ground
const { jwks } = await developmentKey(config.dataDir)
const app = createApp({
  runtime: 'node',
  clock,
  randomHex,
  log,
  metrics,
  store,
  verifyToken: createVerifier({ keys: localKeys(jwks), issuer: config.issuer, audience: config.audience, clock }),
  collector: line.collector,
  sources: standing.board,
  drift: line.shapes,
  actions: line.actions,
  askAll: line.askAll,
  door: openDoor,
  turn: ground.turn,
  slip: noTurns,
  reads: createReadBudgets({}, clock.monotonic, ''),
  deadlineMs: config.deadlineMs,
  production: false,
  stopping: () => false,
})
const server = serve({ fetch: app.fetch, port: config.port, hostname: '127.0.0.1' }, (address) =>
  console.log(JSON.stringify({ port: address.port })),
)
process.on('SIGTERM', () => server.close(() => process.exit(0)))
