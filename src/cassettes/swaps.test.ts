import { expect, test } from 'vitest'
import { putBack, type Swaps } from './swaps.ts'

const [ANNA, BOTA, CLARA] = ['850312100016', '900101100011', '700605200010'] as const
const put = (text: string, swaps: Swaps) => Buffer.from(putBack(Buffer.from(text, 'latin1'), swaps)).toString('latin1')

test('puts each value back once, also where it is what another one stood for', () => {
  expect(
    put(`${ANNA} ${BOTA}`, [
      [ANNA, BOTA],
      [BOTA, CLARA],
    ]),
  ).toBe(`${BOTA} ${CLARA}`)
  expect(
    put(`${ANNA} ${BOTA}`, [
      [ANNA, BOTA],
      [BOTA, ANNA],
    ]),
  ).toBe(`${BOTA} ${ANNA}`)
})

test('takes the longest of two that begin at one place, in whichever order they are told', () => {
  const swaps = [
    ['id-1', 'short'],
    ['id-10', 'long'],
  ] as const
  for (const told of [swaps, [...swaps].reverse()]) expect(put('id-10 id-1', told)).toBe('long short')
})

test('takes the first of two that stand for one value', () => {
  expect(
    put('a', [
      ['a', '1'],
      ['a', '2'],
    ]),
  ).toBe('1')
})

test('takes signs of patterns as they are', () => {
  expect(put('a.b axb', [['a.b', '$&']])).toBe('$& axb')
})

test('gives the very same bytes where nothing is put back', () => {
  const bytes = Buffer.from('text')
  for (const swaps of [[], [['text', 'text']], [['', 'x']], [['other', 'x']]] as const) expect(putBack(bytes, swaps)).toBe(bytes)
})
