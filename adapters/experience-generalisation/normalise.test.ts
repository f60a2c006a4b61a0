import { expect, test } from 'vitest'
import { Generalisation } from '../../schemas/fact.ts'
import { invented } from '../../test/support/ask-rig.ts'
import { normaliseGeneralisation } from './normalise.ts'
import { GeneralisationWire } from './wire.ts'

const COMPLETE = {
  IIN: invented(7),
  FIO: 'Үлгібаева Айша',
  BIN: '000140000002',
  TOPIC_KK: 'Физикадан зертхана',
  TOPIC_RU: 'Лаборатория; физика',
  LEVEL: 'область',
  COUNCIL: 'ОӘК',
  PROTOCOL_NO: '5',
  PROTOCOL_DATE: '21.11.2024',
  REG_NO: '1203',
}

function draftOf(change: Record<string, unknown> = {}) {
  const [draft] = normaliseGeneralisation(GeneralisationWire.parse({ ...COMPLETE, ...change }))
  return { ...draft!, value: Generalisation.parse(draft!.value) }
}

test('reads a whole row', () => {
  expect(draftOf()).toMatchObject({
    section: 'experience_generalisation',
    key: 'ОАК 5 2024-11-21 1203',
    ...{ recordId: '1203', recordDate: '2024-11-21', holder: { surname: 'Үлгібаева', name: 'Айша' }, final: true },
    value: {
      topic: { kk: 'Физикадан зертхана', ru: 'Лаборатория; физика' },
      ...{ level: 3, council: 'ОӘК', protocolNumber: '5', protocolDate: '2024-11-21', registrationNumber: '1203' },
      organisationBin: '000140000002',
    },
  })
})

test.each([
  ['a level as a digit', { LEVEL: '2' }, { level: 2 }],
  ['a level in short', { LEVEL: 'ауданд.' }, { level: 2 }],
  ['a level of unknown words as null', { LEVEL: 'зональный' }, { level: null }],
  ['blanks and dashes as null', { TOPIC_KK: ' ', REG_NO: '-' }, { topic: { kk: null }, registrationNumber: null }],
  ['a BIN without its zeros as none', { BIN: '140000002' }, { organisationBin: null }],
  ['a topic with a person number as none', { TOPIC_RU: `Опыт ${invented(7)}` }, { topic: { ru: null } }],
])('reads %s', (_, change, value) => {
  expect(draftOf(change).value).toMatchObject(value)
})

test('tells two experiences of one protocol apart by their topics where no registration number does', () => {
  const bare = { REG_NO: '', TOPIC_KK: '' }
  expect(draftOf(bare)).toMatchObject({ key: 'ОАК 5 2024-11-21 ЛАБОРАТОРИЯ; ФИЗИКА', recordId: '5' })
  expect(draftOf({ ...bare, TOPIC_RU: 'Опыт' }).key).not.toBe(draftOf(bare).key)
})

test('puts no number and no name into what it gives', () => {
  const { value, key, recordId } = draftOf()
  expect(JSON.stringify([value, key, recordId])).not.toMatch(new RegExp(`${invented(7)}|Үлгібаева|УЛГИБАЕВА`))
})

test('takes a question for a topic', () => {
  expect(draftOf({ TOPIC_RU: 'Как учить? Опыт' }).value).toMatchObject({ topic: { ru: 'Как учить? Опыт' } })
})

test.each([
  ['a name that lost letters', { FIO: '?лгібаева' }, 'name.corrupted'],
  ['a topic that lost letters', { TOPIC_KK: 'Физика \uFFFD' }, 'name.corrupted'],
  ['a council that lost letters', { COUNCIL: 'О?К' }, 'name.corrupted'],
  ['no day', { PROTOCOL_DATE: 'қараша' }, 'day'],
  ['cells that are shifted', { cells: '11' }, 'cells'],
])('refuses a row with %s', (_, change, message) => {
  expect(GeneralisationWire.safeParse({ ...COMPLETE, ...change }).error?.issues).toMatchObject([{ message }])
})
