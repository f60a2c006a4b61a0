import { describe, expect, test } from 'vitest'
import { createDoor, type Door } from './door.ts'

/** A door at a clock and a loop that the test moves. */
function doorAt(most = 512) {
  const state = { ms: 0, lateMs: 0 }
  const door = createDoor({ most, monotonic: () => state.ms, lateMs: () => state.lateMs })
  /** As many as are let in, and out again after the next look. */
  const wave = () => {
    let inside = 0
    while (door.enter(1)) inside++
    state.ms += 100
    for (let left = inside; left > 0; left--) door.leave()
    return inside
  }
  return { door, state, wave }
}

const fill = (door: Door, share = 1) => {
  let inside = 0
  while (door.enter(share)) inside++
  return inside
}

describe('places', () => {
  test('begin with all that is configured, so that a burst is served', () => {
    expect([fill(doorAt().door), fill(doorAt(10).door)]).toEqual([512, 10])
  })

  test('are free again when a request has ended', () => {
    const { door } = doorAt(1)
    expect([door.enter(1), door.enter(1)]).toEqual([true, false])
    door.leave()
    expect(door.enter(1)).toBe(true)
  })

  test('are three quarters of all for the less urgent, who leave the rest to others', () => {
    const { door } = doorAt()
    expect([fill(door, 0.75), fill(door)]).toEqual([384, 128])
  })

  test('grow while all of them are used, up to what is configured', () => {
    const { wave, door, state } = doorAt(700)
    state.lateMs = 21
    wave()
    state.lateMs = 0
    expect(door.places()).toBe(630)
    wave()
    expect(door.places()).toBe(642)
    for (let count = 0; count < 10; count++) wave()
    expect(door.places()).toBe(700)
  })

  test('stay as they are where nobody needs more', () => {
    const { door, state, wave } = doorAt(700)
    state.lateMs = 21
    wave()
    state.lateMs = 0
    for (let count = 0; count < 10; count++) {
      door.enter(1)
      state.ms += 100
      door.leave()
    }
    expect(door.places()).toBe(642)
  })
})

describe('strain', () => {
  test('takes a tenth off what is in hand while the event loop is late, and never all', () => {
    const { wave, door, state } = doorAt(640)
    state.lateMs = 21
    wave()
    expect(door.places()).toBe(576)
    for (let count = 0; count < 100; count++) wave()
    expect(door.places()).toBe(128)
  })

  test('lets no more in than the sources take, where that is little', () => {
    const { wave, door } = doorAt(640)
    for (let count = 0; count < 100; count++) {
      door.crowded()
      wave()
    }
    expect(door.places()).toBe(16)
  })

  test('lets no more in because the event loop is late as well', () => {
    const { wave, door, state } = doorAt(640)
    for (let count = 0; count < 100; count++) {
      door.crowded()
      wave()
    }
    state.lateMs = 21
    wave()
    expect(door.places()).toBe(16)
  })

  test('takes a tenth off once where the sources have no room, however often they say so', () => {
    const { wave, door } = doorAt(640)
    door.crowded()
    door.crowded()
    wave()
    expect(door.places()).toBe(576)
    wave()
    expect(door.places()).toBe(587)
  })
})
