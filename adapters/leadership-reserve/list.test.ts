import { expect, test } from 'vitest'
import { invented } from '../../test/support/ask-rig.ts'
import { EXCHANGE, scriptedSource } from '../../test/support/scripted-source.ts'
import type { HttpCall, Loaded, RawRecord, Received, Source } from '../adapter.ts'
import { loadYear, yearsUntil } from './list.ts'

const [YEAR_2024, YEAR_2026] = [yearsUntil('2026-11-24')[1]!, yearsUntil('2026-11-24')[3]!]
const ROW = { iin: invented(7), fio: 'Мысалов Т.', status: 'in_reserve' }
const PROTOCOL = { outcome: 'unreadable', reason: 'protocol' }
const NOT_THERE = { outcome: 'unavailable', reason: 'http_4xx' }

/** Loads a year from one answer; what was kept of it before is told by its tag. */
async function loaded(answer: Partial<Received<unknown>>, kept: string | null = null, year = YEAR_2024) {
  const calls: HttpCall[] = []
  const json = async (call: HttpCall) => {
    calls.push(call)
    return { body: { year: 2024, rows: [ROW] }, status: 200, exchange: EXCHANGE, tag: null, ...answer }
  }
  const source = { ...scriptedSource({}).source, json } as Source
  const parts: Loaded[] = []
  for await (const part of loadYear(year, kept, source)) parts.push(part)
  return { parts, calls, headers: calls[0]?.headers }
}

test('knows a list of every year since the first one', () => {
  expect(yearsUntil('2026-11-24').map(({ scope, isCurrent }) => [scope, isCurrent])).toEqual([
    ...[['2023', false]],
    ...[['2024', false]],
    ...[['2025', false]],
    ...[['2026', true]],
  ])
})

test('asks for the list of a year and puts the year into its rows', async () => {
  const { parts, calls, headers } = await loaded({ tag: '"a"' })
  expect(calls).toMatchObject([{ method: 'GET', path: '/reserve/1000-leaders/2024.json' }])
  expect(headers).toBeUndefined()
  expect(parts).toEqual([[{ value: { ...ROW, year: 2024 }, iin: ROW.iin, exchange: EXCHANGE }], { tag: '"a"' }])
})

test.each(['"a"', 'W/"a"', '""'])('asks with the kept tag %s whether the list has changed', async (kept) => {
  const { parts, headers } = await loaded({ status: 304, body: null }, kept)
  expect([headers, parts]).toEqual([{ 'if-none-match': kept }, ['unchanged']])
})

test.each([
  ['no tag', null],
  ['a tag without quotation marks', 'a'],
  ['a tag of other letters', '"қ"'],
])('knows a list with %s by its hash, and sends no tag', async (_, tag) => {
  const hash = `sha256:${EXCHANGE.payloadHash}`
  expect((await loaded({ tag })).parts.at(-1)).toEqual({ tag: hash })
  const again = await loaded({ tag }, hash)
  expect([again.headers, again.parts]).toEqual([undefined, ['unchanged']])
})

test('loads a list anew that has changed', async () => {
  expect((await loaded({ tag: '"b"' }, '"a"')).parts).toMatchObject([[{ iin: ROW.iin }], { tag: '"b"' }])
  expect((await loaded({}, 'sha256:1')).parts).toMatchObject([[{ iin: ROW.iin }], { tag: expect.stringMatching(/^sha256:/) }])
})

test.each([
  ['the present year before its list is out', YEAR_2026, null, []],
  ['the present year after its list was out', YEAR_2026, '"a"', NOT_THERE],
  ['an earlier year', YEAR_2024, null, NOT_THERE],
  ['an earlier year that was there', YEAR_2024, '"a"', NOT_THERE],
])('takes 404 of %s for what it is', async (_, year, kept, part) => {
  expect((await loaded({ status: 404, body: null }, kept, year)).parts).toEqual([part])
})

test.each([
  ['"not modified" where nothing was kept', { status: 304, body: null }, null],
  ['"not modified" where no tag was sent', { status: 304, body: null }, 'sha256:1'],
  ['the list of another year', { body: { year: 2023, rows: [] } }, null],
  ['a list of no year', { body: { rows: [] } }, null],
  ['rows without an envelope', { body: [ROW] }, null],
  ['an envelope without rows', { body: { year: 2024 } }, null],
  ['rows that are no list', { body: { year: 2024, rows: 'Мысалов' } }, null],
])('ends with a verdict at %s', async (_, answer, kept) => {
  expect((await loaded(answer, kept)).parts).toEqual([PROTOCOL])
})

test('reads an empty list, and a year written as text', async () => {
  expect((await loaded({ body: { year: '2024', rows: [] } })).parts[0]).toEqual([])
})

test('notes the leading zeros that it puts back', async () => {
  const iin = invented(1, '000115')
  const { parts } = await loaded({ body: { year: 2024, rows: [{ iin: Number(iin) }, { iin }] } })
  expect(parts[0]).toMatchObject([{ iin, repairs: ['iin.leading-zero'] }, { iin }])
  expect((parts[0] as RawRecord[])[1]).not.toHaveProperty('repairs')
})

test('marks a row of nobody for certain, and reads its neighbours', async () => {
  const { parts } = await loaded({ body: { year: 2024, rows: ['Мысалов', null, [ROW], { fio: 'Мысалов Т.' }, { iin: '123' }, ROW] } })
  const rows = parts[0] as RawRecord[]
  expect(rows.map(({ iin, unreadable }) => [iin, unreadable])).toEqual([
    ...Array.from({ length: 5 }, () => [null, true]),
    [ROW.iin, undefined],
  ])
  expect(rows.map(({ value }) => value)).toMatchObject(['Мысалов', null, [ROW], { year: 2024 }, { year: 2024 }, { year: 2024 }])
})
