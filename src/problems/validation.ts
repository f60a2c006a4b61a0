import type { z } from 'zod'
import { type Problem, ValidationCode } from '../../schemas/problem.ts'

type Fault = NonNullable<Problem['errors']>[number]
type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** A longer list tells a caller nothing more, and costs an attacker little. */
const MOST = 50
/** What may be repeated of a key that we do not know: a plain short name, which cannot be a number of a person. */
const PLAIN_KEY = /^[A-Za-z][A-Za-z_]{0,30}\d{0,2}$/

function pointerOf(path: Path): string {
  return path.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** What the request has at this place; undefined where it has nothing. */
function valueAt(input: unknown, path: Path): unknown {
  let value = input
  for (const token of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined
    value = Reflect.get(value, token)
  }
  return value
}

function tooLong(issue: Issue): boolean {
  return issue.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array')
}

function codeOf(issue: Issue, value: unknown): ValidationCode {
  if (issue.code === 'custom') return ValidationCode.safeParse(issue.params?.fault).data ?? 'type'
  if (value === undefined) return 'required'
  if (issue.code === 'invalid_value') return typeof value === 'string' ? 'unknown_code' : 'type'
  if (issue.code === 'too_small' && issue.origin !== 'number') return 'required'
  return tooLong(issue) ? 'too_long' : 'type'
}

function faultsOf(issue: Issue, input: unknown): Fault[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerOf(issue.path), code: codeOf(issue, valueAt(input, issue.path)) }]
  return issue.keys.map((key) => ({ pointer: pointerOf(PLAIN_KEY.test(key) ? [...issue.path, key] : issue.path), code: 'unknown_key' }))
}

/** The `errors[]` of a problem: places and codes, never a value. `input` is what was validated; at most 50. */
export function validationFaults(issues: readonly Issue[], input: unknown): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, input)).slice(0, MOST)
}
