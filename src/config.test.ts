import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const SOURCES = ['diplomas', 'education-quality'] as const
const KEY = Buffer.alloc(32, 7).toString('base64')
const PRODUCTION = {
  NODE_ENV: 'production',
  AUTH_JWKS_URL: 'https://issuer.invalid/jwks',
  AUTH_ISSUER: 'issuer',
  AUTH_AUDIENCE: 'gateway',
  PII_KEY: KEY,
  PII_INDEX_KEY: KEY,
}

function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment, SOURCES)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
  }
  return ''
}

test('gives the documented defaults when nothing is set', () => {
  const config = readConfig({}, SOURCES)
  expect(config).toMatchObject({ port: 8787, host: '127.0.0.1', deadlineMs: 8000, dataDir: '.data', issuer: 'portfolio-gateway-dev' })
  expect(config.sources[0]?.settings).toMatchObject({ id: 'diplomas', url: null, timeoutMs: 5000, consent: 'optional', sign: 'none' })
})

test('derives the block of a source from its id', () => {
  const config = readConfig({ EDUCATION_QUALITY_URL: 'http://127.0.0.1:1/education-quality/', EDUCATION_QUALITY_RATE: '2.5' }, SOURCES)
  expect(config.sources[1]?.settings).toMatchObject({ url: 'http://127.0.0.1:1/education-quality', ratePerSecond: 2.5 })
})

test.each([
  [{}, [60, 60]],
  [{ PROBE_SECONDS: '0' }, [0, 0]],
  [{ PROBE_SECONDS: '30', DIPLOMAS_PROBE_SECONDS: '0' }, [0, 30]],
  [{ DIPLOMAS_PROBE_SECONDS: '10', EDUCATION_QUALITY_URL: 'http://127.0.0.1:1', EDUCATION_QUALITY_MODE: 'replay' }, [10, 0]],
])('probes sources after %j', (environment: Record<string, string>, seconds) => {
  expect(readConfig(environment, SOURCES).sources.map(({ settings }) => settings.probeSeconds)).toEqual(seconds)
})

test('treats an empty variable as not set', () => {
  expect(readConfig({ DATABASE_URL: '', DIPLOMAS_URL: '' }, SOURCES).databaseUrl).toBeNull()
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://db.invalid/x'],
  ['DEADLINE_MS', '0'],
  ['LOG_LEVEL', 'loud'],
  ['PII_KEY', 'c2VjcmV0LXZhbHVl'],
  ['DIPLOMAS_URL', 'file:///etc/passwd'],
  ['DIPLOMAS_URL', 'http://user:secret-value@127.0.0.1/'],
  ['DIPLOMAS_URL', 'http://127.0.0.1/?secret-value=1'],
  ['DIPLOMAS_TIMEOUT_MS', '-1'],
  ['DIPLOMAS_CONCURRENCY', '1.5'],
  ['DIPLOMAS_CONSENT', 'maybe'],
  ['DIPLOMAS_SIGN', 'gost'],
  ['DIPLOMAS_MODE', 'playback'],
  ['PROBE_SECONDS', '9'],
  ['DIPLOMAS_PROBE_SECONDS', 'often'],
  ['AUTH_JWKS_URL', 'ftp://issuer.invalid'],
])('refuses %s=%s by the name of the key and never by its value', (key, value) => {
  const message = faultsOf({ [key]: value })
  expect(message).toContain(key)
  expect(message).not.toContain(value)
})

test('refuses rsa signing without its files', () => {
  expect(faultsOf({ DIPLOMAS_SIGN: 'rsa' })).toContain('DIPLOMAS_SIGN_KEY_FILE')
  expect(faultsOf({ DIPLOMAS_SIGN: 'ncanode' })).toContain('NCANODE_URL')
})

test.each(['AUTH_JWKS_URL', 'AUTH_ISSUER', 'AUTH_AUDIENCE', 'PII_KEY', 'PII_INDEX_KEY'])('demands %s in production', (key) => {
  expect(readConfig(PRODUCTION, SOURCES).production).toBe(true)
  const { [key as keyof typeof PRODUCTION]: _, ...rest } = PRODUCTION
  expect(faultsOf(rest)).toContain(key)
})

test('allows plain http in production to this machine only', () => {
  expect(faultsOf({ ...PRODUCTION, DIPLOMAS_URL: 'http://diplomas.invalid' })).toContain('DIPLOMAS_URL')
  expect(faultsOf({ ...PRODUCTION, DIPLOMAS_URL: 'http://127.0.0.1:8788/diplomas' })).toBe('')
  expect(faultsOf({ ...PRODUCTION, DIPLOMAS_URL: 'http://[secret-value' })).toContain('DIPLOMAS_URL')
})

test('names every fault at once', () => {
  expect(faultsOf({ PORT: 'x', DIPLOMAS_SIGN: 'x' })).toMatch(/PORT.*DIPLOMAS_SIGN/)
})

const MODES = ['record', 'replay', 'replay-else-record', 'diff', 'scenario']
const RECORDED = { DIPLOMAS_URL: 'https://bus.invalid/', DIPLOMAS_SCENARIO: 'http-503' }

test.each(MODES)('takes the mode %s in development, with a folder beside the data', (mode) => {
  const config = readConfig({ ...RECORDED, DIPLOMAS_MODE: mode }, SOURCES)
  expect(config.sources.map((source) => source.mode)).toEqual([mode, 'live'])
  expect(config).toMatchObject({ cassettesDir: '.data/cassettes', cassettesIgnore: null })
})

test.each(MODES)('refuses the mode %s in production by the name of the key', (mode) => {
  expect(faultsOf({ ...PRODUCTION, ...RECORDED, DIPLOMAS_MODE: mode })).toContain('DIPLOMAS_MODE (live)')
})

test('tells all that a mode, a signature, a consent or a level of the log may be', () => {
  expect(faultsOf({ DIPLOMAS_MODE: 'playback' })).toContain('DIPLOMAS_MODE (live | record | replay | replay-else-record | diff | scenario)')
  expect(faultsOf({ DIPLOMAS_SIGN: 'gost' })).toContain('DIPLOMAS_SIGN (none | rsa | ncanode)')
  expect(faultsOf({ LOG_LEVEL: 'loud' })).toContain('LOG_LEVEL (fatal | error | warn | info | debug | silent)')
  expect(faultsOf({ ...PRODUCTION, DIPLOMAS_MODE: 'playback' })).toContain('DIPLOMAS_MODE (live)')
})

test('says in three languages that the settings were refused', () => {
  expect(faultsOf({ PORT: 'x' })).toMatch(/^баптаулар қабылданбады · настройки не приняты · configuration refused: PORT /)
})

test('refuses a mode without what it needs', () => {
  expect(faultsOf({ DIPLOMAS_MODE: 'record' })).toContain('DIPLOMAS_URL')
  expect(faultsOf({ ...RECORDED, DIPLOMAS_SCENARIO: '', DIPLOMAS_MODE: 'scenario' })).toContain('DIPLOMAS_SCENARIO')
  expect(faultsOf({ ...RECORDED, DIPLOMAS_SIGN: 'rsa', DIPLOMAS_MODE: 'replay-else-record' })).toContain('DIPLOMAS_MODE')
})

describe('how much is taken on', () => {
  test('has the budgets of the contract where nothing is set', () => {
    const { maxInFlight, readLimits } = readConfig({}, [])
    expect(maxInFlight).toBe(512)
    expect(readLimits).toEqual({ platform: 5000, responsible_person: 120, commission: 200 })
  })

  test('takes 0 for no budget and refuses what is no number', () => {
    expect(readConfig({ READ_BUDGET_COMMISSION: '0' }, []).readLimits.commission).toBe(0)
    expect(() => readConfig({ MAX_IN_FLIGHT: '0' }, [])).toThrow('MAX_IN_FLIGHT')
  })
})
