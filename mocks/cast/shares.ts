import { ARCHETYPES, type Archetype } from './archetypes.ts'
import { randomFrom, whole } from './random.ts'

/*
 * What kinds of people a large cast is made of. The first are the published ones, one of each archetype; those after them are drawn by
 * these shares: mostly teachers of whom everything is there, as many of each claim as the press told of the categories at the end of 2025
 * (researchers a fifth, masters under one in a hundred), and few of each oddity.
 */

const ALL = 10_000
/** Of ten thousand; what is not named has `RARE`, and `expert-complete` the rest. */
const SHARES: Readonly<Record<string, number>> = {
  'moderator-complete': 2700,
  'researcher-confirming': 1900,
  'moderator-rural': 700,
  'teacher-first-year': 600,
  'moderator-retrained': 250,
  'social-teacher': 200,
  'expert-without-diploma': 120,
  'expert-course-old': 100,
  'expert-test-missing': 100,
  'master-refused-before': 70,
  'head-first': 60,
  'head-in-reserve': 5,
  'head-appointed': 5,
  'expert-without-patronymic': 40,
}
const RARE = 25
/** Of ten thousand pairs; see `LEADERS`. */
const PAIRS = 20

/** Two people of one stream, born on one day with neighbouring numbers: the second, and the first, who stands before him. */
const LEADERS: Readonly<Record<string, string>> = { 'expert-neighbour': 'expert-namesake', 'expert-other-twin': 'expert-twin' }

function named(name: string): Archetype {
  const archetype = ARCHETYPES.find((one) => one.name === name)
  if (!archetype) throw new RangeError(`no archetype ${name}`)
  return archetype
}

const pairs = Object.entries(LEADERS).map(([second, first]) => [named(first), named(second)] as const)
const singles = ARCHETYPES.filter((archetype) => !pairs.flat().includes(archetype) && archetype.name !== 'expert-complete')
/** The archetype for each of ten thousand lots. */
const LOTS: readonly Archetype[] = singles.flatMap((archetype) => Array<Archetype>(SHARES[archetype.name] ?? RARE).fill(archetype))

/** Everybody drawn later than the published cast: even indexes begin a pair, and some pairs belong together. */
function later(seed: string, index: number): Archetype {
  const first = index - (index % 2)
  const pair = first < ARCHETYPES.length ? ALL : whole(randomFrom(`${seed}/pair/${first}`), 0, ALL - 1)
  const together = pair < PAIRS ? pairs[pair % pairs.length]?.[index % 2] : undefined
  return together ?? LOTS[whole(randomFrom(`${seed}/lot/${index}`), 0, ALL - 1)] ?? named('expert-complete')
}

/** The archetype of a place in the cast: of the published, its own; after them, by the shares. */
export function archetypeAt(seed: string, index: number): Archetype {
  return ARCHETYPES[index] ?? later(seed, index)
}

/** Whose stream a person is drawn from: the one before him for the second of two who belong together, else his own. */
export function leaderOf({ name }: Archetype, index: number): number {
  return name in LEADERS ? index - 1 : index
}

/** Whether the next one in the cast shares this one's stream. */
export function isLeader({ name }: Archetype): boolean {
  return Object.values(LEADERS).includes(name)
}
