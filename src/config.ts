import { z } from 'zod'
import type { SourceId } from '../schemas/section.ts'
import type { Trilingual } from '../schemas/trilingual.ts'
import { MODES, type Mode } from './cassettes/mode.ts'
import { type LoadConfig, loadKeys, loadOf } from './config-load.ts'
import { baseUrl, Key, number, probeSeconds, text, whole, windows } from './config-values.ts'
import type { SourceSettings } from './sources/settings.ts'

/** The variables of a process or a Worker. */
export type Environment = Readonly<Record<string, string | undefined>>

/** In all three, for a process has no language before its settings are read. */
const REFUSED: Trilingual = { kk: 'баптаулар қабылданбады', ru: 'настройки не приняты', en: 'configuration refused' }

/** A value that stops the start: the key's name and what is expected, never the value. Exit code 3. */
export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`${REFUSED.kk} · ${REFUSED.ru} · ${REFUSED.en}: ${faults.join('; ')}`)
    this.name = 'ConfigError'
    this.faults = faults
  }
}

function sourceBlock(production: boolean) {
  return z.object({
    URL: baseUrl(production).optional(),
    USER: text.default(''),
    PASSWORD: text.default(''),
    TOKEN: text.default(''),
    TIMEOUT_MS: whole(50, 300_000).default(5000),
    CONCURRENCY: whole(1, 1000).default(12),
    RATE: number(0.01, 10_000).optional(),
    CONSENT: z.enum(['optional', 'required']).default('optional'),
    SUCCESS_CODES: text.regex(/[^,\s]/).default('SCSS001,Success,OK,1'),
    SIGN: z.enum(['none', 'rsa', 'ncanode']).default('none'),
    SIGN_KEY_FILE: text.optional(),
    SIGN_CERT_FILE: text.optional(),
    VERIFY_CERT_FILE: text.optional(),
    MODE: z.enum<readonly Mode[]>(production ? ['live'] : MODES).default('live'),
    SCENARIO: text.optional(),
    POLL_MS: whole(200, 60_000).default(300),
    COPY_SECONDS: whole(0, 604_800).optional(),
    PROBE_SECONDS: probeSeconds.optional(),
    MAINTENANCE: windows.optional(),
  })
}
type SourceBlock = z.infer<ReturnType<typeof sourceBlock>>

function general(production: boolean) {
  const secret = production ? Key : Key.optional()
  const jwks = { AUTH_JWKS_URL: baseUrl(production).optional(), AUTH_JWKS_FILE: text.optional() }
  const named = (fallback: string) => (production ? z.string().min(1) : z.string().min(1).default(fallback))
  return z.object({
    PORT: whole(0, 65_535).default(8787),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    ...jwks,
    AUTH_ISSUER: named('portfolio-gateway-dev'),
    AUTH_AUDIENCE: named('portfolio-gateway'),
    PII_KEY: secret,
    PII_INDEX_KEY: secret,
    DEADLINE_MS: whole(100, 30_000).default(8000),
    PROBE_SECONDS: probeSeconds.default(60),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    ...loadKeys,
    NCANODE_URL: baseUrl(production).optional(),
    CASSETTES_DIR: text.optional(),
    CASSETTES_IGNORE: text.optional(),
  })
}

type GeneralBlock = z.infer<ReturnType<typeof general>>

/** Built once, for a schema is dear to build. */
const DEVELOPMENT = { general: general(false), source: sourceBlock(false) }
const PRODUCTION = { general: general(true), source: sourceBlock(true) }

/** Everything that the environment decides. Files are named here and read by the entry. */
export interface Config extends LoadConfig {
  readonly production: boolean
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly jwksUrl: string | null
  readonly jwksFile: string | null
  readonly issuer: string
  readonly audience: string
  readonly piiKey: string | null
  readonly piiIndexKey: string | null
  readonly deadlineMs: number
  readonly logLevel: string
  /** The folder of recordings; `cassettes` in `dataDir` where none is named. */
  readonly cassettesDir: string
  /** A file of places in which answers may differ, for the mode `diff`. */
  readonly cassettesIgnore: string | null
  readonly sources: readonly SourceConfig[]
}

/** The settings of one source before its files are read. */
export interface SourceConfig {
  readonly settings: SourceSettings
  readonly mode: Mode
  /** Of the pretend government, for the mode `scenario`. */
  readonly scenario: string | null
  readonly signKeyFile: string | null
  readonly signCertFile: string | null
  readonly verifyCertFile: string | null
}

/** The prefix of a source's variables: `education-quality` → `EDUCATION_QUALITY_`. */
export function prefixOf(id: SourceId): string {
  return `${id.toUpperCase().replaceAll('-', '_')}_`
}

/** A variable that is set but empty counts as not set, as in the shipped example file. */
function present(environment: Environment, prefix = ''): Record<string, string> {
  const entries = Object.entries(environment).filter((entry): entry is [string, string] => Boolean(entry[1]) && entry[0].startsWith(prefix))
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length), value]))
}

/** What was expected: of a closed list all of it, which reads the same in every language. */
function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.join(' | ')
  return issue.code === 'custom' ? issue.message : issue.code.replaceAll('_', ' ')
}

/** Parses one block and puts its faults, by key name only, into `faults`. */
function parsed<Block>(schema: z.ZodType<Block>, values: Record<string, string>, prefix: string, faults: string[]): Block | null {
  const result = schema.safeParse(values)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    faults.push(`${prefix}${issue.path.join('.')} (${expectedBy(issue)})`)
  }
  return null
}

/** The modes in which a source is really there: what is recorded or replayed is told by its cassettes. */
const ASKED: readonly Mode[] = ['live', 'scenario']

function toSettings(id: SourceId, block: SourceBlock, shared: GeneralBlock | null): SourceConfig {
  const settings: SourceSettings = {
    id,
    url: block.URL ?? null,
    user: block.USER,
    password: block.PASSWORD,
    token: block.TOKEN,
    timeoutMs: block.TIMEOUT_MS,
    concurrency: block.CONCURRENCY,
    ratePerSecond: block.RATE ?? null,
    consent: block.CONSENT,
    successCodes: block.SUCCESS_CODES.split(',')
      .map((code) => code.trim())
      .filter(Boolean),
    sign: block.SIGN,
    signKey: null,
    signCert: null,
    verifyCert: null,
    ncanodeUrl: shared?.NCANODE_URL ?? null,
    pollMs: block.POLL_MS,
    copySeconds: block.COPY_SECONDS ?? null,
    probeSeconds: ASKED.includes(block.MODE) ? (block.PROBE_SECONDS ?? shared?.PROBE_SECONDS ?? 0) : 0,
    maintenance: block.MAINTENANCE ?? [],
  }
  return {
    settings,
    mode: block.MODE,
    scenario: block.SCENARIO ?? null,
    signKeyFile: block.SIGN_KEY_FILE ?? null,
    signCertFile: block.SIGN_CERT_FILE ?? null,
    verifyCertFile: block.VERIFY_CERT_FILE ?? null,
  }
}

/** What a signing mode needs beside itself. */
function signingFaults(source: SourceConfig): string[] {
  const prefix = prefixOf(source.settings.id)
  if (source.settings.sign === 'ncanode') return source.settings.ncanodeUrl ? [] : ['NCANODE_URL (required by ncanode signing)']
  if (source.settings.sign !== 'rsa') return []
  const files = { SIGN_KEY_FILE: source.signKeyFile, SIGN_CERT_FILE: source.signCertFile, VERIFY_CERT_FILE: source.verifyCertFile }
  return Object.entries(files)
    .filter(([, file]) => !file)
    .map(([key]) => `${prefix}${key} (required by rsa signing)`)
}

/** What a mode needs beside itself. A recorded answer has no signature any more, so one and the same source cannot be asked both ways. */
function modeFaults({ settings, mode, scenario }: SourceConfig): string[] {
  const prefix = prefixOf(settings.id)
  if (mode === 'scenario' && scenario === null) return [`${prefix}SCENARIO (a name, required by the mode that plays one)`]
  if (mode === 'replay-else-record' && settings.sign !== 'none')
    return [`${prefix}MODE (answers of the source are signed, so recorded and real ones cannot be mixed)`]
  if (mode !== 'live' && settings.url === null) return [`${prefix}URL (required by every mode but live)`]
  return []
}

/**
 * The configuration from the environment: one block of general keys and one for each registered source, derived from its id.
 * Throws `ConfigError` with every fault at once.
 */
export function readConfig(environment: Environment, sources: readonly SourceId[]): Config {
  const production = environment.NODE_ENV === 'production'
  const faults: string[] = []
  const schemas = production ? PRODUCTION : DEVELOPMENT
  const values = parsed(schemas.general, present(environment), '', faults)
  const blocks = sources.flatMap((id) => {
    const block = parsed(schemas.source, present(environment, prefixOf(id)), prefixOf(id), faults)
    return block ? [toSettings(id, block, values)] : []
  })
  faults.push(...blocks.flatMap(signingFaults), ...blocks.flatMap(modeFaults))
  if (production && !environment.AUTH_JWKS_URL && !environment.AUTH_JWKS_FILE)
    faults.push('AUTH_JWKS_URL (or AUTH_JWKS_FILE, required in production)')
  if (!values || faults.length > 0) throw new ConfigError(faults)
  return {
    production,
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: values.DATA_DIR,
    jwksUrl: values.AUTH_JWKS_URL ?? null,
    jwksFile: values.AUTH_JWKS_FILE ?? null,
    issuer: values.AUTH_ISSUER,
    audience: values.AUTH_AUDIENCE,
    piiKey: values.PII_KEY ?? null,
    piiIndexKey: values.PII_INDEX_KEY ?? null,
    deadlineMs: values.DEADLINE_MS,
    ...loadOf(values),
    logLevel: values.LOG_LEVEL,
    cassettesDir: values.CASSETTES_DIR ?? `${values.DATA_DIR}/cassettes`,
    cassettesIgnore: values.CASSETTES_IGNORE ?? null,
    sources: blocks,
  }
}
