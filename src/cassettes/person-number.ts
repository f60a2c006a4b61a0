import { binFault, checkDigit, iinFault } from '../../schemas/identifiers.ts'
import { birthCode } from './birth-date.ts'
import type { Keyed } from './keyed.ts'
import { scrambled } from './shape.ts'

const LENGTH = 12
const SERIALS = 10_000
const [BIRTH, SEX] = [6, 7]
/** `8,50312E+11`: a spreadsheet has cut the number to the digits before the E (quirk Q15). */
const EXPONENT = /^(\d)([.,])(\d{5,})(E\+?11)$/i
/** A number with what a spreadsheet adds, `.0`. */
const PLAIN = /^(\d{1,12})([.,]0+)?$/

/** The pseudonym of a valid number: no two of one birth date, sex and century share one. */
function validNumber(iin: string, keyed: Keyed): string {
  const birth = birthCode(iin.slice(0, BIRTH), keyed) ?? iin.slice(0, BIRTH)
  const century = Number(iin[BIRTH])
  // Of whom the century is unknown, the sex is as well.
  const sex = century === 0 ? 1 + ((keyed.bytes('sex', iin, 1)[0] ?? 0) % 2) : 2 - (century % 2)
  let serial = Number(iin.slice(SEX, LENGTH - 1))
  for (;;) {
    serial = keyed.shuffled(`serial ${iin.slice(0, SEX)}`, serial, SERIALS)
    const digits = `${birth}${sex}${String(serial).padStart(4, '0')}`
    const check = checkDigit(digits)
    if (check !== null) return `${digits}${check}`
  }
}

/** Twelve digits that are nobody's number stay so for the same reason. The number of an organisation is not personal. */
function invalidNumber(digits: string, keyed: Keyed): string {
  if (binFault(digits) === null) return digits
  const fault = iinFault(digits)
  let other = digits
  do other = scrambled(other, keyed)
  while (iinFault(other) !== fault || other === digits)
  return other
}

function twelve(digits: string, keyed: Keyed): string {
  return iinFault(digits) === null ? validNumber(digits, keyed) : invalidNumber(digits, keyed)
}

/** Digits that may have lost leading zeros (quirk Q14): the pseudonym begins with the same zeros, and has lost them too. */
function padded(digits: string, keyed: Keyed): string {
  const whole = digits.padStart(LENGTH, '0')
  if (digits.length === LENGTH || iinFault(whole) === null) return twelve(whole, keyed).slice(LENGTH - digits.length)
  let other = scrambled(digits, keyed)
  while (iinFault(other.padStart(LENGTH, '0')) === null) other = scrambled(other, keyed)
  return other
}

/** A number as a spreadsheet shows it; null: it is none, or begins with no birth date. */
function shortened(text: string, keyed: Keyed): string | null {
  const [, first = '', point = '', rest = '', power = ''] = EXPONENT.exec(text) ?? []
  const birth = birthCode(`${first}${rest}`.slice(0, BIRTH), keyed)
  return birth && `${birth[0]}${point}${birth.slice(1)}${scrambled(rest.slice(BIRTH - 1), keyed)}${power}`
}

/** What stands in a key of person numbers, with the same kind of break: without zeros, with `.0`, cut to an exponent. */
export function personNumber(text: string, keyed: Keyed): string {
  const clean = text.trim()
  const [, digits, tail = ''] = PLAIN.exec(clean) ?? []
  if (digits !== undefined) return text.replace(clean, padded(digits, keyed) + tail)
  const other = shortened(clean, keyed)
  return other === null ? numbersIn(text, keyed, (rest) => scrambled(rest, keyed)) : text.replace(clean, other)
}

/** What can hold a person's number: twelve digits, eleven where a zero was lost, twelve in groups as people write them, an exponent. */
const RUN =
  /\d{11,}|(?<!\d)(?:\d{6}(?:[\s\p{Pd}./_]\d)?[\s\p{Pd}./_]\d{5,6}|\d{3}(?:[\s\p{Pd}.]\d{3}){3}|\d{4}(?:[\s\p{Pd}.]\d{4}){2})(?!\d)|(?<!\d)\d[.,]\d{5,}E\+?11(?!\d)/giu

/** Twelve digits in groups, the pseudonym in the same groups. */
function inGroups(run: string, keyed: Keyed): string {
  const digits = run.replace(/\D/g, '')
  if (iinFault(digits) !== null) return run
  const other = padded(digits, keyed)
  let at = 0
  return run.replace(/\d/g, () => other.charAt(at++))
}

function inRun(run: string, keyed: Keyed): string {
  if (/E/i.test(run)) return shortened(run, keyed) ?? run
  if (/\D/.test(run)) return inGroups(run, keyed)
  const whole = run.padStart(LENGTH, '0')
  if (whole.length === LENGTH) return iinFault(whole) === null ? padded(run, keyed) : run
  const holds = Array.from({ length: run.length - LENGTH + 1 }, (_, at) => iinFault(run.slice(at, at + LENGTH)) === null).includes(true)
  return holds ? scrambled(run, keyed) : run
}

/** A text with the pseudonyms of all person numbers in it; `between` is done to what stands between them. */
export function numbersIn(text: string, keyed: Keyed, between: (text: string) => string): string {
  let [done, from] = ['', 0]
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const other = inRun(run, keyed)
    if (other === run) continue
    done += between(text.slice(from, index)) + other
    from = index + run.length
  }
  return done + between(text.slice(from))
}
