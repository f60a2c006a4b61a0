import { createHmac, generateKeyPairSync, type KeyObject, sign as signWith } from 'node:crypto'
import { exportJWK, type JWTPayload, SignJWT } from 'jose'

/* Tokens that were never issued, written by hand where no library would: each with what is wrong with it. */

const NOW = 1_790_000_000
/** Who issues and for whom, and the time at which it is looked at, seconds since 1970. */
export const ISSUED = { issuer: 'issuer', audience: 'gateway', now: NOW } as const
const GOOD = { iss: ISSUED.issuer, aud: ISSUED.audience, sub: 'somebody', role: 'operator', iat: NOW, nbf: NOW, exp: NOW + 300 }
const HEADER = { alg: 'EdDSA', typ: 'at+jwt', kid: 'own' }

const own = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const encoded = (value: string | Buffer) => Buffer.from(value).toString('base64url')
const json = (value: object) => encoded(JSON.stringify(value))

/** Signed as it stands, whatever the header says. */
function signed(header: string, payload: string, key: KeyObject = own.privateKey): string {
  const text = `${header}.${payload}`
  const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  return `${text}.${encoded(signWith(digest, Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }))}`
}

function byHand(header: object, claims: object = {}, key?: KeyObject): string {
  return signed(json({ ...HEADER, ...header }), json({ ...GOOD, ...claims }), key)
}

function withSecret(header: object, secret: string | Buffer, digest = 'sha256'): string {
  const text = `${json({ ...HEADER, ...header })}.${json(GOOD)}`
  return `${text}.${encoded(createHmac(digest, secret).update(text).digest())}`
}

/** The public keys as the issuer shows them. */
export async function shownKeys(): Promise<string> {
  const keys = { own: own.publicKey, rsa: rsa.publicKey, elliptic: elliptic.publicKey }
  return JSON.stringify({ keys: await Promise.all(Object.entries(keys).map(async ([kid, key]) => ({ ...(await exportJWK(key)), kid }))) })
}

/** A token that is right. */
export function goodToken(claims: JWTPayload = {}): Promise<string> {
  return new SignJWT({ ...GOOD, ...claims }).setProtectedHeader(HEADER).sign(own.privateKey)
}

type Forged = readonly (readonly [what: string, token: string])[]

const pem = (key: KeyObject) => String(key.export({ type: 'spki', format: 'pem' }))
const der = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })

const UNSIGNED: Forged = ['none', 'None', 'NONE', 'nOnE', '', ' none'].flatMap((alg) => [
  [`alg ${alg}, no signature`, `${json({ ...HEADER, alg })}.${json(GOOD)}.`],
  [`alg ${alg}, the right signature`, byHand({ alg })],
])

/** The public key taken for a shared secret. */
const CONFUSED: Forged = [
  ...[pem(rsa.publicKey), pem(rsa.publicKey).trim(), pem(own.publicKey)].map(
    (secret, index) => [`HS256 by a PEM, ${index}`, withSecret({ alg: 'HS256', kid: 'rsa' }, secret)] as const,
  ),
  ...[der(rsa.publicKey), der(own.publicKey)].map(
    (secret, index) => [`HS256 by a DER, ${index}`, withSecret({ alg: 'HS256' }, secret)] as const,
  ),
  ['HS384 by a PEM', withSecret({ alg: 'HS384', kid: 'rsa' }, pem(rsa.publicKey), 'sha384')],
  ['HS512 by a PEM', withSecret({ alg: 'HS512', kid: 'rsa' }, pem(rsa.publicKey), 'sha512')],
  ['HS256 by nothing', withSecret({ alg: 'HS256' }, '')],
  ['EdDSA by a secret', withSecret({}, pem(own.publicKey))],
  ['RS256 under the key of another type', byHand({ alg: 'RS256', kid: 'own' }, {}, rsa.privateKey)],
  ['ES256 under the key of another type', byHand({ alg: 'ES256', kid: 'rsa' }, {}, elliptic.privateKey)],
  ['an algorithm that is not taken', byHand({ alg: 'RS1', kid: 'rsa' }, {}, rsa.privateKey)],
  ['an algorithm that nobody knows', byHand({ alg: 'XX256' })],
  ['no algorithm', byHand({ alg: undefined })],
  ['an algorithm that is a list', byHand({ alg: ['EdDSA'] })],
]

const publicJwk = await exportJWK(stranger.publicKey)
/** A key that the token brings along, signed by it. */
const BROUGHT: Forged = [
  ...(
    [
      { jwk: publicJwk },
      { jku: 'https://keys.invalid/jwks' },
      { x5u: 'https://keys.invalid/cert' },
      { x5c: [encoded(der(stranger.publicKey))] },
    ] as const
  ).flatMap((header) => {
    const [name] = Object.keys(header)
    return [
      [`${name} of a stranger`, byHand(header, {}, stranger.privateKey)],
      [`${name} of a stranger under our key`, byHand({ ...header, kid: 'stranger' }, {}, stranger.privateKey)],
      [`${name} beside the right signature`, byHand(header)],
    ] as const
  }),
  ['crit of what nobody knows', byHand({ crit: ['exp'], exp: NOW + 300 })],
  ['an unencoded payload', byHand({ b64: false, crit: ['b64'] })],
  ['a key of a stranger', byHand({}, {}, stranger.privateKey)],
]

const KIDS: Forged = [
  '../../../dev/null',
  '/dev/null',
  "own' UNION SELECT 'x' --",
  'own\u0000',
  '__proto__',
  'constructor',
  'OWN',
  '',
  'https://keys.invalid',
  '| id',
].map((kid) => [`kid ${JSON.stringify(kid)}`, byHand({ kid }, {}, stranger.privateKey)])

const CLAIMS: Forged = (
  [
    { iss: 'somebody' },
    { iss: undefined },
    { iss: ['issuer'] },
    { iss: 'issuer/' },
    { aud: 'another' },
    { aud: [] },
    { aud: undefined },
    { aud: 'Gateway' },
    { sub: undefined },
    { sub: '' },
    { sub: 1 },
    { sub: 'x'.repeat(256) },
    { exp: NOW - 61 },
    { exp: 0 },
    { exp: undefined },
    { exp: '9999999999' },
    { exp: null },
    { exp: -1 },
    { nbf: NOW + 61 },
    { nbf: 'now' },
    { role: 'root' },
    { role: undefined },
    { role: ['operator'] },
    { role: 'Operator' },
    { role: '__proto__' },
    { iin: '123' },
    { org: '123' },
    { exp: NOW + 300, iat: 'x' },
  ] as const
).map((claims) => [`claims ${JSON.stringify(claims).slice(0, 40)}`, byHand({}, claims)])

const TYPES: Forged = [undefined, '', 'id_token', 'dpop+jwt', 'logout+jwt', 'secevent+jwt', 'jose', 'at', 'application/jose'].map((typ) => [
  `typ ${typ}`,
  byHand({ typ }),
])

const good = byHand({})
const [head = '', body = '', tail = ''] = good.split('.')
const twice = (text: object, key: string, value: string) => encoded(`${JSON.stringify(text).slice(0, -1)},"${key}":${value}}`)
/** Right in itself, and then bent. */
const BENT: Forged = [
  ['a role twice', signed(head, twice(GOOD, 'role', '"platform"'))],
  ['a role twice, once in escapes', signed(head, twice(GOOD, 'r\\u006fle', '"platform"'))],
  ['an issuer twice', signed(head, twice({ ...GOOD, iss: 'x' }, 'iss', '"issuer"'))],
  ['an algorithm twice', signed(twice(HEADER, 'alg', '"EdDSA"'), body)],
  ['a payload of another token', `${head}.${json({ ...GOOD, role: 'platform' })}.${tail}`],
  ['a header of another token', `${json({ ...HEADER, x: 1 })}.${body}.${tail}`],
  ['half a signature', `${head}.${body}.${tail.slice(0, 40)}`],
  ['a longer signature', `${head}.${body}.${tail}AAAA`],
  ['a signature of zeros', `${head}.${body}.${encoded(Buffer.alloc(64))}`],
  ['no signature', `${head}.${body}.`],
  ['two parts', `${head}.${body}`],
  ['four parts', `${good}.${tail}`],
  ['five parts', `${head}.${body}.${tail}.${head}.${tail}`],
  ['a signature of zeros, elliptic', `${json({ ...HEADER, alg: 'ES256', kid: 'elliptic' })}.${body}.${encoded(Buffer.alloc(64))}`],
  ['padding', `${head}=.${body}.${tail}`],
  ['a payload that is no object', signed(head, json([GOOD]))],
  ['a payload that is no JSON', signed(head, encoded('{'))],
  ['a header that is no object', signed(encoded('"EdDSA"'), body)],
  ['a huge one', byHand({}, { more: 'x'.repeat(9000) })],
  ['a deep one', signed(head, encoded(`${JSON.stringify(GOOD).slice(0, -1)},"x":${'['.repeat(3000)}${']'.repeat(3000)}}`))],
  ['dots', '..'],
  ['JSON', JSON.stringify({ payload: body, protected: head, signature: tail })],
]

/** Every token that must not be taken. */
export const FORGED_TOKENS: Forged = [...UNSIGNED, ...CONFUSED, ...BROUGHT, ...KIDS, ...CLAIMS, ...TYPES, ...BENT]
