import { exportJWK, generateKeyPair, type JWTVerifyGetKey } from 'jose'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { localKeys, remoteKeys } from './keys.ts'

const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'own', alg: 'EdDSA' }] })
const look = (keys: JWTVerifyGetKey, kid: string) => keys({ alg: 'EdDSA', kid }, { payload: '', signature: '' })

let fetches: number
let answers: boolean
let now: number
let keys: JWTVerifyGetKey
beforeEach(() => {
  fetches = 0
  answers = true
  now = 0
  const fetch = async () => {
    fetches++
    return answers ? new Response(jwks) : new Response('', { status: 503 })
  }
  keys = remoteKeys(new URL('https://issuer.test/jwks'), { clock: { now: () => now, monotonic: () => now }, fetch })
})
afterEach(() => vi.useRealTimers())

test('finds a key of the issuer and fetches once', async () => {
  expect(await look(keys, 'own')).toBeDefined()
  expect(await look(keys, 'own')).toBeDefined()
  expect(fetches).toBe(1)
})

test('does not fetch for every unknown key id', async () => {
  for (let round = 0; round < 20; round++) await expect(look(keys, `unknown-${round}`)).rejects.toThrow()
  expect(fetches).toBe(1)
})

test('holds on to the last keys while the issuer is silent, and asks it once a minute', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  await look(keys, 'own')
  answers = false
  vi.setSystemTime(3_600_000)
  for (let round = 0; round < 5; round++) expect(await look(keys, 'own')).toBeDefined()
  expect(fetches).toBe(2)
  now = 60_000
  expect(await look(keys, 'own')).toBeDefined()
  expect(fetches).toBe(3)
})

test('refuses while the issuer has never answered', async () => {
  answers = false
  await expect(look(keys, 'own')).rejects.toThrow()
})

test.each(['', '{', '[]', '{"keys":[]}', '{"keys":[{}]}'])('refuses %j as a JWKS and does not quote it', (text) => {
  expect(() => localKeys(text)).toThrow('the JWKS is not a JSON object with a list of keys')
})
