import { expect, test } from 'vitest'
import { TeacherAchievement } from '../../schemas/fact.ts'
import { invented } from '../../test/support/ask-rig.ts'
import { normaliseAward } from './normalise.ts'
import { AwardWire } from './wire.ts'

const COMPLETE = {
  id: 'r-1',
  iin: 'not read',
  awardId: 'A-1',
  award: { id: 'A-1', nameKz: 'Үздік педагог', nameRu: 'Лучший педагог', listed: true },
  kind: 'contest',
  level: 3,
  result: 'winner',
  date: '2025-10-05',
  orderNumber: '107-Б',
  statusCode: 1,
}

function draftOf(change: Record<string, unknown>) {
  const [draft] = normaliseAward(AwardWire.parse({ ...COMPLETE, ...change }))
  return { ...draft!, value: TeacherAchievement.parse(draft!.value) }
}

test('reads a complete record', () => {
  const name = { kk: 'Үздік педагог', ru: 'Лучший педагог' }
  expect(draftOf({})).toMatchObject({
    ...{ section: 'teacher_achievements', recordId: 'r-1', recordDate: null, final: true },
    value: {
      ...{ kind: 'contest', level: 3, result: 'winner', date: '2025-10-05', orderNumber: '107-Б' },
      award: { id: 'A-1', name, listed: true },
    },
  })
})

test.each([
  ['a level as text', { level: 'Республикалық' }, { level: 4 }],
  ['a level of unknown words as null', { level: 'зональный' }, { level: null }],
  ['a name in Kazakh only', { award: { nameKz: 'Белгі', nameRu: null } }, { award: { name: { kk: 'Белгі', ru: null }, listed: null } }],
  ['an award of no dictionary by its id', { award: undefined }, { award: { id: 'A-1', name: { kk: null, ru: null }, listed: null } }],
  ['an award by its order alone', { awardId: null, award: undefined }, { award: { id: null }, orderNumber: '107-Б' }],
  ['an id that is a number', { awardId: 7 }, { award: { id: '7' } }],
  ['an order that is a number', { orderNumber: 107 }, { orderNumber: '107' }],
  ['an award that is on no list', { award: { ...COMPLETE.award, listed: 'false' } }, { award: { listed: false } }],
  ['a day of an old row', { date: '05.10.2025' }, { date: '2025-10-05' }],
  ['a kind that nobody knows as it is', { kind: 'honour_roll' }, { kind: 'honour_roll' }],
  ['nil and blanks as null', { level: null, result: ' ', orderNumber: '-' }, { level: null, result: null, orderNumber: null }],
])('reads %s', (_, sent, value) => {
  expect(draftOf(sent).value).toMatchObject(value)
})

test.each([
  [9, 'revoked'],
  ['9', 'revoked'],
  [1, 'winner'],
  [99, 'winner'],
  [null, 'winner'],
])('makes of status %j the result %s', (statusCode, result) => {
  expect(draftOf({ statusCode }).value.result).toBe(result)
})

test('says revoked also where there was no result', () => {
  expect(draftOf({ statusCode: 9, result: null }).value.result).toBe('revoked')
})

test.each([
  ['a name that lost letters', { award: { nameKz: '?здік' } }],
  ['a status in words', { statusCode: 'revoked' }],
  ['a list where an entry is meant', { award: [] }],
  ['a word for a day', { date: 'күзде' }],
])('refuses %s', (_, sent) => {
  expect(AwardWire.safeParse({ ...COMPLETE, ...sent }).success).toBe(false)
})

test.each([
  ['another row id', { id: 'r-2' }, true],
  ['another status', { statusCode: 9 }, true],
  ['a level in other words', { level: 'область' }, true],
  ['another name of the award', { award: { nameKz: 'Басқа' } }, true],
  ['another day', { date: '2025-10-06' }, false],
  ['another order', { orderNumber: '108-Б' }, false],
  ['another award', { awardId: 'A-2' }, false],
  ['another part in it', { kind: 'jury' }, false],
  ['another place in it', { result: 'prize2' }, false],
])('sees %s as the same thing: %s', (_, sent, same) => {
  expect(draftOf(sent).key === draftOf({}).key).toBe(same)
})

test('tells awards without award and order apart by the id of the row', () => {
  const bare = { awardId: null, orderNumber: null }
  expect(draftOf({ ...bare, id: 'r-2' }).key).not.toBe(draftOf(bare).key)
})

test('keeps the number of a person out of key, id and value', () => {
  const number = invented(3)
  const { key, recordId, value } = draftOf({ id: `row/${number}`, orderNumber: `№ ${number}` })
  expect(JSON.stringify([key, recordId, value])).not.toContain(number)
})
