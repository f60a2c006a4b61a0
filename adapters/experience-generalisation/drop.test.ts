import { expect, test } from 'vitest'
import { invented } from '../../test/support/ask-rig.ts'
import { EXCHANGE, scriptedSource } from '../../test/support/scripted-source.ts'
import type { RawRecord } from '../adapter.ts'
import { loadDrop } from './drop.ts'
import { rowKeys } from './person.ts'
import { GeneralisationWire } from './wire.ts'

const HEADER = 'IIN;FIO;BIN;TOPIC_KK;TOPIC_RU;LEVEL;COUNCIL;PROTOCOL_NO;PROTOCOL_DATE;REG_NO'
const rowOf = (iin: string, topic = 'Опыт') => `${iin};Мысалов Т.;000140000002;;${topic};ауданд.;АӘК;12-а;03.02.2023;`
const MINE = rowOf(invented(7))

/** Loads a file of these lines, all in one batch or each in its own, announced with so many rows. */
async function loaded(lines: readonly string[], rows = lines.length, header = HEADER, size = lines.length) {
  const cells = lines.map((line) => line.split(';'))
  const batches = size === 1 ? cells.map((row) => [row]) : [cells]
  const { source, calls } = scriptedSource({ table: () => batches.map((batch) => ({ header: header.split(';'), rows: batch })) })
  const drop = { scope: '19', tag: 'a'.repeat(64), asOf: null, file: 'a.csv', rows }
  const records: RawRecord[] = []
  for await (const part of loadDrop(drop, source)) {
    if ('outcome' in part) return { verdict: part.reason, records, calls }
    records.push(...part)
  }
  return { verdict: null, records, calls }
}

const isRead = ({ value }: RawRecord) => GeneralisationWire.safeParse(value).success

test('asks for the file by its name and hash', async () => {
  const { calls, records } = await loaded([MINE])
  expect(calls).toEqual([{ path: '/drops/a.csv', separator: ';', sha256: 'a'.repeat(64) }])
  expect(records).toMatchObject([{ iin: invented(7), exchange: EXCHANGE, value: { IIN: invented(7), TOPIC_RU: 'Опыт', LEVEL: 'ауданд.' } }])
})

test('notes the leading zeros that it puts back, and the end of a decimal that it leaves out', async () => {
  const iin = invented(1, '000115')
  const { records } = await loaded([rowOf(iin.slice(3)), rowOf(iin), rowOf(`${invented(7)}.0`)])
  expect(records).toMatchObject([{ iin, repairs: ['iin.leading-zero'] }, { iin }, { iin: invented(7), repairs: ['iin.decimal'] }])
  expect(records.filter(({ repairs }) => repairs)).toHaveLength(2)
})

test.each([
  ['with a column more', `NO;${HEADER};NOTE`, `1;${MINE};x`],
  ['in small letters', HEADER.toLowerCase(), MINE],
])('finds the columns of a header %s', async (_, header, line) => {
  const { records } = await loaded([line], 1, header)
  expect(records).toMatchObject([{ iin: invented(7), value: { PROTOCOL_NO: '12-а' } }])
  expect(records.every(isRead)).toBe(true)
})

test.each([
  ['without the number', HEADER.replace('IIN', 'ID'), 'drift'],
  ['with a column twice', `${HEADER};LEVEL`, 'protocol'],
])('refuses a header %s', async (_, header, reason) => {
  expect(await loaded([`${MINE};x`], 1, header)).toMatchObject({ verdict: reason, records: [] })
})

test.each([1, 2])('reads of a row with a separator more only whom it is about, %i row at a time', async (size) => {
  const { records, verdict } = await loaded([rowOf(invented(7), 'Опыт; урок'), rowOf(invented(8))], 2, HEADER, size)
  expect([verdict, records.map(isRead), records.map(({ iin }) => iin)]).toEqual([null, [false, true], [invented(7), invented(8)]])
  expect(records[0]?.value).toEqual({ IIN: invented(7), FIO: 'Мысалов Т.', cells: '11' })
})

test.each([2, 3])('reads a row over two lines as one that cannot be read, where %i rows were announced', async (rows) => {
  const lines = [...rowOf(invented(7), 'Опыт\nурок').split('\n'), rowOf(invented(8))]
  const { records, verdict } = await loaded(lines, rows)
  expect([verdict, records.map(isRead)]).toEqual([null, [false, true]])
  expect(records.flatMap(({ value }) => rowKeys(value))).toEqual([invented(7), invented(8)])
})

test('does not take a row with a number for the end of another one', async () => {
  const { records } = await loaded([`${invented(7)};a`, `${invented(8)};b`])
  expect(records.map(({ iin }) => iin)).toEqual([invented(7), invented(8)])
})

test.each([0, 1, 3])('ends with a verdict where %i rows were announced and two came', async (rows) => {
  expect((await loaded([MINE, MINE], rows)).verdict).toBe('protocol')
})

test('reads a file of the header alone as nothing', async () => {
  expect(await loaded([])).toMatchObject({ verdict: null, records: [] })
})

test.each(['8,50312E+11', '', 'Мысалов'])('marks a row with the number %j as nobody’s for sure', async (iin) => {
  expect((await loaded([rowOf(iin), MINE])).records).toMatchObject([{ iin: null, unreadable: true }, { iin: invented(7) }])
})

test.each([
  ['half of the numbers are', 2, null],
  ['more than half of the numbers are', 3, 'drift'],
])('ends with a verdict or none where %s lost', async (_, lost, reason) => {
  const cut = Array.from({ length: lost }, () => rowOf('8,50312E+11'))
  const { verdict, records } = await loaded([...cut, MINE, rowOf(invented(8))], lost + 2, HEADER, 1)
  expect([verdict, records.length]).toEqual([reason, lost + 2])
})
