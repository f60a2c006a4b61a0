import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPretendGovernment } from '../../mocks/listen.ts'
import { TODAY } from '../support/stack.ts'
import type { Trial } from './fault.ts'
import { prefixOf } from './rig.ts'

/** A key pair of one side. */
export function keysOf() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { key: privateKey, cert: publicKey }
}

/** A source whose messages are signed on both sides: the government, what the gateway needs for it, and the keys of the other side. */
export async function signedRig({ after }: Pick<Trial, 'after'>, source: string) {
  const [ours, theirs] = [keysOf(), keysOf()]
  const folder = await mkdtemp(join(tmpdir(), 'signatures-'))
  after(() => rm(folder, { recursive: true }))
  const files = { SIGN_KEY_FILE: ours.key, SIGN_CERT_FILE: ours.cert, VERIFY_CERT_FILE: theirs.cert }
  const environment: Record<string, string> = { [`${prefixOf(source)}_SIGN`]: 'rsa' }
  for (const [name, pem] of Object.entries(files)) {
    await writeFile(join(folder, name), pem)
    environment[`${prefixOf(source)}_${name}`] = join(folder, name)
  }
  const signing = { key: theirs.key, cert: theirs.cert, clientCert: ours.cert }
  const government = await startPretendGovernment({ today: TODAY, seed: 'journeys', slowMs: 50, signing })
  after(() => government.close())
  return { environment, government, signing }
}
