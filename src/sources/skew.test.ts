import { expect, test } from 'vitest'
import { answer, asyncAnswer, createWire, shepCall, syncAnswer } from '../../test/support/wire-rig.ts'
import { busTime, createSkewWatch, sentAt } from './skew.ts'

const NOW = Date.UTC(2026, 10, 24, 5)
const MINUTE = 60_000

/** A watch over one source, and what it told. */
function watching() {
  const told: unknown[] = []
  const events = { happened: (...event: readonly unknown[]) => void told.push(event) }
  return { heard: createSkewWatch(events, { now: () => NOW, monotonic: () => 0 })('diplomas'), told }
}

test('tells of a clock that goes wrong once, and again when it was right between', () => {
  const { heard, told } = watching()
  for (const minutes of [5, -5, 6, 7, 0, -6]) heard('Date', NOW + minutes * MINUTE)
  expect(told).toEqual([
    ['diplomas', 'clock_skew', { field: 'Date', skewSeconds: 360 }],
    ['diplomas', 'clock_skew', { field: 'Date', skewSeconds: -360 }],
  ])
})

test('knows the clock of the server and that of the bus apart, and takes nothing for a time that is none', () => {
  const { heard, told } = watching()
  heard('Date', NOW)
  heard('responseDate', NOW + 3_600_000)
  heard('Date', null)
  heard('responseDate', NOW + 3_600_000)
  expect(told).toEqual([['diplomas', 'clock_skew', { field: 'responseDate', skewSeconds: 3600 }]])
})

test('shows no number as long as that of a person', () => {
  const { heard, told } = watching()
  heard('Date', Date.UTC(9999, 11, 31))
  expect(JSON.stringify(told)).toContain('999999999')
  expect(JSON.stringify(told)).not.toMatch(/\d{12}/)
})

test.each([
  ['2026-11-24T10:00:00+05:00', NOW],
  ['2026-11-24T11:00:00.000+06:00', NOW],
  ['2026-11-24T05:00:00Z', NOW],
  ['2026-11-24T10:00:00', NOW],
  ['2026-02-31T10:00:00+99:00', null],
  ['24.11.2026 10:00', null],
  [undefined, null],
])('reads the time of the bus %s', (text, time) => {
  expect(busTime(text)).toBe(time)
})

test.each([
  [{ date: 'Tue, 24 Nov 2026 05:00:00 GMT' }, NOW],
  [{ date: 'Tue, 24 Nov 2026 04:00:00 GMT', age: '3600' }, NOW],
  [{ date: 'Tue, 24 Nov 2026 05:00:00 GMT', age: 'old' }, NOW],
  [{ date: 'soon' }, null],
  [{}, null],
])('reads when an answer was sent from %j', (headers: Readonly<Record<string, string>>, time) => {
  expect(sentAt((name) => headers[name] ?? null)).toBe(time)
})

const DATED = '<responseDate>2026-11-24T10:00:00+05:00</responseDate>'

test('hears of every answer what its clock shows, of the bus wherever it stands', async () => {
  const heard: unknown[] = []
  const listening = { heard: (...one: readonly unknown[]) => void heard.push(one) }
  const headers = { 'content-type': 'text/xml', date: 'Tue, 24 Nov 2026 05:00:00 GMT' }
  const sync = syncAnswer('<data><messageResult><code>00404</code></messageResult></data>').replace('<messageId>', `${DATED}<messageId>`)
  await createWire(answer(sync, 200, headers), listening).source.shep(shepCall())
  await createWire(answer(asyncAnswer('getMessages', DATED), 200, headers), listening).bus.take('SERVICE', 20)
  await createWire(answer('{}', 200, { ...headers, 'content-type': 'application/json' }), listening).source.json({
    method: 'GET',
    path: '/',
  })
  expect(new Set(heard.map((one) => JSON.stringify(one)))).toEqual(new Set([`["Date",${NOW}]`, `["responseDate",${NOW}]`]))
  expect(heard.length).toBeGreaterThanOrEqual(5)
})
