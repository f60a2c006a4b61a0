import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { prefixOf, readConfig } from '../../src/config.ts'
import { settingsOf } from '../../src/settings-files.ts'
import type { SourceSettings } from '../../src/sources/settings.ts'
import { claimFor, createPretendLine, pretendGovernment, verdictOf } from '../support/pretend-line.ts'

/* The bus with real keys on both sides: `<ID>_SIGN=rsa` with its files, over the pretend government that signs and checks. */

const BUS = adapters.filter(({ access, id }) => access.kind === 'sender' || id === 'egov-portal')

function keys() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { key: privateKey, cert: publicKey }
}
const [ours, theirs, others] = [keys(), keys(), keys()]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signed-'))
  const files = { 'our.key': ours.key, 'our.crt': ours.cert, 'their.crt': theirs.cert, 'other.key': others.key }
  for (const [name, pem] of Object.entries(files)) await writeFile(join(folder, name), pem)
})
afterAll(() => rm(folder, { recursive: true }))

/** The settings of a source as the environment gives them; `key`: the file of the key with which we sign. */
function signing(id: (typeof BUS)[number]['id'], key = 'our.key'): SourceSettings {
  const files = { SIGN: 'rsa', SIGN_KEY_FILE: key, SIGN_CERT_FILE: 'our.crt', VERIFY_CERT_FILE: 'their.crt' }
  const named = Object.entries(files).map(([name, value]) => [prefixOf(id) + name, name === 'SIGN' ? value : join(folder, value)])
  const url = { [`${prefixOf(id)}URL`]: 'http://government.invalid' }
  return settingsOf(readConfig({ ...url, ...Object.fromEntries(named) }, [id]).sources[0]!)
}

/** What comes of one source under a scenario. */
async function collected(adapter: (typeof BUS)[number], scenario: string, key?: string) {
  const government = pretendGovernment({ signing: { key: theirs.key, cert: theirs.cert, clientCert: ours.cert } })
  government.setScenario(adapter.id, scenario)
  const { sign, signKey, signCert, verifyCert } = signing(adapter.id, key)
  return createPretendLine(government, adapter, { sign, signKey, signCert, verifyCert }).collect(claimFor(adapter))
}

describe.each(BUS.map((adapter) => [adapter.id, adapter] as const))('%s with signatures of RSA', (_, adapter) => {
  test('answers where both signatures stand, and says so of each fact', async () => {
    const { status, facts } = await collected(adapter, 'ok')
    expect([status.outcome, facts.length > 0]).toEqual(['answered', true])
    expect(new Set(facts.map(({ fact }) => fact.provenance.signature))).toEqual(new Set(['valid']))
  })

  test.each(['bad-signature', 'no-signature'])('uses nothing of an answer under %s', async (scenario) => {
    const collection = await collected(adapter, scenario)
    expect([...verdictOf(collection), collection.facts]).toEqual(['unreadable', 'signature', []])
    expect(collection.portfolio.gaps.filter(({ manualEntry, sources }) => manualEntry && sources.includes(adapter.id))).toEqual([])
  })

  test('is refused by the bus where it signs with a key that nobody knows', async () => {
    const collection = await collected(adapter, 'ok', 'other.key')
    expect([...verdictOf(collection), collection.facts]).toEqual(['unavailable', 'shep_fault', []])
  })
})

test('holds for every source of the bus', () => {
  expect(BUS.map(({ id }) => id).sort()).toEqual(['diplomas', 'egov-portal', 'employment', 'population-register'])
})
