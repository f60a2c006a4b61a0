import { mockEnvironment } from './environment.ts'
import { startPretendGovernment } from './listen.ts'

/** `npm run mocks`: the pretend government alone. MOCKS_PORT 8788, MOCKS_SEED, MOCKS_DELAY_MS, MOCKS_PORTAL_DELAY_MS. */
const { HOST, MOCKS_PORT, MOCKS_SEED, MOCKS_DELAY_MS, MOCKS_PORTAL_DELAY_MS } = process.env
const listening = await startPretendGovernment({
  host: HOST || '127.0.0.1',
  port: Number(MOCKS_PORT || 8788),
  seed: MOCKS_SEED || 'demo',
  delayMs: Number(MOCKS_DELAY_MS || 0),
  portalDelayMs: Number(MOCKS_PORTAL_DELAY_MS || 0),
})
console.log(`The pretend government listens on ${listening.url}`)
console.log(`People and scenarios: ${listening.url}/__mock   journal: ${listening.url}/__mock/journal`)
console.log('\nFor the gateway in another terminal:\n')
for (const [key, value] of Object.entries(mockEnvironment(listening.url))) console.log(`export ${key}=${value}`)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => listening.close().then(() => process.exit(0)))
