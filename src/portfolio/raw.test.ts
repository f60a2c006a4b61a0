import { expect, test } from 'vitest'
import { z } from 'zod'
import { listOf, WireBoolean, WireDay, WireLevel, WireNumber, WireText } from '../../schemas/wire.ts'
import { rawOf } from './raw.ts'

const Wire = z.object({
  title: WireText,
  day: WireDay,
  percent: WireNumber,
  flag: WireBoolean,
  level: WireLevel,
  holder: z.object({ name: WireText }),
  marks: z.preprocess(listOf, z.array(WireNumber)),
})
const sent = {
  title: ' Физика ',
  day: '2025-06-10+06:00',
  percent: '76,0',
  flag: 'true',
  level: 'облыстық',
  holder: { name: 'нет' },
  marks: ['5', '4,5'],
  unread: 'never looked at',
}

test('keeps what reading changed, by wire path', () => {
  expect(rawOf(sent, Wire.parse(sent))).toEqual({
    title: ' Физика ',
    day: '2025-06-10+06:00',
    percent: '76,0',
    level: 'облыстық',
    'holder.name': 'нет',
    'marks.1': '4,5',
  })
})

test('keeps nothing that may hold a person number', () => {
  const number = '8503122000'.concat('16')
  expect(rawOf({ title: ` ${number} ` }, { title: number })).toEqual({})
  expect(rawOf({ title: ` ${number.slice(1)} ` }, { title: null })).toEqual({})
  expect(rawOf({ title: Number(number.slice(1)) }, { title: number })).toEqual({})
  expect(rawOf({ title: number.slice(2) }, { title: null })).toEqual({ title: number.slice(2) })
})

test('keeps nothing of blanks and of values that were only typed', () => {
  expect(rawOf({ a: '  ', b: '76', c: 5, d: true }, { a: null, b: 76, c: 5, d: true })).toEqual({})
})

test('keeps a number that reading changed', () => {
  expect(rawOf({ a: 5, b: [6] }, { a: 50, b: [7] })).toEqual({ a: 5, 'b.0': 6 })
})

test('keeps nothing of what was not sent, not read, or neither text nor number', () => {
  expect(rawOf({ a: null, b: undefined, c: true }, { a: 'x', b: 'y', c: null })).toEqual({})
  expect(rawOf({ a: { b: 'x' }, c: { d: 'x' } }, { a: null, c: 'x' })).toEqual({})
  expect(rawOf({ a: 'x', b: { c: 'x' } }, { b: {} })).toEqual({})
})

test('shows half of a pair as a letter that is lost', () => {
  expect(rawOf({ title: 'Физ\ud800ика' }, { title: 'Физика' })).toEqual({ title: 'Физ\uFFFDика' })
})
