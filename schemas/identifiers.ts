import { z } from 'zod'

/** Why a person or organisation number is refused: the `errors[].code` of a problem. */
export type IdentifierFault = 'iin.length' | 'iin.digits' | 'iin.date' | 'iin.check' | 'bin.check'

const FIRST_PASS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECOND_PASS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/** Weighted sum of the first eleven digits modulo 11. */
function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11
}

/** The check digit of an IIN or a BIN (two passes), or null where the eleven digits have none. */
export function checkDigit(elevenDigits: string): number | null {
  const first = weighted(elevenDigits, FIRST_PASS)
  if (first < 10) return first
  const second = weighted(elevenDigits, SECOND_PASS)
  return second < 10 ? second : null
}

/** The seventh digit names century and sex; 0 (seen for foreigners) leaves both open. */
const CENTURIES: Readonly<Record<string, number | null>> = { 0: null, 1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000 }

/** The day that twelve digits code, or null where there is no such day. */
function dayIn(iin: string): Date | null {
  const century = CENTURIES[iin.charAt(6)]
  if (century === undefined) return null
  // 2000 is a leap year: where the century is open, 29 February must stay possible.
  const year = (century ?? 2000) + Number(iin.slice(0, 2))
  const [month, day] = [Number(iin.slice(2, 4)), Number(iin.slice(4, 6))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null
}

/** The birth date (`yyyy-MM-dd`) that twelve digits code, or null where there is no such day. */
export function birthDateOf(iin: string): string | null {
  return dayIn(iin)?.toISOString().slice(0, 10) ?? null
}

/** The sex that the seventh digit codes, null where it is 0. */
export function sexOf(iin: string): 'male' | 'female' | null {
  const digit = Number(iin.charAt(6))
  if (digit === 0) return null
  return digit % 2 === 1 ? 'male' : 'female'
}

/** What is wrong with a person number, or null: twelve ASCII digits, a real day, the check digit of both passes. */
export function iinFault(text: string): IdentifierFault | null {
  if (text.length !== 12) return 'iin.length'
  if (!/^[0-9]{12}$/.test(text)) return 'iin.digits'
  if (dayIn(text) === null) return 'iin.date'
  return checkDigit(text) === Number(text[11]) ? null : 'iin.check'
}

const TWELVE_DIGITS = /(?<!\d)\d{12}(?!\d)/g

/** Text, or null where the number of a person stands in it: it has no business in facts and keys. */
export function impersonal(text: string | null): string | null {
  return text?.match(TWELVE_DIGITS)?.some((number) => iinFault(number) === null) ? null : text
}

/** People write numbers in groups. */
const GROUPS = /\d+(?:[\s-]+\d+)*/g

function isOfPerson(groups: readonly string[]): boolean {
  let number = ''
  for (const group of groups) {
    number += group
    if (number.length >= 12) return iinFault(number) === null
  }
  return false
}

/** Whether the number of a person stands in what somebody wrote, in groups or not, whatever digits stand beside it. */
export function namesPerson(text: string): boolean {
  return [...text.matchAll(GROUPS)].some(([run]) => {
    const groups = run.split(/[\s-]+/)
    return groups.some((_, first) => isOfPerson(groups.slice(first)))
  })
}

/** What is wrong with an organisation number, or null. Its fifth digit is 4, 5 or 6, by which it differs from an IIN. */
export function binFault(text: string): IdentifierFault | null {
  const shaped = /^[0-9]{2}(0[1-9]|1[0-2])[456][0-3][0-9]{6}$/.test(text)
  return shaped && checkDigit(text) === Number(text[11]) ? null : 'bin.check'
}

/** Person number (IIN): 12 digits. The issue's message is the stable code, never the value. */
export const Iin = z
  .string()
  .superRefine((text, context) => {
    const fault = iinFault(text)
    if (fault) context.addIssue({ code: 'custom', message: fault, params: { fault } })
  })
  .meta({ id: 'Iin', description: 'Person number, 12 digits with a check digit', format: 'iin', pattern: '^[0-9]{12}$' })
export type Iin = z.infer<typeof Iin>

/** Organisation number (BIN): 12 digits with the same check digit. */
export const Bin = z
  .string()
  .superRefine((text, context) => {
    const fault = binFault(text)
    if (fault) context.addIssue({ code: 'custom', message: fault, params: { fault } })
  })
  .meta({ id: 'Bin', description: 'Organisation number, 12 digits with a check digit', format: 'bin', pattern: '^[0-9]{12}$' })
export type Bin = z.infer<typeof Bin>

/** Hexadecimal as letters: an opaque id must have no run of digits that could be taken for a person number. */
export function letters(hex: string): string {
  return hex.replace(/\d/g, (digit) => 'ghijkmnpqr'.charAt(Number(digit)))
}
