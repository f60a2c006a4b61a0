import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ARCHETYPES } from './archetypes.ts'
import { castOf, createCrowd, MOST_PEOPLE } from './crowd.ts'
import { numberingOf, SLOTS, slotIn, spotOf } from './numbering.ts'
import { withCheckDigit } from './numbers.ts'

const TODAY = '2026-11-24'
const everybody = createCrowd('test', TODAY, MOST_PEOPLE)
/** Indexes from the whole cast, with both of a pair among them. */
const sample = Array.from({ length: 4000 }, (_, place) => (place * 317) % (MOST_PEOPLE - 1)).flatMap((index) => [index, index + 1])

describe('a number', () => {
  test('leads back to its slot, for every slot', () => {
    for (let slot = 0; slot < SLOTS; slot++) {
      const { birthDate, sex, from, to } = spotOf(slot)
      const prefix = `${birthDate.slice(2).replaceAll('-', '')}${sex === 'male' ? 1 : 2}`
      const slots = [from, to + 10].map((serial) => slotIn(`${prefix}${String(serial).padStart(4, '0')}0`))
      if (slots[0] !== slot || slots[1] !== slot) expect(slots).toEqual([slot, slot])
    }
  })

  test.each(['demo', 'test', 'journeys'])('stands for one index alone under the seed %s', (seed) => {
    const { slotOf, indexOf } = numberingOf(seed)
    const back = Array.from({ length: MOST_PEOPLE }, (_, index) => indexOf(slotOf(index)))
    expect(back.findIndex((index, place) => index !== place)).toBe(-1)
  })

  test('misses its check digit at most twice in a row, so that a block has room', () => {
    const eleven = Array.from({ length: 10_000 }, (_, serial) => `8503122${String(serial).padStart(4, '0')}`)
    const missing = eleven.map((one) => (withCheckDigit(one) === null ? 'x' : '-')).join('')
    expect(missing).toContain('x')
    expect(missing).not.toContain('xxx')
  })

  test('is of its owner alone and leads to him', () => {
    const people = [...new Set(sample)].map(everybody.at)
    expect(new Set(people.map(({ iin }) => iin)).size).toBe(people.length)
    expect(people.filter(({ iin, index }) => everybody.get(iin)?.index !== index)).toEqual([])
  })

  test('of a stranger leads to nobody', () => {
    fc.assert(
      fc.property(fc.nat(SLOTS - 1), fc.nat(9), (slot, step) => {
        const { birthDate, sex, from } = spotOf(slot)
        const iin = `${birthDate.slice(2).replaceAll('-', '')}${sex === 'male' ? 1 : 2}${String(from + step).padStart(4, '0')}0`
        expect([undefined, iin]).toContain(everybody.get(iin)?.iin)
      }),
      { numRuns: 2000 },
    )
    for (const iin of ['', 'x', '591231200017', '600631200010', '601331200010', '600101300010']) expect(everybody.get(iin)).toBeUndefined()
  })

  test('of somebody later than the last is a stranger', () => {
    const few = createCrowd('test', TODAY, 60)
    expect([few.get(everybody.at(59).iin)?.index, few.get(everybody.at(60).iin)]).toEqual([59, undefined])
  })
})

describe('a cast', () => {
  test('begins with the published, whatever its size', () => {
    expect(everybody.published).toEqual(castOf('test', TODAY))
    expect(everybody.published.map(({ archetype }) => archetype)).toEqual(ARCHETYPES.map(({ name }) => name))
    expect([...createCrowd('test', TODAY, 3).people()]).toEqual(castOf('test', TODAY).slice(0, 3))
  })

  test.each([0, 635_001, 1.5, Number.NaN])('refuses %d people', (size) => {
    expect(() => createCrowd('test', TODAY, size)).toThrow(RangeError)
  })

  test('sketches everybody as he is drawn', () => {
    const drawn = sample.map(everybody.at).map(({ index, archetype, region }) => ({ index, archetype, region }))
    expect(sample.map(everybody.sketchAt)).toEqual(drawn)
  })

  test('knows the teachers of a school without looking at everybody', () => {
    const crowd = createCrowd('test', TODAY, 700)
    for (const bin of new Set([...crowd.people()].map((person) => person.bin))) {
      expect(crowd.teachersOf(bin)).toEqual([...crowd.people()].filter((person) => person.bin === bin))
    }
    expect(crowd.teachersOf('000240000006')).toEqual([])
  })

  test('gives the people of some regions in their order', () => {
    const crowd = createCrowd('test', TODAY, 1500)
    const regions = crowd.regions().slice(2, 5)
    expect([...crowd.people(undefined, regions)]).toEqual([...crowd.people()].filter(({ region }) => regions.includes(region)))
    expect(new Set([...crowd.people()].map(({ region }) => region))).toEqual(new Set(crowd.regions()))
  })
})

describe('an archetype', () => {
  const count = (name: string) => sample.filter((index) => everybody.sketchAt(index).archetype === name).length

  test('is mostly that of a teacher of whom all is there, and none is missing among many', () => {
    const complete = ['expert-complete', 'moderator-complete', 'researcher-confirming'].map(count)
    expect(Math.min(...complete)).toBeGreaterThan(sample.length / 10)
    const many = new Set(Array.from({ length: 60_000 }, (_, index) => everybody.sketchAt(index).archetype))
    expect(many).toEqual(new Set(ARCHETYPES.map(({ name }) => name)))
  })

  test.each([
    ['expert-namesake', 'expert-neighbour', true],
    ['expert-twin', 'expert-other-twin', false],
  ])('of %s is followed by %s, wherever it is drawn', (first, second, sameName) => {
    const pairs = [...createCrowd('test', TODAY, 60_000).people(({ archetype }) => [first, second].includes(archetype))]
    expect(pairs.length).toBeGreaterThan(10)
    for (const [place, one] of pairs.entries()) {
      if (place % 2 === 1) continue
      const other = pairs[place + 1]!
      expect([one.archetype, other.archetype, other.index]).toEqual([first, second, one.index + 1])
      const shared = ['surname', 'patronymic', 'birthDate', 'sex', 'bin', 'region'] as const
      expect(shared.filter((key) => one[key] !== other[key])).toEqual([])
      expect(one.name === other.name).toBe(sameName)
      expect(Number(other.iin.slice(7, 11)) - Number(one.iin.slice(7, 11))).toBeLessThanOrEqual(3)
    }
  })
})
