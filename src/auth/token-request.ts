import { parseArgs } from 'node:util'
import type { JWTPayload } from 'jose'
import { Region } from '../../schemas/category.ts'
import { Day } from '../../schemas/dates.ts'
import { Bin, Iin } from '../../schemas/identifiers.ts'
import { Role } from './verify.ts'

/** A command line that names no token. Its message is for a human and quotes no number. */
export class TokenUsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'TokenUsageError'
  }
}

/** How the command is used. */
export const TOKEN_USAGE = `npm run -s token -- --role <${Role.options.join('|')}>
  [--org BIN] [--iin IIN] [--case ID]... [--region CODE] [--sub NAME]
  [--order-number TEXT] [--order-date DAY] [--valid-from DAY] [--valid-to DAY]
  [--expires SECONDS | 30m | 8h | 7d]`

const one = { type: 'string' } as const
const OPTIONS = {
  role: one,
  org: one,
  iin: one,
  case: { type: 'string', multiple: true },
  region: one,
  sub: one,
  'order-number': one,
  'order-date': one,
  'valid-from': one,
  'valid-to': one,
  expires: one,
} as const
const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

interface Shape<Value> {
  safeParse(text: string): { readonly success: true; readonly data: Value } | { readonly success: false }
}

/** The value of a flag, undefined where it is not given. */
function checked<Value>(flag: string, text: string | undefined, shape: Shape<Value>, expected: string): Value | undefined {
  if (text === undefined) return undefined
  const result = shape.safeParse(text)
  if (!result.success) throw new TokenUsageError(`--${flag}: expected ${expected}`)
  return result.data
}

/** How long the token lives, in seconds; below zero makes one that is past its time. */
function lifetime(text: string): number {
  const [, count = '', unit = 's'] = /^(-?\d{1,9})([smhd])?$/.exec(text) ?? []
  if (count === '') throw new TokenUsageError('--expires: expected seconds, or a number with s, m, h or d')
  return Number(count) * (UNIT_SECONDS[unit] ?? 1)
}

/** Our own words: those of the parser quote the arguments. */
const PARSE_FAULTS: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'there is a flag that is not known',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'there is a word that belongs to no flag',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'a flag lacks its value (write --flag=VALUE where the value begins with a dash)',
}

function readFlags(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: false }).values
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new TokenUsageError(PARSE_FAULTS[code] ?? 'the command line cannot be read')
  }
}
type Flags = ReturnType<typeof readFlags>

/** The order that appoints a responsible person; null where no flag speaks of it. */
function orderOf(flags: Flags) {
  const day = (flag: 'order-date' | 'valid-from' | 'valid-to') => checked(flag, flags[flag], Day, 'a day, yyyy-MM-dd') ?? null
  const number = flags['order-number'] ?? null
  const order = { number, date: day('order-date'), validFrom: day('valid-from'), validTo: day('valid-to') }
  return Object.values(order).some((value) => value !== null) ? order : null
}

/** The cases: one of a platform's call, the assigned ones of a commission. */
function casesOf(role: string, cases: readonly string[] | undefined) {
  if (role === 'commission') return { cases: cases ?? [] }
  return cases?.[0] === undefined ? {} : { case: cases[0] }
}

/** The claims that a command line asks for; `nowSeconds` since 1970. Throws `TokenUsageError`. */
export function tokenClaims(argv: readonly string[], issuer: string, audience: string, nowSeconds: number): JWTPayload {
  const flags = readFlags(argv)
  if (flags.role === undefined) throw new TokenUsageError('--role is required')
  const role = checked('role', flags.role, Role, Role.options.join(', ')) ?? ''
  const iin = checked('iin', flags.iin, Iin, 'a person number: 12 digits with a check digit')
  const org = checked('org', flags.org, Bin, 'an organisation number: 12 digits with a check digit')
  const region = checked('region', flags.region, Region, 'a region code of two digits')
  const order = orderOf(flags)
  return {
    ...{ iss: issuer, aud: audience, sub: flags.sub ?? `dev-${role}`, role },
    ...{ iat: nowSeconds, nbf: nowSeconds, exp: nowSeconds + lifetime(flags.expires ?? '8h') },
    ...(iin ? { iin } : {}),
    ...(org ? { org } : {}),
    ...(region ? { region } : {}),
    ...(order ? { order } : {}),
    ...casesOf(role, flags.case),
  }
}
