import { expect, test } from 'vitest'
import { Person } from '../../schemas/fact.ts'
import { normalisePerson } from './normalise.ts'
import { PersonWire } from './wire.ts'

const COMPLETE = {
  iin: 'not read',
  surname: 'ҮЛГІБАЕВА',
  name: 'АЙША',
  patronymic: 'СЕРІКҚЫЗЫ',
  birthDate: '1885-03-12',
  gender: { code: '2', nameRu: 'Женский', nameKz: 'Әйел', changeDate: null },
  lifeStatus: { code: '0', nameRu: 'Нормальный', nameKz: 'Қалыпты', changeDate: null },
}
const FORMER = { surname: 'МЫСАЛОВА', name: 'АЙША', patronymic: 'СЕРІКҚЫЗЫ', until: '1910-05-01+06:00' }
const READ = { ...FORMER, until: '1910-05-01' }

function draftOf(change: Record<string, unknown>) {
  const [draft] = normalisePerson(PersonWire.parse({ ...COMPLETE, ...change }))
  return { ...draft!, value: Person.parse(draft!.value) }
}

test.each([
  ['names as they were sent', {}, { surname: 'ҮЛГІБАЕВА', name: 'АЙША', patronymic: 'СЕРІКҚЫЗЫ' }],
  ['a day with a zone as the day that is written', { birthDate: '1885-03-12+06:00' }, { birthDate: '1885-03-12' }],
  ['the sex', {}, { sex: 'female' }],
  ['the other sex', { gender: { code: '1' } }, { sex: 'male' }],
  ['no sex in another code', { gender: { code: '9' } }, { sex: null }],
  ['no sex where the dictionary value is empty', { gender: '' }, { sex: null }],
  ['the status of life as its code', {}, { lifeStatus: '0' }],
])('reads %s', (_, sent, value) => {
  expect(draftOf(sent).value).toMatchObject(value)
})

test.each([undefined, null, '', ' ', '-', '—', 'нет', 'жоқ', 'отсутствует'])('reads the patronymic %j as none', (patronymic) => {
  expect(draftOf({ patronymic }).value.patronymic).toBeNull()
})

test.each([
  ['none for no element', undefined, []],
  ['none for nil', null, []],
  ['none for an empty element', '', []],
  ['none for a dash', '-', []],
  ['none for an empty element inside', { name: '' }, []],
  ['none for elements that tell nothing', { name: ['', { surname: '-', name: '' }, { until: '1910-05-01' }] }, []],
  ['a lone one', { name: FORMER }, [READ]],
  ['each of several', { name: [FORMER, { ...FORMER, surname: 'ӨРНЕК', until: null }] }, [READ, { ...READ, surname: 'ӨРНЕК', until: null }]],
  ['only what they tell', { name: { surname: 'МЫСАЛОВА' } }, [{ surname: 'МЫСАЛОВА', name: null, patronymic: null, until: null }]],
])('reads of former names %s', (_, formerNames, value) => {
  expect(draftOf({ formerNames }).value.formerNames).toEqual(value)
})

test.each([
  ['an object where a name is meant', { surname: {} }],
  ['a name that lost letters', { surname: '?ЛГІБАЕВА' }],
  ['a former name that lost letters', { formerNames: { name: { ...FORMER, name: 'А\uFFFDША' } } }],
  ['text that is no day', { birthDate: 'весна' }],
  ['text where a dictionary value is meant', { gender: 'женский' }],
  ['a list where former names are meant', { formerNames: [['unexpected']] }],
  ['other elements in the place of former names', { formerNames: { fullName: FORMER } }],
  ['text for a former name', { formerNames: { name: 'МЫСАЛОВА' } }],
])('refuses %s', (_, sent) => {
  expect(PersonWire.safeParse({ ...COMPLETE, ...sent }).success).toBe(false)
})

test('says which name lost letters', () => {
  const { error } = PersonWire.safeParse({ ...COMPLETE, surname: '??' })
  expect(error?.issues[0]).toMatchObject({ path: ['surname'], message: 'name.corrupted' })
})

test('knows the person by one key, and compares him with nobody', () => {
  const [one, other] = [draftOf({}), draftOf({ surname: 'МЫСАЛОВА' })]
  expect([one.key, one.recordId, one.holder]).toEqual([other.key, null, null])
})
