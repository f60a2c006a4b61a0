import { ARCHETYPES } from './archetypes.ts'
import { binFor } from './numbers.ts'
import { randomFrom, whole } from './random.ts'

/* Schools and regions. Teachers of a school stand side by side in the cast, so that a school is found without looking at everybody. */

/** The regions by their codes in the classifier of places. */
const REGIONS = ['10', '11', '15', '19', '23', '27', '31', '33', '35', '39', '43', '47', '55', '59', '61', '62', '63', '71', '75', '79']
/** As many teachers as a school has on the average; even, so that two neighbours are never parted. */
const TEACHERS = 54
const RURAL = 900
/** Schools after the published ones. Of ten serials one at most has no check digit: four leave room for it. */
const [FIRST_LATER, STEP] = [1000, 4]

/** The place of a school: the serial of its number. The published cast teaches at six schools and a small one. */
export function schoolAt(seed: string, index: number, archetype: string): number {
  if (index >= ARCHETYPES.length) return FIRST_LATER + Math.floor(index / TEACHERS) * STEP
  return archetype === 'moderator-rural' ? RURAL : whole(randomFrom(`${seed}/school/${index}`), 1, 6)
}

/** Where a school stands. */
export function regionOf(school: number): string {
  const place = school < FIRST_LATER ? school : (school - FIRST_LATER) / STEP
  return REGIONS[place % REGIONS.length] ?? ''
}

/** The first of the cast who teaches at another school than this one, after the published cast. */
export function nextSchool(index: number): number {
  return index - (index % TEACHERS) + TEACHERS
}

/** The indexes of those who teach at the school of that number after the published cast, the end excluded; null: at none of these schools. */
export function indexesAt(bin: string): readonly [from: number, to: number] | null {
  const place = Math.floor((Number(bin.slice(6, 11)) - FIRST_LATER) / STEP)
  if (place < 0 || binFor(FIRST_LATER + place * STEP) !== bin) return null
  return [Math.max(place * TEACHERS, ARCHETYPES.length), (place + 1) * TEACHERS]
}
