import { describe, expect, test } from 'vitest'
import { announcedAt, dailyWindows, plannedAt, workEndsAt } from './maintenance.ts'

const at = (text: string) => Date.parse(text)
const told = (windows: ReturnType<typeof plannedAt>) =>
  windows.map(({ from, to }) => [from, to].map((one) => new Date(one).toISOString().slice(8, 16)))

describe('dailyWindows', () => {
  test('reads several windows', () => {
    expect(dailyWindows('13:00-14:00, 18:00-18:30')).toEqual([
      { from: 780, to: 840 },
      { from: 1080, to: 1110 },
    ])
  })
  test.each(['', '13-14', '24:00-25:00', '13:00-13:00', '13:00-14:00;18:00-19:00', '13:60-14:00'])('refuses %s', (text) => {
    expect(dailyWindows(text)).toBeNull()
  })
})

describe('plannedAt', () => {
  const windows = dailyWindows('13:00-14:00,23:30-00:30')!
  test('tells what is under way and what comes within a day, in the time of Almaty', () => {
    expect(told(plannedAt(windows, at('2026-11-24T08:30:00Z')))).toEqual([
      ['24T08:00', '24T09:00'],
      ['24T18:30', '24T19:30'],
      ['25T08:00', '25T09:00'],
    ])
  })
  test.each([
    ['2026-11-24T07:59:59Z', null],
    ['2026-11-24T08:00:00Z', '2026-11-24T09:00:00.000Z'],
    ['2026-11-24T09:00:00Z', null],
    ['2026-11-24T18:45:00Z', '2026-11-24T19:30:00.000Z'],
    ['2026-11-24T19:15:00Z', '2026-11-24T19:30:00.000Z'],
  ])('ends what holds at %s at %s', (now, ends) => {
    const end = workEndsAt(windows, { windows: [] }, at(now))
    expect(end === null ? null : new Date(end).toISOString()).toBe(ends)
  })
})

describe('announcedAt', () => {
  const told = (from: string, to: string) => ({ kind: 'maintenance' as const, from, to, by: 'operator-1', reason: 'moves', at: from })
  const own = { windows: [told('2026-11-25T00:00:00Z', '2026-11-27T00:00:00Z'), told('2026-11-24T08:30:00Z', '2026-11-24T10:00:00Z')] }
  const daily = dailyWindows('13:00-14:00')!
  test('puts the work that operators have told of among that of the settings, the earliest first', () => {
    const shown = announcedAt(daily, own, at('2026-11-24T08:45:00Z'))
    expect(shown.map(({ from, by, reason }) => [new Date(from).toISOString().slice(8, 16), by, reason])).toEqual([
      ['24T08:00', null, 'announced'],
      ['24T08:30', 'operator-1', 'moves'],
      ['25T00:00', 'operator-1', 'moves'],
      ['25T08:00', null, 'announced'],
    ])
  })
  test('tells the later end of two windows that lie over one another', () => {
    expect(workEndsAt(daily, own, at('2026-11-24T08:45:00Z'))).toBe(at('2026-11-24T10:00:00Z'))
    expect(workEndsAt(daily, own, at('2026-11-24T12:00:00Z'))).toBeNull()
  })
})
