import { createHmac } from 'node:crypto'
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { IIN, ORGANISATION } from '../../test/support/gateway-rig.ts'
import type { VerifyToken } from '../deps.ts'
import { localKeys } from './keys.ts'
import { createVerifier } from './verify.ts'

const T = 1_790_000_000
const good = { iss: 'issuer', aud: 'gateway', sub: 'somebody', role: 'teacher', iin: IIN, iat: T, nbf: T, exp: T + 600 }
const own = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
const rsa = await generateKeyPair('PS256', { extractable: true })
const elliptic = await generateKeyPair('ES256', { extractable: true })
const stranger = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
const jwks = JSON.stringify({
  keys: [
    { ...(await exportJWK(own.publicKey)), kid: 'own' },
    { ...(await exportJWK(rsa.publicKey)), kid: 'rsa' },
    { ...(await exportJWK(elliptic.publicKey)), kid: 'elliptic' },
  ],
})

let now: number
let lookUps: number
let verify: VerifyToken
beforeEach(() => {
  now = T * 1000
  lookUps = 0
  const keys = localKeys(jwks)
  const counted: typeof keys = (header, token) => {
    lookUps++
    return keys(header, token)
  }
  verify = createVerifier({ keys: counted, issuer: 'issuer', audience: 'gateway', clock: { now: () => now, monotonic: () => now } })
})

function token(claims: Record<string, unknown> = {}, header: Partial<JWTHeaderParameters> = {}, key = own.privateKey): Promise<string> {
  return new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'own', ...header }).sign(key)
}
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const unsigned = (header: object) => `${part(header)}.${part(good)}`

describe('a good token', () => {
  test('gives the caller', async () => {
    expect(await verify(await token())).toEqual({ role: 'teacher', sub: 'somebody', iin: IIN, org: null })
    const responsible = await token({ role: 'responsible_person', iin: undefined, org: ORGANISATION, aud: ['other', 'gateway'] })
    expect(await verify(responsible)).toMatchObject({ org: ORGANISATION, iin: null })
  })

  test.each(['JWT', 'jwt', 'AT+JWT', 'application/at+jwt'])('may have the type %s', async (typ) => {
    expect(await verify(await token({}, { typ }))).not.toBeNull()
  })

  test.each(['PS256', 'RS256'])('may be signed with %s', async (alg) => {
    const key = await crypto.subtle.importKey(
      'pkcs8',
      await crypto.subtle.exportKey('pkcs8', rsa.privateKey as CryptoKey),
      { name: alg === 'PS256' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      false,
      ['sign'],
    )
    expect(await verify(await token({}, { alg, kid: 'rsa' }, key))).not.toBeNull()
  })

  test('may be signed with ES256', async () => {
    expect(await verify(await token({}, { alg: 'ES256', kid: 'elliptic' }, elliptic.privateKey))).not.toBeNull()
  })

  test.each([{ exp: T - 59 }, { nbf: T + 59 }])('bears a minute of skew: %j', async (claims) => {
    expect(await verify(await token(claims))).not.toBeNull()
  })
})

describe('a bad token', () => {
  test.each<[string, Record<string, unknown>, Partial<JWTHeaderParameters>]>([
    ['past its time', { exp: T - 61 }, {}],
    ['without an end', { exp: undefined }, {}],
    ['not yet valid', { nbf: T + 61 }, {}],
    ['of another issuer', { iss: 'other' }, {}],
    ['without an issuer', { iss: undefined }, {}],
    ['for another audience', { aud: 'other' }, {}],
    ['without an audience', { aud: undefined }, {}],
    ['without a subject', { sub: undefined }, {}],
    ['with an empty subject', { sub: '' }, {}],
    ['with a role that there is not', { role: 'root' }, {}],
    ['without a role', { role: undefined }, {}],
    ['with a list of roles', { role: ['platform'] }, {}],
    ['with a broken person number', { iin: `${IIN.slice(0, 11)}x` }, {}],
    ['with a broken organisation number', { org: '1' }, {}],
    ['of another type', {}, { typ: 'dpop+jwt' }],
    ['without a type', {}, { typ: undefined as unknown as string }],
    ['of an unknown key', {}, { kid: 'nobody' }],
    ['that names where its key is', {}, { jku: 'https://example.test/jwks' }],
    ['that names its certificate', {}, { x5u: 'https://example.test/cert' }],
  ])('is refused: %s', async (_, claims, header) => {
    expect(await verify(await token(claims, header))).toBeNull()
  })

  test('is refused when a stranger signed it, with the key inside or not', async () => {
    expect(await verify(await token({}, {}, stranger.privateKey))).toBeNull()
    const jwk = await exportJWK(stranger.publicKey)
    expect(await verify(await token({}, { jwk }, stranger.privateKey))).toBeNull()
    expect(await verify(await token({}, { jwk: await exportJWK(own.publicKey) }))).toBeNull()
  })

  test('is refused without a signature, whatever it calls that', async () => {
    for (const alg of ['none', 'None', 'NONE', '']) {
      for (const signature of ['', '.', '.AAAA']) expect(await verify(unsigned({ alg, typ: 'JWT' }) + signature)).toBeNull()
    }
  })

  test('is refused when a public key serves as the secret', async () => {
    const secrets = [await exportSPKI(own.publicKey), JSON.stringify(await exportJWK(own.publicKey)), jwks, '']
    for (const secret of secrets) {
      const input = unsigned({ alg: 'HS256', typ: 'JWT', kid: 'own' })
      const signature = createHmac('sha256', secret).update(input).digest('base64url')
      expect(await verify(`${input}.${signature}`)).toBeNull()
    }
  })

  test('is refused when it demands an extension', async () => {
    const input = unsigned({ alg: 'EdDSA', typ: 'JWT', kid: 'own', crit: ['b64'], b64: true })
    const signature = await crypto.subtle.sign('Ed25519', own.privateKey as CryptoKey, Buffer.from(input))
    expect(await verify(`${input}.${Buffer.from(signature).toString('base64url')}`)).toBeNull()
  })

  test('is refused when it is changed, huge or no token at all', async () => {
    const [header, , signature] = (await token()).split('.')
    expect(await verify(`${header}.${part({ ...good, role: 'platform' })}.${signature}`)).toBeNull()
    expect(await verify(await token({ more: 'x'.repeat(8192) }))).toBeNull()
    for (const text of ['', 'x', 'a.b.c', 'a.b.c.d.e', '{}']) expect(await verify(text)).toBeNull()
  })
})

describe('the memory of tokens', () => {
  test('spares a second look, for a minute', async () => {
    const known = await token()
    await verify(known)
    await verify(known)
    expect(lookUps).toBe(1)
    now += 60_000
    expect(await verify(known)).not.toBeNull()
    expect(lookUps).toBe(2)
  })

  test('never outlives the token', async () => {
    const brief = await token({ exp: T + 5 })
    await verify(brief)
    now = (T + 66) * 1000
    expect(await verify(brief)).toBeNull()
  })

  test('keeps no refusal', async () => {
    const early = await token({ nbf: T + 100 })
    expect(await verify(early)).toBeNull()
    now = (T + 100) * 1000
    expect(await verify(early)).not.toBeNull()
  })
})
