import { ARCHETYPES } from './archetypes.ts'
import { numberingOf, slotIn } from './numbering.ts'
import { type Person, personAt } from './person.ts'
import { indexesAt, nextSchool, regionOf, schoolAt } from './places.ts'
import { archetypeAt, isLeader, leaderOf } from './shares.ts'

/** As many teachers as the country has. */
export const MOST_PEOPLE = 635_000

/** What is known of a place in the cast before the person is drawn. */
export interface Sketch {
  readonly index: number
  readonly archetype: string
  readonly region: string
}

/** Everybody there is, each drawn when somebody looks: one person or all of them need the same memory. */
export interface Crowd {
  readonly size: number
  /** The first of all, one of each archetype; kept. */
  readonly published: readonly Person[]
  at(index: number): Person
  /** The person of this number; undefined: a stranger. */
  get(iin: string): Person | undefined
  sketchAt(index: number): Sketch
  /** The regions where somebody teaches, in their order. */
  regions(): readonly string[]
  /** Everybody in their order, or those whose sketch is wanted; in these regions alone, where they are given. */
  people(wanted?: (sketch: Sketch) => boolean, regions?: readonly string[]): Generator<Person>
  /** Those who teach at the school of this number. */
  teachersOf(bin: string): readonly Person[]
}

/** The people of a seed. Throws a RangeError unless there is at least one and at most as many as the country has teachers. */
export function createCrowd(seed: string, today: string, size: number = ARCHETYPES.length): Crowd {
  if (!Number.isInteger(size) || size < 1 || size > MOST_PEOPLE) throw new RangeError(`a cast has from 1 to ${MOST_PEOPLE} people`)
  const ground = { seed, today, numbering: numberingOf(seed), published: ARCHETYPES.length }
  const drawn = (index: number) => personAt(ground, index, archetypeAt(seed, index))
  const published = Array.from({ length: Math.min(size, ARCHETYPES.length) }, (_, index) => drawn(index))
  const at = (index: number) => published[index] ?? drawn(index)
  function sketchAt(index: number): Sketch {
    const archetype = archetypeAt(seed, index)
    return { index, archetype: archetype.name, region: regionOf(schoolAt(seed, leaderOf(archetype, index), archetype.name)) }
  }
  function* schoolRegions(): Generator<string> {
    yield* published.map(({ region }) => region)
    for (let index = published.length; index < size; index = nextSchool(index)) yield sketchAt(index).region
  }
  function* sketches(regions: readonly string[] | null): Generator<Sketch> {
    for (let index = 0; index < size; ) {
      const sketch = sketchAt(index)
      const isHere = regions === null || regions.includes(sketch.region)
      if (isHere) yield sketch
      index = isHere || index < published.length ? index + 1 : nextSchool(index)
    }
  }
  return {
    ...{ size, published, at, sketchAt },
    get(iin) {
      const slot = slotIn(iin)
      const index = slot === null ? size : ground.numbering.indexOf(slot)
      if (index >= size) return undefined
      const places = isLeader(archetypeAt(seed, index)) && index + 1 < size ? [index, index + 1] : [index]
      return places.map(at).find((person) => person.iin === iin)
    },
    regions: () => [...new Set(schoolRegions())].sort(),
    *people(wanted = () => true, regions) {
      for (const sketch of sketches(regions ?? null)) if (wanted(sketch)) yield at(sketch.index)
    },
    teachersOf(bin) {
      const [from, to] = indexesAt(bin) ?? [0, 0]
      const later = Array.from({ length: Math.max(0, Math.min(to, size) - from) }, (_, place) => at(from + place))
      return [...published.filter((person) => person.bin === bin), ...later]
    },
  }
}

/** The published cast: one of each archetype. */
export function castOf(seed: string, today: string): readonly Person[] {
  return createCrowd(seed, today).published
}
