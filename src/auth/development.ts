import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose'
import { z } from 'zod'

/** Who issues the tokens of development, and for whom (API page, 6). */
export const DEVELOPMENT_ISSUER = 'portfolio-gateway-dev'
export const DEVELOPMENT_AUDIENCE = 'portfolio-gateway'

const FILE = 'development-key.json'
const ALGORITHM = 'EdDSA'
const Key = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string(), kid: z.string() })
type Key = z.infer<typeof Key>

/** The key pair of development: its public half as JWKS text, and tokens signed with the private one. */
export interface DevelopmentKey {
  /** JSON text of a JWKS, for `localKeys`. */
  readonly jwks: string
  /** A signed token with exactly these claims. */
  sign(claims: JWTPayload): Promise<string>
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true })
  const jwk = await exportJWK(privateKey)
  return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk) })
}

/** Writes the file whole or not at all: of two processes that start together, the first one's key stays. */
async function createOnce(path: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, await newKey(), { mode: 0o600, flag: 'wx' })
  try {
    await link(draft, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

async function readOrCreate(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  await createOnce(path)
  return readFile(path, 'utf8')
}

function parseKey(text: string, path: string): Key {
  try {
    return Key.parse(JSON.parse(text))
  } catch {
    throw new Error(`${path} holds no development key: remove the file to have a new one made`)
  }
}

/** Loads the key pair from the data directory, made where there is none (mode 0600). Never for production. */
export async function developmentKey(dataDir: string): Promise<DevelopmentKey> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, FILE)
  const { d, ...half } = parseKey(await readOrCreate(path), path)
  const jwks = JSON.stringify({ keys: [{ ...half, alg: ALGORITHM, use: 'sig' }] })
  const key = await importJWK({ ...half, d }, ALGORITHM)
  return {
    jwks,
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: half.kid }).sign(key),
  }
}
