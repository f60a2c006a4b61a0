import { expect, test } from 'vitest'
import { teacher } from '../../test/support/ask-rig.ts'
import { EXCHANGE, scriptedSource } from '../../test/support/scripted-source.ts'
import type { HttpCall } from '../adapter.ts'
import { readYear, search } from './search.ts'

const IIN = '000115100012'
const yearIn = ({ json }: HttpCall) => (json as { testYear: number }).testYear
const said = (data: unknown) => ({ errorCode: 0, errorMessage: null, data })
const read = (body: unknown, status = 200) => readYear({ body, status, exchange: EXCHANGE }, IIN)
const PROTOCOL = { outcome: 'unreadable', reason: 'protocol' }
const FOREIGN = { outcome: 'foreign', reason: 'subject_mismatch' }

test.each([
  ['each attempt with the person of the envelope', said({ iin: IIN, attempts: [{ score: 1 }, { score: 2 }] }), [IIN, IIN]],
  ['a number without its zeros as it was sent', said({ iin: 115100012, attempts: [{ score: 1 }] }), ['115100012']],
  ['attempts that name nobody', said({ attempts: [{ score: 1 }] }), [null]],
  ['attempts of somebody else, for others to judge', said({ iin: '790704100017', attempts: [{ score: 1 }] }), ['790704100017']],
  ['an empty list', said({ iin: IIN, attempts: [] }), []],
])('returns %s', (_, body, echoes) => {
  const reply = read(body)
  expect('records' in reply && reply.records.map(({ iin }) => iin)).toEqual(echoes)
})

test.each([
  ['no data', said(null), 200, PROTOCOL],
  ['no list', said({ iin: IIN }), 200, PROTOCOL],
  ['a list that is null', said({ iin: IIN, attempts: null }), 200, PROTOCOL],
  ['one attempt in place of a list', said({ iin: IIN, attempts: { score: 1 } }), 200, PROTOCOL],
  ['an empty list about somebody else', said({ iin: '790704100017', attempts: [] }), 200, FOREIGN],
  ['nothing found about somebody else', { errorCode: 'NOT_FOUND', data: { iin: '790704100017' } }, 404, FOREIGN],
  ['an error', { errorCode: 5, data: null }, 200, { outcome: 'unavailable', reason: 'remote_error' }],
])('returns a verdict for %s', (_, body, status, verdict) => {
  expect(read(body, status)).toEqual(verdict)
})

test('takes nothing found for no attempts', () => {
  expect(read({ errorCode: 'NOT_FOUND', errorMessage: null, data: null }, 404)).toEqual({ records: [] })
})

test('asks for this calendar year and the last one, the number in the body', async () => {
  const { source, calls } = scriptedSource({ json: (call) => said({ iin: IIN, attempts: [{ year: yearIn(call) }] }) })
  const reply = await search(teacher({ iin: IIN, today: '2026-02-01' }), source)
  const call = { method: 'POST', path: '/certificate/api/v1/ozp/search', alsoAccept: [404] }
  expect(calls).toEqual([2026, 2025].map((testYear) => ({ ...call, json: { iin: IIN, testYear } })))
  expect('records' in reply && reply.records.map(({ value }) => value)).toEqual([{ year: 2026 }, { year: 2025 }])
})

test.each([2025, 2026])('gives no attempts where those of %s could not be had', async (missing) => {
  const good = said({ iin: IIN, attempts: [{ score: 42 }] })
  const { source } = scriptedSource({ json: (call) => (yearIn(call) === missing ? { errorCode: 'CLOSED', data: null } : good) })
  expect(await search(teacher({ iin: IIN }), source)).toEqual({ outcome: 'unavailable', reason: 'remote_error' })
})

test('lets a failure of the road through, after both years have answered', async () => {
  const answered: number[] = []
  const { source } = scriptedSource({
    json: (call) => {
      answered.push(yearIn(call))
      if (yearIn(call) === 2026) throw new Error('down')
      return said({ iin: IIN, attempts: [] })
    },
  })
  await expect(search(teacher({ iin: IIN }), source)).rejects.toThrow('down')
  expect(answered).toEqual([2026, 2025])
})
