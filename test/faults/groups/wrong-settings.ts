import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adapters } from '../../../adapters/index.ts'
import { ConfigError, readConfig } from '../../../src/config.ts'
import { startGateway } from '../../../src/node.ts'
import type { Trial } from '../fault.ts'

/* P7: each wrong setting with the key that the refusal must name. */

const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64')
const PRODUCTION = {
  NODE_ENV: 'production',
  AUTH_JWKS_URL: 'https://issuer.invalid/jwks',
  AUTH_ISSUER: 'issuer',
  AUTH_AUDIENCE: 'gateway',
  PII_KEY: KEY,
  PII_INDEX_KEY: KEY,
}
/** Stands in every value that no refusal may say. */
const MARK = 'zq7marker'

/** Values of one key, each of them wrong. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  PORT: [MARK, '70000', '-1', '80.5', '0x1zz'],
  DATABASE_URL: [`mysql://${MARK}.invalid/x`, MARK, `http://${MARK}.invalid`],
  DEADLINE_MS: ['0', '99', '30001', MARK, '1e9'],
  LOG_LEVEL: [MARK, 'INFO', 'trace '],
  PII_KEY: [MARK, 'c2hvcnQ=', `${KEY}${MARK}`, KEY.slice(1)],
  PII_INDEX_KEY: [MARK, 'c2hvcnQ='],
  AUTH_JWKS_URL: [`ftp://${MARK}.invalid`, MARK, `http://user:${MARK}@127.0.0.1/`],
  NCANODE_URL: [MARK, `file:///${MARK}`],
  DIPLOMAS_URL: [MARK, `file:///${MARK}`, `http://user:${MARK}@127.0.0.1/`, `http://127.0.0.1/?${MARK}`, `http://127.0.0.1/#${MARK}`],
  DIPLOMAS_TIMEOUT_MS: ['-1', '0', '49', '300001', MARK],
  DIPLOMAS_CONCURRENCY: ['0', '1.5', '1001', MARK],
  DIPLOMAS_RATE: ['0', '-2', '10001', MARK],
  DIPLOMAS_CONSENT: [MARK, 'yes'],
  DIPLOMAS_SIGN: [MARK, 'RSA'],
  DIPLOMAS_SUCCESS_CODES: [' , ,'],
  DIPLOMAS_MODE: [MARK, 'playback'],
  DIPLOMAS_SCENARIO: ['x'.repeat(5000)],
  EGOV_PORTAL_POLL_MS: ['199', '60001', MARK],
  COURSES_COPY_SECONDS: ['-1', '604801', MARK],
}

/** What is right in development and wrong in production, with what must be missing there. */
const IN_PRODUCTION: readonly (readonly [key: string, value: string])[] = [
  ['AUTH_JWKS_URL', ''],
  ['AUTH_ISSUER', ''],
  ['AUTH_AUDIENCE', ''],
  ['PII_KEY', ''],
  ['PII_INDEX_KEY', ''],
  ['DIPLOMAS_URL', `http://${MARK}.invalid`],
  ['AUTH_JWKS_URL', `http://${MARK}.invalid`],
  ['NCANODE_URL', `http://${MARK}.invalid`],
  ['DIPLOMAS_MODE', 'record'],
]

/** What only the start finds out: files that are not there or are of another kind. */
const FILES: readonly (readonly [key: string, environment: Record<string, string>])[] = [
  ['AUTH_JWKS_FILE', { AUTH_JWKS_FILE: `/nowhere/${MARK}` }],
  ['AUTH_JWKS_FILE', { AUTH_JWKS_FILE: '/dev/null' }],
  ['DATA_DIR', { DATA_DIR: `/dev/null/${MARK}` }],
  ['DIPLOMAS_SIGN_KEY_FILE', { DIPLOMAS_SIGN_KEY_FILE: `/nowhere/${MARK}` }],
  ['DIPLOMAS_VERIFY_CERT_FILE', { DIPLOMAS_VERIFY_CERT_FILE: '/dev/null' }],
]

function judge(trial: Trial, key: string, error: unknown): void {
  if (!(error instanceof ConfigError)) {
    trial.violated('O2', `${key}: not refused`)
    return
  }
  trial.holds('O2', error.message.includes(key), `${key} is not named`)
  trial.holds('O4', !error.message.includes(MARK), `the value of ${key} is said`)
}

function refusalOf(environment: Record<string, string>): unknown {
  try {
    readConfig(
      environment,
      adapters.map(({ id }) => id),
    )
  } catch (error) {
    return error
  }
  return null
}

/** The whole table; at least fifty of them, or the table has been thinned out. */
export async function refusesWrong(trial: Trial): Promise<void> {
  const development = Object.entries(WRONG).flatMap(([key, values]) => values.map((value) => [key, { [key]: value }] as const))
  const production = IN_PRODUCTION.map(
    ([key, value]) => [key, { ...PRODUCTION, DIPLOMAS_URL: 'https://bus.invalid', [key]: value }] as const,
  )
  const table = [...development, ...production]
  trial.holds('O2', refusalOf({}) === null && refusalOf(PRODUCTION) === null, 'a right setting is refused')
  trial.holds('O2', table.length + FILES.length >= 50, `only ${table.length + FILES.length} wrong settings`)
  for (const [key, environment] of table) judge(trial, key, refusalOf(environment))
  const dataDir = mkdtempSync(join(tmpdir(), 'faults-settings-'))
  trial.after(() => rmSync(dataDir, { recursive: true, force: true }))
  for (const [key, environment] of FILES) {
    const started = startGateway({ PORT: '0', DATA_DIR: dataDir, ...environment }, { write: () => {} })
    judge(
      trial,
      key,
      await started.then(
        (gateway) => gateway.stop(),
        (error: unknown) => error,
      ),
    )
  }
}
