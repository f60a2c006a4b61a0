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
})

test('keeps nothing of blanks and of values that were only typed', () => {
  expect(rawOf({ a: '  ', b: '76', c: 5, d: true }, { a: null, b: 76, c: 5, d: true })).toEqual({})
})
