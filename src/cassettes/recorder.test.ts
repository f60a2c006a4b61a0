import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { memoryCassettes } from '../../test/support/memory-cassettes.ts'
import { toBody } from './body.ts'
import type { RecordedAnswer, RecordedRequest } from './cassette.ts'
import { createRecorder } from './recorder.ts'
import { createRedactor } from './redactor.ts'

const [ONE, OTHER] = ['850312200016', '621105140009']
const bytes = (text: string) => toBody(new TextEncoder().encode(text))
const ask = (text: string): RecordedRequest => ({ method: 'POST', path: '/', headers: {}, body: bytes(text) })
const answer = (text: string): RecordedAnswer => ({ status: 200, headers: {}, body: bytes(text) })
const came = (status: number): RecordedAnswer => ({ status, headers: {}, body: null })
const claim = (iin: string) => ({ iin, caseId: 'c', organisationBin: '000140000002' }) as PortfolioRequest

function rig() {
  const store = memoryCassettes()
  const [dropped, failures]: [string[], unknown[]] = [[], []]
  const redactor = createRedactor(new Uint8Array(32).fill(1), adapters)
  const now = () => Date.parse('2026-11-24T05:00:00Z')
  const recorder = createRecorder({
    store,
    redactor,
    now,
    expected: null,
    dropped: (id) => dropped.push(id),
    failed: (error) => failures.push(error),
  })
  const of = (iin: string) => [...store.kept.values()].find((one) => one.claim?.iin === redactor.iin(iin))?.exchanges ?? []
  return { recorder, store, dropped, failures, of }
}

test('keeps what names a person with the case of that person, and what names nobody apart', async () => {
  const { recorder, of, store } = rig()
  const [one, other] = [recorder.open(claim(ONE), () => true), recorder.open(claim(OTHER), () => true)]
  for (const text of [`{"iin":"${ONE}"}`, `{"iin":"${OTHER}"}`, `{"iin":"${OTHER}","cursor":"2"}`, '{"list":1}'])
    recorder.asked('courses', ask(text)).ended(answer('[]'))
  await Promise.all([one.close(), other.close()])
  expect([of(ONE).length, of(OTHER).length, store.kept.get('lists-courses')?.exchanges.length]).toEqual([1, 2, 1])
})

test('takes what is still under way at the end of a case for a timeout, whatever comes later', async () => {
  const { recorder, of } = rig()
  const { close } = recorder.open(claim(ONE), () => true)
  const pending = recorder.asked('courses', ask(`{"iin":"${ONE}"}`))
  await close()
  pending.ended(answer('[]'))
  await recorder.flush()
  expect(of(ONE).map((exchange) => exchange.answer)).toEqual([{ fault: 'timeout' }])
})

test('drops what names a person for whom nothing is collected, and says so', async () => {
  const { recorder, store, dropped } = rig()
  recorder.asked('courses', ask(`{"iin":"${ONE}"}`)).ended(answer('[]'))
  await recorder.flush()
  expect([dropped, store.kept.size]).toEqual([['courses'], 0])
})

test('keeps one of many polls and logins that tell the same', async () => {
  const { recorder, store } = rig()
  for (const second of [1, 2, 3])
    recorder.asked('courses', ask('{"client_id":"a"}')).ended(answer(`{"responseDate":"2026-11-24T05:00:0${second}Z"}`))
  await recorder.flush()
  expect(store.kept.get('lists-courses')?.exchanges).toHaveLength(1)
})

test('keeps what a list had from an earlier process where it was not asked for again', async () => {
  const { recorder, store } = rig()
  for (const one of ['{"a":1}', '{"b":1}']) recorder.asked('courses', ask(one)).ended(came(201))
  await recorder.flush()
  const later = rig()
  await later.store.write('lists-courses', store.kept.get('lists-courses')!)
  later.recorder.asked('courses', ask('{"b":1}')).ended(came(202))
  await later.recorder.flush()
  expect(later.store.kept.get('lists-courses')?.exchanges.map(({ answer: told }) => told)).toEqual([came(201), came(202)])
})

test('gives each case its own message of one poll', async () => {
  const { recorder, of } = rig()
  const cases = [ONE, OTHER].map((iin) => recorder.open(claim(iin), () => true))
  for (const iin of [ONE, OTHER])
    recorder
      .asked('egov-portal', ask(`<sendMessage><messageId>q-${iin === ONE}</messageId><iin>${iin}</iin></sendMessage>`))
      .ended(answer('<ok/>'))
  const message = (id: string) => `<messages><messageId>m-${id}</messageId><correlationId>q-${id}</correlationId></messages>`
  recorder.asked('egov-portal', ask('<getMessages/>')).ended(answer(`<r>${message('true')}${message('false')}</r>`))
  recorder
    .asked('egov-portal', ask('<sendDeliveryNotification><messageId>m-true</messageId></sendDeliveryNotification>'))
    .ended(answer('<ok/>'))
  await Promise.all(cases.map(({ close }) => close()))
  expect([of(ONE).length, of(OTHER).length]).toEqual([3, 2])
  expect(JSON.stringify(of(OTHER))).not.toContain('m-true')
})

test('tells what could not be written', async () => {
  const { recorder, store, failures } = rig()
  store.write = () => Promise.reject(new Error('full'))
  await recorder.open(claim(ONE), () => true).close()
  expect(failures).toHaveLength(1)
})
