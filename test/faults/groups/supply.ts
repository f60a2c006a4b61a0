import { readFileSync } from 'node:fs'
import { mockEnvironment } from '../../../mocks/environment.ts'
import { iinFault } from '../../../schemas/identifiers.ts'
import { memoryStore } from '../../support/memory-store.ts'
import { createStack } from '../../support/stack.ts'
import type { Fault, Trial } from '../fault.ts'
import { trackedFiles } from '../tracked.ts'

/* What comes into the house with packages (C30), and what must not leave it with the code (C31). */

/** Below these a package has a known hole: of the direct ones and of whatever brings its own copy, by the major version where it matters. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  hono: ['4.13.5'],
  '@hono/node-server': ['2.0.0'],
  undici: ['6.24.0', '7.18.2', '8.0.0'],
  xml2js: ['0.5.0'],
  'xml-crypto': ['6.0.1'],
}
/** Packages with scripts of their own, which are never run: looked at one by one. */
const WITH_SCRIPTS = new Set(['esbuild', 'workerd'])

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
}

const LOCK = 'package-lock.json'
const MANIFESTS = ['package.json', 'docs/clients/typescript/package.json']
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const numbersOf = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)

/** Whether a version is at or above another one. */
function reaches(version: string, floor: string): boolean {
  const [one, other] = [numbersOf(version), numbersOf(floor)]
  const place = one.findIndex((number, index) => number !== other[index])
  return place < 0 || (one[place] ?? 0) > (other[place] ?? 0)
}

/** The floor of the major version, else the highest one. */
function floorOf(name: string, version: string): string | undefined {
  const floors = FLOORS[name] ?? []
  return floors.find((floor) => numbersOf(floor)[0] === numbersOf(version)[0]) ?? floors.at(-1)
}

function holdsPackage(trial: Trial, path: string, { version = '', integrity = '', resolved, hasInstallScript }: Locked): void {
  const name = path.split('node_modules/').at(-1) ?? ''
  trial.holds('O3', /^\d+\.\d+\.\d+/.test(version), `${path} has no exact version`)
  trial.holds('O3', integrity.startsWith('sha512-'), `${path} has no hash of its content`)
  trial.holds('O4', resolved === undefined, `${path} names where it comes from`)
  trial.holds('O3', !hasInstallScript || WITH_SCRIPTS.has(name), `${path} has a script that nobody looked at`)
  const floor = floorOf(name, version)
  trial.holds('O3', floor === undefined || reaches(version, floor), `${path} ${version} is below ${floor}`)
}

/** Every package that is named is in the lock, in the very version. */
function holdsManifest(trial: Trial, path: string, lock: Readonly<Record<string, Locked>>): void {
  const manifest = read(path) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(manifest[group] ?? {})) {
      trial.holds('O3', /^\d+\.\d+\.\d+$/.test(version), `${name} is not named exactly`)
      const locked = lock[`${folder}node_modules/${name}`] ?? lock[`node_modules/${name}`]
      trial.holds('O3', locked?.version === version, `${name} is locked otherwise`)
    }
  }
  const scripts = Object.keys(manifest.scripts ?? {}).filter((name) => /^(?:pre|post)?(?:install|prepare)$|^(?:pre|post)/.test(name))
  trial.holds('O3', scripts.length === 0, `${path} runs ${scripts.join(', ')} unasked`)
}

/** Where packages are bought: nobody's business but the machine's. */
const WHO_SELLS = /\bregistry\.[a-z-]+\.[a-z]{2,}\b|npmjs\.|npm\.pkg\.|yarnpkg|jfrog|artifactory|verdaccio/i

/** What keys, tokens and passwords look like. A word that says so itself is none. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\r\n\\n]+[A-Za-z0-9+/=]{40}/,
  'a private JWK': /"d"\s*:\s*"[A-Za-z0-9_-]{40,}"/,
  'a token': /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/,
  'a key of a cloud':
    /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[A-Za-z0-9_-]{35}\b|\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{60,}|\bglpat-[\w-]{20,}|\bxox[abpr]-[\w-]{20,}|\bnpm_[A-Za-z0-9]{36}\b|\bsk_live_\w{20,}/,
  'a password in an address':
    /\b(?:postgres(?:ql)?|mysql|https?|redis|amqp):\/\/[^\s:/@'"`$<{]+:(?!password|secret|пароль|pw|\$)[^\s@/'"`$<{]{6,}@(?!127\.0\.0\.1|localhost|[\w.-]*\.(?:example|invalid|test)\b|source\.example)/i,
  'a path of somebody’s machine': /\/home\/[a-z]+\/|\/Users\/[A-Za-z]+\//,
}

const TWELVE = /(?<![\dA-Za-z+/=_-])\d{12}(?![\dA-Za-z+/=_-])/g
/** The century of nobody who lives: the pretend people are born in the nineteenth one. */
const isInvented = (iin: string) => iin[6] === '1' || iin[6] === '2'

function holdsFile(trial: Trial, path: string, text: string): void {
  for (const [what, pattern] of Object.entries(SECRETS)) trial.holds('O4', !pattern.test(text), `${path} holds ${what}`)
  const real = (text.match(TWELVE) ?? []).filter((number) => iinFault(number) === null && !isInvented(number))
  trial.holds('O4', real.length === 0, `${path} holds ${real.length} numbers that somebody could have`)
  const isKey = /(?:^|\/)\.env$|\.(?:pem|key|p12|pfx|jks|keystore)$|(?:^|\/)id_(?:rsa|ed25519)/.test(path)
  trial.holds('O4', !isKey, `${path} is a file of secrets`)
}

/** Every secret that the settings know, each another word. */
function canaries(seed: number): Readonly<Record<string, string>> {
  const known = Object.keys(mockEnvironment('http://government.test')).filter((key) => /_(?:USER|PASSWORD|TOKEN)$/.test(key))
  return Object.fromEntries(known.map((key) => [key, `canary-${seed}-${key.toLowerCase()}-9f8e7d`]))
}

export const supply: readonly Fault[] = [
  {
    id: 'C30',
    promise: 'takes packages in one exact version with one hash, above the known holes, and runs none of their scripts',
    async play(trial) {
      const { lockfileVersion, packages } = read(LOCK) as { lockfileVersion: number; packages: Readonly<Record<string, Locked>> }
      trial.holds('O3', lockfileVersion === 3, 'a lock of another kind')
      const outside = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)
      trial.holds('O3', outside.length > 100, 'a lock without packages')
      for (const [path, locked] of outside) holdsPackage(trial, path, locked)
      for (const path of MANIFESTS) holdsManifest(trial, path, packages)
      const settings = readFileSync('.npmrc', 'utf8').split('\n')
      for (const line of ['save-exact=true', 'ignore-scripts=true']) trial.holds('O3', settings.includes(line), `.npmrc without ${line}`)
      const files = trackedFiles().filter(({ path, text }) => !path.startsWith('test/faults/') && WHO_SELLS.test(text))
      trial.holds('O4', files.length === 0, `where packages come from stands in ${files.map(({ path }) => path).join(', ')}`)
      trial.holds('O3', /^npm ci\b/m.test(readFileSync('.ci/run', 'utf8')), 'the lock is not what is installed')
    },
  },
  {
    id: 'C31',
    promise: 'holds no secret and nobody’s number in its files, and says none of its secrets in logs, problems and metrics',
    async play(trial) {
      const files = trackedFiles()
      trial.holds('O3', files.length > 300, 'no files')
      for (const { path, text } of files) holdsFile(trial, path, text)
      const secrets = canaries(trial.seed)
      const stack = createStack({ store: memoryStore(), environment: secrets })
      const [person] = stack.government.cast
      const said = [
        await stack.collect(person?.claim),
        await stack.collect({ ...person?.claim, post: 'x' }),
        await stack.collect(person?.claim, { prefer: 'handling=strict' }),
        ...(await Promise.all(
          ['/v1/sources', '/metrics', '/openapi.json', '/docs', '/v1/x'].map((path) => stack.send('GET', path, { token: 'operator' })),
        )),
      ]
      const texts = [
        ...(await Promise.all(said.map(async (answer) => `${await answer.text()} ${[...answer.headers]}`))),
        ...stack.logged,
        await stack.metrics(),
      ]
      const told = Object.entries(secrets).filter(([, secret]) => texts.some((text) => text.includes(secret)))
      trial.holds('O4', told.length === 0, `said: ${told.map(([key]) => key).join(', ')}`)
      trial.holds('O3', Object.keys(secrets).length > 5, 'no secrets to say')
    },
  },
]
