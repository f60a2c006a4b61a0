import { expect, test } from 'vitest'
import { Contract } from '../../schemas/fact.ts'
import { normaliseContract } from './normalise.ts'
import { ContractWire } from './wire.ts'

const COMPLETE = {
  contractId: '900000001',
  employerBin: '000140000002',
  employerNameRu: 'Школа примеров',
  employerNameKz: 'Мысалдар мектебі',
  contractDate: '2015-08-25+06:00',
  beginDate: '2015-09-01+06:00',
  positionCode: '2330-1-001',
  positionName: 'Учитель средней школы',
  establishedPost: 'Учитель физики',
  partTime: 'false',
  rate: '1.0',
  workPlaceKato: '191010000',
}

function draftOf(change: Record<string, unknown>) {
  const [draft] = normaliseContract(ContractWire.parse({ ...COMPLETE, ...change }))
  return { ...draft!, value: Contract.parse(draft!.value) }
}

test('gives a contract under its canonical names', () => {
  expect(draftOf({}).value).toEqual({
    contractId: '900000001',
    employer: { bin: '000140000002', name: { kk: 'Мысалдар мектебі', ru: 'Школа примеров' } },
    signedOn: '2015-08-25',
    startsOn: '2015-09-01',
    endsOn: null,
    terminatedOn: null,
    terminationReason: null,
    position: { code: '2330-1-001', name: { kk: null, ru: 'Учитель средней школы' } },
    post: 'Учитель физики',
    partTime: false,
    rate: 1,
    kato: '191010000',
  })
})

test.each([
  ['the day that is written, whatever its zone', { beginDate: '2024-03-01+05:00' }, { startsOn: '2024-03-01' }],
  ['a day of midnight in the old zone', { terminationDate: '2023-01-01T00:00:00+06:00' }, { terminatedOn: '2023-01-01' }],
  ['a day as in old forms', { endDate: '31.08.2021' }, { endsOn: '2021-08-31' }],
  ['a rate with a comma', { rate: '0,25' }, { rate: 0.25 }],
  ['a rate with a dot', { rate: '1.5' }, { rate: 1.5 }],
  ['a part of the time', { partTime: '1' }, { partTime: true }],
  ['nil and blanks as null', { endDate: null, rate: ' ', partTime: '-' }, { endsOn: null, rate: null, partTime: null }],
  ['the reason of an end as its code', { terminationReason: '05' }, { terminationReason: '05' }],
  ['a number of the employer that is none as null', { employerBin: '000140000003' }, { employer: { bin: null } }],
  ['a word for the number of the employer as null', { employerBin: 'КГУ № 5' }, { employer: { bin: null } }],
  ['the post beside a code that does not fit it', { positionCode: '9112-1-003' }, { post: 'Учитель физики' }],
])('reads %s', (_, sent, value) => {
  expect(draftOf(sent).value).toMatchObject(value)
})

test.each([
  ['text that is no day', { beginDate: 'сентябрь' }],
  ['a day that does not exist', { beginDate: '2015-02-30+06:00' }],
  ['a word for a rate', { rate: 'полная' }],
  ['an object for the employer', { employerBin: { bin: '000140000002' } }],
  ['a name of the employer that lost letters', { employerNameKz: 'М?салдар мектебі' }],
  ['a post that lost letters', { establishedPost: 'М\uFFFDғалім' }],
])('refuses %s', (_, sent) => {
  expect(ContractWire.safeParse({ ...COMPLETE, ...sent }).success).toBe(false)
})

test('knows a contract by its id, whatever else it says', () => {
  const [one, other] = [draftOf({}), draftOf({ beginDate: '2016-09-01', employerBin: '000140000012' })]
  expect([one.key, one.recordId]).toEqual([other.key, '900000001'])
})

test('knows a contract without an id by employer, beginning and post', () => {
  const keyOf = (change: object) => draftOf({ contractId: '', ...change }).key
  expect(keyOf({ rate: '0.5' })).toBe(keyOf({ beginDate: '2015-09-01' }))
  const others = [
    { employerBin: '000140000012' },
    { beginDate: '2016-09-01' },
    { establishedPost: 'Учитель химии' },
    { establishedPost: '' },
  ]
  expect(new Set([{}, ...others].map(keyOf)).size).toBe(5)
  expect(draftOf({ contractId: '' }).recordId).toBeNull()
})

test('knows the employer by its name where there is no number', () => {
  const [one, other] = ['Школа А', 'Школа Б'].map((employerNameRu) => draftOf({ contractId: null, employerBin: '', employerNameRu }).key)
  expect(one).not.toBe(other)
})

test('names nobody, and dates no record', () => {
  expect(draftOf({})).toMatchObject({ section: 'employment', holder: null, recordDate: null, final: true })
})
