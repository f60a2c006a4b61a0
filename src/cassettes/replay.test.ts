import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { toBody } from './body.ts'
import type { Cassette, RecordedAnswer, RecordedRequest } from './cassette.ts'
import { createRedactor } from './redactor.ts'
import { createReplay, type Replayed } from './replay.ts'

const bytes = (text: string) => toBody(new TextEncoder().encode(text))
const answer = (text: string): RecordedAnswer => ({ status: 200, headers: {}, body: bytes(text) })
const ask = (text: string, headers: Record<string, string> = {}): RecordedRequest => ({
  method: 'POST',
  path: '/',
  headers,
  body: bytes(text),
})
const said = (replayed: Replayed) => (replayed.found ? new TextDecoder().decode(replayed.bytes) : null)

type Pair = readonly [RecordedRequest, RecordedAnswer]

function cassette(...pairs: readonly Pair[]): Cassette {
  const at = '2026-11-24T05:00:00.000Z'
  const exchanges = pairs.map(([request, one]) => ({ source: 'egov-portal' as const, at, request, answer: one }))
  return { version: 1, recordedAt: at, claim: null, exchanges, expected: null }
}
const replayOf = (...pairs: readonly Pair[]) => createReplay({ cassettes: [cassette(...pairs)], redactor: null, lists: new Set() })

test('gives the answers of a question in their order, and the last one from then on', () => {
  const replay = replayOf([ask('{"a":1}'), answer('1')], [ask('{"a":1}'), { fault: 'timeout' }], [ask('{"a":1}'), answer('3')])
  const told = [1, 2, 3, 4].map(() => replay.answer('egov-portal', ask('{"a":1}')))
  expect(told.map((one) => (one.found && 'fault' in one.answer ? one.answer.fault : said(one)))).toEqual(['1', 'timeout', '3', '3'])
})

test('puts the id of the present call in place of the recorded one', () => {
  const replay = replayOf([ask('<a><messageId>old</messageId></a>'), answer('<b><correlationId>old</correlationId></b>')])
  expect(said(replay.answer('egov-portal', ask('<a><messageId>new</messageId></a>')))).toBe('<b><correlationId>new</correlationId></b>')
})

test('names the nearest question and the places in which it differs, never a value', () => {
  const replay = replayOf([ask('{"a":1,"b":2}'), answer('1')], [ask('{"c":1}'), answer('2')])
  expect(replay.answer('egov-portal', ask('{"a":1,"b":3}'))).toEqual({ found: false, nearest: { path: '/', places: ['/b'] } })
  expect(replay.answer('diplomas', ask('{}'))).toEqual({ found: false, nearest: null })
})

test('tells nobody who has nothing that nothing changed', () => {
  const [whole, changed] = [ask('{}'), ask('{}', { 'if-none-match': '"1"' })]
  const replay = replayOf([changed, { status: 304, headers: {}, body: null }])
  expect(replay.answer('egov-portal', whole).found).toBe(false)
  expect(said(replayOf([whole, answer('all')]).answer('egov-portal', changed))).toBe('all')
})

const SEND = (id: string) => ask(`<x:sendMessage><request><messageId>${id}</messageId></request></x:sendMessage>`.replaceAll('x:', ''))
const TAKE = ask('<getMessages><request><amount>20</amount></request></getMessages>')
const message = (id: string, question: string) =>
  `<messages><messageId>${id}</messageId><correlationId>${question}</correlationId></messages>`

test('hands out a message once its question was put, under ids of its own', () => {
  const replay = replayOf([SEND('q1'), answer('<ok/>')], [TAKE, answer(`<r>${message('m1', 'q1')}${message('m2', 'other')}</r>`)])
  expect(said(replay.answer('egov-portal', TAKE))).toBe('<r></r>')
  replay.answer('egov-portal', SEND('now'))
  expect(said(replay.answer('egov-portal', TAKE))).toBe(`<r>${message('now-1', 'now')}</r>`)
  expect(said(replay.answer('egov-portal', TAKE))).toBe('<r></r>')
})

test('finds the recording of a person by the pseudonym, and puts the number asked about back', () => {
  const redactor = createRedactor(new Uint8Array(32).fill(1), adapters)
  const iin = '850312200016'
  const at = '2026-11-24T05:00:00.000Z'
  const real = {
    source: 'courses' as const,
    at,
    request: ask(`{"iin":"${iin}","limit":50}`),
    answer: answer(`{"items":[{"iin":"${iin}"}]}`),
  }
  const kept: Cassette = { ...cassette(), exchanges: [redactor.exchange(real)] }
  expect(JSON.stringify(kept)).not.toContain(iin)
  expect(said(createReplay({ cassettes: [kept], redactor, lists: new Set() }).answer('courses', real.request))).toBe(
    `{"items":[{"iin":"${iin}"}]}`,
  )
})
