import { iinFor } from './numbers.ts'
import { randomFrom, whole } from './random.ts'

/*
 * Which number stands for which place in the cast, without a table: index ↔ slot by a permutation that the seed chooses, slot ↔ birth
 * date, sex and a block of serials by division. Whoever has the number has the index; whether he is of the cast is seen by drawing him.
 */

const [FIRST_YEAR, YEARS, MONTHS, DAYS] = [1860, 40, 12, 28]
const BIRTHDAYS = YEARS * MONTHS * DAYS
/** Blocks of serials of one birthday: women are the most of all teachers. Ten serials of a block are left over, for those without a check digit and for a neighbour. */
const FEMALE = { blocks: 36, room: 277 }
const MALE = { blocks: 14, room: 714 }
const SPARE = 10
/** How many people can have a number of their own. */
export const SLOTS = BIRTHDAYS * (FEMALE.blocks + MALE.blocks)
const GOLDEN = 0.618034

/** Where the number of a person lies: the first serial of the block and the last one that may be drawn. */
export interface Spot {
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  readonly from: number
  readonly to: number
}

/** The permutation of a seed. */
export interface Numbering {
  slotOf(index: number): number
  indexOf(slot: number): number
}

function isCoprime(one: number, other: number): boolean {
  return other === 0 ? one === 1 : isCoprime(other, one % other)
}

/** The inverse of `factor` modulo `SLOTS`, by the extended algorithm of Euclid. */
function inverseOf(factor: number): number {
  let [rest, next, weight, nextWeight] = [SLOTS, factor, 0, 1]
  while (next !== 0) {
    const times = Math.floor(rest / next)
    ;[rest, next] = [next, rest - times * next]
    ;[weight, nextWeight] = [nextWeight, weight - times * nextWeight]
  }
  return (weight + SLOTS) % SLOTS
}

/** index → (factor · index + shift) mod SLOTS. A factor near the golden section spreads any number of people evenly over years and sexes. */
export function numberingOf(seed: string): Numbering {
  const random = randomFrom(`${seed}/numbering`)
  let factor = Math.floor(SLOTS * GOLDEN) + whole(random, 0, 20_000)
  while (!isCoprime(factor, SLOTS)) factor++
  const shift = whole(random, 0, SLOTS - 1)
  const inverse = inverseOf(factor)
  return {
    slotOf: (index) => (factor * index + shift) % SLOTS,
    indexOf: (slot) => (inverse * (slot - shift + SLOTS)) % SLOTS,
  }
}

const two = (number: number) => String(number).padStart(2, '0')

/** The spot of a slot. */
export function spotOf(slot: number): Spot {
  const day = slot % BIRTHDAYS
  const cell = Math.floor(slot / BIRTHDAYS)
  const birthDate = `${FIRST_YEAR + Math.floor(day / (MONTHS * DAYS))}-${two(1 + (Math.floor(day / DAYS) % MONTHS))}-${two(1 + (day % DAYS))}`
  const sex = cell < FEMALE.blocks ? 'female' : 'male'
  const { room } = sex === 'female' ? FEMALE : MALE
  const from = (sex === 'female' ? cell : cell - FEMALE.blocks) * room
  return { birthDate, sex, from, to: from + room - 1 - SPARE }
}

/** The slot in which a number lies; null: in none. */
export function slotIn(iin: string): number | null {
  const [year, month, day, seventh, serial] = (/^(\d\d)(\d\d)(\d\d)([12])(\d{4})\d$/.exec(iin) ?? []).slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined || serial === undefined) return null
  const yearsIn = 1800 + year - FIRST_YEAR
  if (yearsIn < 0 || month < 1 || month > MONTHS || day < 1 || day > DAYS) return null
  const { blocks, room } = seventh === 2 ? FEMALE : MALE
  const block = Math.floor(serial / room)
  if (block >= blocks) return null
  return (seventh === 2 ? block : block + FEMALE.blocks) * BIRTHDAYS + (yearsIn * MONTHS + month - 1) * DAYS + day - 1
}

/** The next number after this one with a check digit: of somebody born on the same day. */
export function neighbourOf(iin: string, { birthDate, sex }: Spot): string {
  return iinFor(birthDate, sex, Number(iin.slice(7, 11)) + 1)
}
