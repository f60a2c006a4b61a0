import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { localKeys } from '../../../src/auth/keys.ts'
import { createVerifier } from '../../../src/auth/verify.ts'
import { ConfigError, readConfig } from '../../../src/config.ts'
import { type Transport, TransportFault } from '../../../src/ports.ts'
import { fetchTransport } from '../../../src/sources/http-fetch.ts'
import { undiciTransport } from '../../../src/sources/http-undici.ts'
import { memoryStore } from '../../support/memory-store.ts'
import { createStack } from '../../support/stack.ts'
import { createCounted } from '../counted.ts'
import type { Fault, Trial } from '../fault.ts'
import { FORGED_TOKENS, goodToken, ISSUED, shownKeys } from '../forged.ts'
import { REDIRECTS, REFUSED_ADDRESSES } from '../samples/addresses.ts'

/*
 * Whom the gateway believes: where a source is (C18), who calls (C19), and from where (C28). Addresses of sources come from the settings
 * alone, and the networks of the state are private ones: so no range is refused, but everything that is no address of a source. That a name
 * leads elsewhere after a while (rebinding) is what the certificate of the source is for: production takes no plain HTTP but on its own machine.
 */

/** Ignored by whoever does not know that they must be. */
const FORWARDED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-prefix',
  'x-real-ip',
  'forwarded',
  'via',
  'cf-connecting-ip',
  'true-client-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-original-url',
  'x-rewrite-url',
  'x-original-host',
  'x-http-method-override',
  'x-method-override',
  'x-forwarded-user',
  'x-remote-user',
  'x-ssl-client-s-dn',
]
const SPOOFED = [
  '127.0.0.1',
  '::1',
  '10.0.0.1, 127.0.0.1',
  'localhost',
  'for=127.0.0.1;host=admin;proto=https',
  'DELETE',
  '/v1/sources',
  'CN=admin',
  '203.0.113.77',
]
/** An address of documentation, which stands nowhere else. */
const TELLING = '203.0.113.77'

/** A server that answers as it is told, and counts who comes. */
async function listening(trial: Trial, answer: () => readonly [status: number, headers: Record<string, string>]) {
  let came = 0
  const server = createServer((request, response) => {
    came++
    request.resume()
    response.writeHead(...answer()).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  trial.after(() => server.closeAllConnections())
  trial.after(() => server.close())
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}`, came: () => came }
}

/** Neither of the two ports goes where an answer leads. */
async function staysHere(trial: Trial, transport: Transport): Promise<void> {
  const elsewhere = await listening(trial, () => [200, {}])
  let now: readonly [number, Record<string, string>] = [200, {}]
  const source = await listening(trial, () => now)
  for (const [status, header] of REDIRECTS) {
    now = [status, { [header]: header === 'refresh' ? `0; url=${elsewhere.url}` : elsewhere.url }]
    const request = {
      url: `${source.url}/a`,
      method: 'GET',
      headers: {},
      body: null,
      signal: AbortSignal.timeout(5000),
      maxBytes: 1000,
    } as const
    const answered = await transport(request).then(
      ({ status: came }) => came,
      (error: unknown) => (error instanceof TransportFault ? status : 0),
    )
    trial.holds('O2', answered === status || answered === 302, `${status} is ${answered}`)
  }
  trial.holds('O4', elsewhere.came() === 0, `${elsewhere.came()} connections elsewhere`)
  trial.holds('O1', source.came() === REDIRECTS.length, `${source.came()} calls of ${REDIRECTS.length}`)
}

function isRefused(url: string): boolean {
  const production = {
    NODE_ENV: 'production',
    AUTH_JWKS_FILE: 'a',
    AUTH_ISSUER: 'a',
    AUTH_AUDIENCE: 'a',
    PII_KEY: `${'A'.repeat(43)}=`,
    PII_INDEX_KEY: `${'A'.repeat(43)}=`,
  }
  try {
    readConfig({ ...production, DIPLOMAS_URL: url }, ['diplomas'])
    return false
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.faults.every((fault) => fault.startsWith('DIPLOMAS_URL')) && !error.message.includes(url)
  }
}

/** All that an answer says, but its ids and times. */
async function saidBy(response: Response): Promise<string> {
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
  const text = (await response.text()).replace(
    /"(?:traceId|instance|collectedAt|askedAt|obtainedAt|exchangeId|id|durationMs|at|etag)":("[^"]*"|\d+)/g,
    '',
  )
  return JSON.stringify([response.status, headers, text])
}

export const trust: readonly Fault[] = [
  {
    id: 'C18',
    promise: 'calls the address of its settings, where it may be one at all, and never one that an answer names',
    async play(trial) {
      for (const url of REFUSED_ADDRESSES) trial.holds('O4', isRefused(url), `${url} is taken, or said again`)
      const { transport, close } = undiciTransport()
      trial.after(close)
      await staysHere(trial, transport)
      await staysHere(
        trial,
        fetchTransport((request) => fetch(request)),
      )
    },
  },
  {
    id: 'C19',
    promise: 'takes no forged token, and says the same of all of them',
    async play(trial) {
      const { issuer, audience, now } = ISSUED
      const clock = { now: () => now * 1000, monotonic: () => 0 }
      const verifyToken = createVerifier({ keys: localKeys(await shownKeys()), issuer, audience, clock })
      const stack = createStack({ store: memoryStore(), verifyToken })
      const answers = new Set<string>()
      for (const [what, token] of FORGED_TOKENS) {
        trial.holds('O3', (await verifyToken(token)) === null, `taken: ${what}`)
        const headed = /^[\x21-\x7e]+$/.test(token) ? token : 'x'
        answers.add(await saidBy(await stack.send('GET', '/v1/sources', { token: headed })))
      }
      trial.holds('O2', answers.size === 1 && [...answers][0]?.startsWith('[401') === true, `${answers.size} different answers`)
      const known = await stack.send('GET', '/v1/sources', { token: await goodToken() })
      trial.holds('O5', known.status === 200, `a good token is ${known.status}`)
    },
  },
  {
    id: 'C28',
    promise: 'believes nothing that a header says of where a caller is',
    async play(trial) {
      const counted = createCounted(trial)
      const { send, logged } = counted.stack
      const plain = await saidBy(await send('GET', '/v1/rulebook'))
      const refused = await saidBy(await send('GET', '/v1/sources', { token: 'forged' }))
      for (const name of FORWARDED) {
        for (const value of SPOOFED) {
          const headers = { [name]: value }
          trial.holds('O3', (await saidBy(await send('GET', '/v1/rulebook', { headers }))) === plain, `${name} changes the answer`)
          trial.holds(
            'O3',
            (await saidBy(await send('GET', '/v1/sources', { headers, token: 'forged' }))) === refused,
            `${name} opens a door`,
          )
        }
      }
      const made = await counted.stack.collect(counted.claim(), { 'x-forwarded-host': 'elsewhere.example', host: 'elsewhere.example' })
      trial.holds('O3', made.headers.get('location')?.startsWith('/v1/portfolios/pf_') === true, 'an address of another host')
      trial.holds(
        'O4',
        logged.every((line) => !line.includes(TELLING)),
        'a spoofed address in the log',
      )
      const texts = await Promise.all(globSync('src/**/*.ts').map((path) => readFile(path, 'utf8')))
      trial.holds(
        'O3',
        texts.every((text) => !/x-forwarded|x-real-ip|connecting-ip|getConnInfo|remoteAddress/i.test(text)),
        'something reads it',
      )
      await counted.inspect()
    },
  },
]
