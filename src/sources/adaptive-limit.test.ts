import { describe, expect, test } from 'vitest'
import { createAdaptiveLimit } from './adaptive-limit.ts'

/** A limit of twelve at a clock that the test moves; `answers` in so many milliseconds each. */
function limitOf(most = 12) {
  const clock = { ms: 0 }
  const limit = createAdaptiveLimit(most, () => clock.ms)
  const answers = (count: number, ms: number) => {
    for (let index = 0; index < count; index++) limit.answered(ms)
  }
  return { clock, limit, answers }
}

describe('places', () => {
  test('begins with what is configured and never goes above it', () => {
    const { limit, answers } = limitOf()
    answers(1000, 100)
    expect(limit.places()).toBe(12)
  })

  test('takes off a tenth for each answer that did not come in time', () => {
    const { limit } = limitOf(100)
    limit.refused(null)
    expect(limit.places()).toBe(90)
    limit.refused(null)
    expect(limit.places()).toBe(81)
  })

  test.each([
    [12, 2],
    [1, 1],
  ])('keeps of %i places at least %i', (most, least) => {
    const { limit } = limitOf(most)
    for (let index = 0; index < 100; index++) limit.refused(null)
    expect(limit.places()).toBe(least)
  })

  test('gives one back for as many answers as there are places', () => {
    const { limit, answers } = limitOf(4)
    for (let index = 0; index < 100; index++) limit.refused(null)
    answers(1, 100)
    expect(limit.places()).toBe(2)
    answers(1, 100)
    expect(limit.places()).toBe(3)
    answers(3, 100)
    expect(limit.places()).toBe(4)
  })

  test('shrinks where answers take far longer than usual, and comes back with them (U9)', () => {
    const { limit, answers } = limitOf()
    answers(300, 100)
    answers(60, 1000)
    const slow = limit.places()
    expect(slow).toBeLessThan(9)
    answers(300, 100)
    expect(limit.places()).toBe(12)
  })

  test('stays where answers of a few milliseconds take a few more', () => {
    const { limit, answers } = limitOf()
    answers(300, 2)
    answers(60, 30)
    expect(limit.places()).toBe(12)
  })

  test('blames no source for a call that began too late to be answered', () => {
    const { limit, answers } = limitOf()
    answers(30, 400)
    limit.refused(50)
    expect(limit.places()).toBe(12)
    limit.refused(400)
    expect(limit.places()).toBe(10)
  })
})

describe('wellness', () => {
  test('knows nothing of a source that has hardly answered', () => {
    const { limit, answers } = limitOf()
    answers(19, 100)
    expect(limit.isWell()).toBe(false)
    answers(1, 100)
    expect(limit.isWell()).toBe(true)
  })

  test('ends with silence and with a place taken off', () => {
    const { limit, answers, clock } = limitOf()
    answers(30, 100)
    clock.ms = 300
    expect(limit.isWell()).toBe(true)
    clock.ms = 301
    expect(limit.isWell()).toBe(false)
    answers(1, 100)
    limit.refused(null)
    expect(limit.isWell()).toBe(false)
  })
})
