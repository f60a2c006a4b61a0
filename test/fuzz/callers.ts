import { generateKeyPairSync, sign } from 'node:crypto'
import { exportJWK } from 'jose'
import { Bin, birthDateOf, Iin, iinFault, impersonal, sexOf } from '../../schemas/identifiers.ts'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { echoedIin, iinRepairs, paddedIin, WireBin, WireDay, WireNumber } from '../../schemas/wire.ts'
import { localKeys } from '../../src/auth/keys.ts'
import { createVerifier } from '../../src/auth/verify.ts'
import { toBytes } from '../../src/cassettes/body.ts'
import { CassetteError } from '../../src/cassettes/cassette-error.ts'
import { parsedCassette } from '../../src/cassettes/folder.ts'
import { readHar } from '../../src/cassettes/har.ts'
import { chooseLanguage } from '../../src/middleware/language.ts'
import { readPreferences } from '../../src/middleware/prefer.ts'
import { gatewayRig } from '../support/gateway-rig.ts'
import type { Parser } from './parser.ts'

/* What callers and developers hand in: bodies, headers, tokens, numbers, archives and cassettes. */

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const never = () => false
const SIGNS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\',
  '\\u0000',
  '\\ud800',
  '"iin":',
  '"__proto__":{}',
  '"a":1,"a":2',
  '[[',
  '{"a":',
  '850312240005',
  '2026-02-30',
  '1e400',
]
/** The rig keeps its lines: a new one now and then. */
const REQUESTS_OF_A_RIG = 500

let rig = gatewayRig()
let requests = 0

function app() {
  if (++requests % REQUESTS_OF_A_RIG === 0) rig = gatewayRig()
  return rig.app
}

/** An answer of ours: never an error of our own, never the body said again. */
async function answered(path: string, init: RequestInit): Promise<unknown> {
  const response = await app().request(path, init)
  if (response.status >= 500) throw new TypeError(`status ${response.status}`)
  const { code = null, errors = null } = (await response.json()) as { code?: string; errors?: unknown }
  // The first claim of a case makes a portfolio, the next one finds it.
  return { status: response.ok ? 'taken' : response.status, code, errors }
}

/** Bodies of `POST /v1/portfolios`, and what the schema makes of them. */
export const body: Parser = {
  name: 'body',
  words: SIGNS,
  largest: 256 * 1024,
  isDeclared: (error) => error instanceof RangeError,
  async read({ bytes }) {
    const headers = { authorization: 'Bearer platform', 'content-type': 'application/json' }
    const said = await answered('/v1/portfolios', { method: 'POST', headers, body: bytes as Uint8Array<ArrayBuffer> })
    if (bytes.length > 256 * 1024) throw new RangeError(JSON.stringify(said))
    return said
  },
}

/** Lines of a header: everything that the middleware reads. */
export const headers: Parser = {
  name: 'headers',
  words: [
    'q=',
    ';q=0.5',
    ',',
    'kk',
    'kz',
    'ru',
    'en',
    '*',
    'wait=',
    'handling=strict',
    '"',
    'W/"a"',
    '=',
    ';',
    'respond-async',
    'application/json',
    '; charset=utf-8',
    'Bearer ',
    'x'.repeat(300),
  ],
  isDeclared: never,
  async read({ bytes }) {
    const lines = Buffer.from(bytes).toString('latin1').split('\n').slice(0, 40)
    const pairs = new Headers({ authorization: 'Bearer platform', 'content-type': 'application/json' })
    for (const line of lines) {
      const [name = '', ...rest] = line.split(':')
      try {
        pairs.set(name, rest.join(':'))
      } catch {
        // What no header can carry does not reach us.
      }
    }
    const language = chooseLanguage(lines[0], lines[1])
    const preferences = readPreferences(lines[2])
    const { waitMs, applied } = preferences
    if (waitMs !== null && (waitMs < 1000 || waitMs > 30_000)) throw new TypeError('a wait out of range')
    if (applied !== null && !/^(?:wait=\d+)?(?:, )?(?:handling=(?:strict|lenient))?$/.test(applied))
      throw new TypeError('words of a caller are applied')
    return [
      language,
      preferences,
      await answered('/v1/portfolios', { method: 'POST', headers: pairs, body: '{}' }),
      await answered('/v1/sources/x', { headers: pairs }),
    ]
  },
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const clock = { now: () => 1_790_000_000_000, monotonic: () => 0 }
const keys = localKeys(JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'own' }] }))
const NAMES = new Set(['platform', 'responsible_person', 'teacher', 'commission', 'department', 'operator', 'auditor'])

/** Tokens: a line each for header, payload and signature; `signed` stands for the right signature. */
export const token: Parser = {
  name: 'token',
  words: [
    ...SIGNS,
    '"alg":"none"',
    '"alg":"HS256"',
    '"kid":"own"',
    '"jwk":{}',
    '"exp":9999999999',
    '"crit":[]',
    '.',
    '\n',
    'signed',
    '"role":"operator"',
  ],
  isDeclared: never,
  async read({ bytes }) {
    const verify = createVerifier({ keys, issuer: 'issuer', audience: 'gateway', clock })
    const [header = '', payload = '', signature = ''] = Buffer.from(bytes).toString('latin1').split('\n')
    const said = [header, payload].map((part) => Buffer.from(part, 'latin1').toString('base64url')).join('.')
    const right = signature === 'signed'
    const last = right ? sign(null, Buffer.from(said), privateKey).toString('base64url') : signature
    const caller = await verify(`${said}.${last}`)
    if (caller && !right) throw new TypeError('a forged token is taken')
    if (caller && !(NAMES.has(caller.role) && caller.sub !== '')) throw new TypeError('a caller that is none')
    await verify(text(bytes))
    return caller
  },
}

/** Numbers of persons and organisations, days and figures as registers write them. */
export const number: Parser = {
  name: 'number',
  words: ['0', '٣', '９', ' ', '.0', '-', 'e3', '85', '0229', '1', '2', '+05:00', '2026-11-24', '24.11.2026'],
  isDeclared: never,
  read({ bytes }) {
    const given = text(bytes)
    const fault = iinFault(given)
    if (fault === null && !(/^[0-9]{12}$/.test(given) && birthDateOf(given) !== null)) throw new TypeError('taken, and no number')
    if (Iin.safeParse(given).success !== (fault === null)) throw new TypeError('two opinions of a number')
    if (fault === null && impersonal(` ${given};`) !== null) throw new TypeError('a number stays in a text')
    const padded = paddedIin(given)
    if (padded !== null && iinFault(padded) !== null) throw new TypeError('repaired to no number')
    const wires = [WireBin, WireDay, WireNumber].map((wire) => wire.safeParse(given).data)
    return [fault, sexOf(given), echoedIin(given), iinRepairs(given), Bin.safeParse(given).success, ...wires]
  },
}

/** HTTP archives of browsers. */
export const har: Parser = {
  name: 'har',
  words: [...SIGNS, '"entries":[]', '"encoding":"base64"', '"status":0', 'https://courses.example/api', '"text":', '"startedDateTime":'],
  isDeclared: (error) => error instanceof CassetteError || error instanceof SyntaxError,
  read: ({ bytes }) => readHar(JSON.parse(text(bytes)), 'courses', 'https://courses.example/api'),
}

/** Cassettes, and the bodies in them. */
export const cassette: Parser = {
  name: 'cassette',
  words: [
    ...SIGNS,
    '"claim":null',
    '"exchanges":[]',
    '"encoding":"windows-1251"',
    '"encoding":"kz-1048"',
    '"base64":"AA=="',
    '"fault":"timeout"',
    '"body":null',
  ],
  isDeclared: (error) => error instanceof CassetteError || error instanceof RangeError,
  read({ bytes }) {
    const { exchanges, claim } = parsedCassette(text(bytes), 'a.json')
    const bodies = exchanges.flatMap(({ request, answer }) => [request.body, 'body' in answer ? answer.body : null])
    return [bodies.map((one) => (one ? [...toBytes(one)].length : null)), PortfolioRequest.safeParse(claim).success]
  },
}
