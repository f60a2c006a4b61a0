import { type DestinationStream, pino } from 'pino'
import type { Log, LogFields } from './ports.ts'

/** The only keys that may leave the process in a log line. */
const ALLOWED = new Set([
  'requestId',
  'route',
  'method',
  'status',
  'ms',
  'role',
  'source',
  'outcome',
  'reason',
  'code',
  'kind',
  'field',
  'change',
  'looksLike',
  'decision',
  'count',
  'skewSeconds',
  'attempts',
  'stage',
  'port',
  'host',
  'runtime',
  'version',
  'signal',
  'state',
  'store',
  'migration',
  'portfolioId',
  'exchangeId',
  'sources',
  'retryInMs',
  'bytes',
  'nearest',
  'differs',
  'muted',
])
/** Twelve digits in a row could be a person number, whatever the field. */
const TWELVE_DIGITS = /(?<!\d)\d{12}(?!\d)/g
const CONTROL = /\p{Cc}/gu

function clean(value: LogFields[string]): LogFields[string] {
  return typeof value === 'string' ? value.replace(CONTROL, ' ').replace(TWELVE_DIGITS, '[number]') : value
}

function allowed(fields: LogFields): Record<string, LogFields[string]> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key]) => ALLOWED.has(key))
      .map(([key, value]) => [key, clean(value)]),
  )
}

/** Class, code and place of an error; its message may quote a person and stays out. */
function placeOf(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { class: typeof cause }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
  const frames = (cause.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return { class: cause.name, code, at: frames }
}

/** JSON lines by pino; only allow-listed fields, control characters and twelve-digit runs removed. */
export function pinoLog(level: string, destination: DestinationStream): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    destination,
  )
  return {
    info: (fields, message) => logger.info(allowed(fields), message),
    warn: (fields, message) => logger.warn(allowed(fields), message),
    error: (fields, message, cause) =>
      logger.error(cause === undefined ? allowed(fields) : { ...allowed(fields), error: placeOf(cause) }, message),
  }
}
