import { expect, test } from 'vitest'
import { teacher } from '../../test/support/ask-rig.ts'
import { EXCHANGE, scriptedSource } from '../../test/support/scripted-source.ts'
import type { Pull } from '../adapter.ts'
import { diplomas } from './index.ts'

const { fetch } = diplomas.delivery as Pull
const PROCESSED = { messageResult: { code: '00000', nameRu: 'Обработано' } }

function answering(data: Record<string, unknown>) {
  return scriptedSource({ shep: () => ({ data: { ...PROCESSED, ...data }, exchange: EXCHANGE }) }).source
}

test.each([
  ['no list for an absent wrapper', {}, 0],
  ['one for a lone element', { diplomas: { diploma: { number: '1' } } }, 1],
  ['each of several', { diplomas: { diploma: [{ number: '1' }, { number: '2' }] } }, 2],
])('returns %s', async (_, data, count) => {
  expect(await fetch(teacher(), answering(data))).toMatchObject({ records: Array(count).fill({}) })
})

test('refuses to call it nothing where other elements stand in place of the wrapper', async () => {
  const data = { diplomaList: { diploma: { number: '1' } } }
  expect(await fetch(teacher(), answering(data))).toEqual({ outcome: 'unreadable', reason: 'drift' })
})

test('echoes the number of the holder, or none', async () => {
  const data = { diplomas: { diploma: [{ holder: { iin: '790704100017' } }, { holder: '' }, {}] } }
  const reply = await fetch(teacher(), answering(data))
  expect('records' in reply && reply.records.map(({ iin }) => iin)).toEqual(['790704100017', null, null])
})

test('passes a verdict of the bus on', async () => {
  const empty = { outcome: 'empty', reason: null }
  expect(await fetch(teacher(), scriptedSource({ shep: () => empty }).source)).toEqual(empty)
})

test.each([
  ['no consent', null, { kdpToken: undefined, publicKey: undefined }],
  ['a token without a key', { token: 't', publicKey: null }, { kdpToken: 't', publicKey: undefined }],
  ['a token with its key', { token: 't', publicKey: 'k' }, { kdpToken: 't', publicKey: 'k' }],
])('sends the number with %s', async (_, consent, sent) => {
  const { source, calls } = scriptedSource({ shep: () => ({ data: PROCESSED, exchange: EXCHANGE }) })
  await fetch(teacher({ iin: '790704100017', consent }), source)
  expect(calls[0]).toMatchObject({ serviceId: 'MOCK_EDU_DIPLOMA_BY_IIN', fields: { iin: '790704100017', ...sent } })
})
