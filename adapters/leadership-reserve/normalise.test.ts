import { expect, test } from 'vitest'
import { ReserveEntry } from '../../schemas/fact.ts'
import { normaliseReserve } from './normalise.ts'
import { ReserveWire } from './wire.ts'

const COMPLETE = {
  fio: 'Мысалов Тест Мысалұлы',
  region: 'Ақмола облысы',
  status: 'appointed',
  orderNo: '12',
  appointedAt: '01.09.2024',
  year: 2024,
}

function draftOf(change: Record<string, unknown> = {}) {
  const [draft] = normaliseReserve(ReserveWire.parse({ ...COMPLETE, ...change }))
  return { ...draft!, value: ReserveEntry.parse(draft!.value) }
}

test('reads a whole row', () => {
  expect(draftOf()).toEqual({
    ...{ type: 'reserve_entry', section: 'leadership_reserve', key: '2024 12', recordId: '12', recordDate: '2024-09-01', final: true },
    holder: { surname: 'Мысалов', name: 'Тест', patronymic: 'Мысалұлы', birthDate: null },
    value: { year: 2024, status: 'appointed', region: 'Ақмола облысы', orderNumber: '12', appointedOn: '2024-09-01' },
  })
})

test.each([
  ['an order as a number', { orderNo: 12 }, { orderNumber: '12' }],
  ['excluded although appointed', { status: 'excluded' }, { status: 'excluded', appointedOn: '2024-09-01' }],
  ['a status without its day', { appointedAt: null }, { status: 'appointed', appointedOn: null }],
  ['nothing as null', { region: '-', orderNo: '', status: ' ' }, { region: null, orderNumber: null, status: null }],
])('reads %s', (_, change, value) => {
  expect(draftOf(change).value).toMatchObject(value)
})

test.each([
  ['another year', { year: 2025 }],
  ['another order', { orderNo: '13' }],
  ['no order', { orderNo: null }],
])('gives a row of %s a key of its own', (_, change) => {
  expect(draftOf(change).key).not.toBe(draftOf().key)
})

test('is known by its year where there is no order', () => {
  expect(draftOf({ orderNo: null })).toMatchObject({ key: '2024 АКМОЛА ОБЛИСИ', recordId: '2024' })
})

test.each([
  ['an initial', 'Мысалов Т.', { surname: 'Мысалов', name: null, patronymic: null }],
  ['a surname', 'Мысалов', { surname: 'Мысалов', name: null, patronymic: null }],
  ['nobody', null, null],
])('compares %s', (_, fio, holder) => {
  const { holder: read } = draftOf({ fio })
  expect(read).toEqual(holder && { ...holder, birthDate: null })
})

test('refuses a name that lost letters', () => {
  expect(ReserveWire.safeParse({ ...COMPLETE, fio: '?лгібаев' }).error?.issues).toMatchObject([{ message: 'name.corrupted' }])
})
