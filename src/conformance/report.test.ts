import { describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { mockEnvironment } from '../../mocks/environment.ts'
import { createPretendGovernment } from '../../mocks/host.ts'
import { readConfig } from '../config.ts'
import { benchOf } from './bench-of.ts'
import { PROMISE_IDS, type PromiseId } from './promises.ts'
import { checkConformance } from './report.ts'
import type { Fetch } from './witness.ts'

/* Each promise can be kept and can be broken: the pretend government keeps all, and each line below breaks what it says and nothing else. */

const clock = { now: () => Date.now(), monotonic: () => performance.now() }
const person = createPretendGovernment({ now: clock.now }).cast.find(({ archetype }) => archetype === 'head-first')!

/** What stands between a server and whoever looks at it. */
type Bent = (pass: Fetch) => Fetch

interface Played {
  readonly scenario?: string
  /** Of whom the scenario is played: the known person by default; `all`, `nobody`. */
  readonly of?: 'all' | 'nobody'
  readonly times?: number
  readonly bent?: Bent
  /** Milliseconds: only what never comes is not waited for. */
  readonly patience?: number
}
const PATIENT = 25_000

async function check(
  id: string,
  { scenario, of, times = Number.POSITIVE_INFINITY, bent = (pass) => pass, patience = PATIENT }: Played = {},
) {
  const adapter = adapters.find((one) => one.id === id)!
  const [source] = readConfig(mockEnvironment('http://government.test'), [adapter.id]).sources
  const whom = { iin: person.iin, organisationBin: person.bin, consent: null }
  const government = createPretendGovernment({ now: clock.now })
  const settings = { ...source!.settings, pollMs: 200, timeoutMs: patience }
  const fetch = bent((request) => government.fetch(request))
  const bench = benchOf({ adapter, settings, fetch, clock, newId: () => crypto.randomUUID(), waitMs: patience, whom })
  const played = of === 'nobody' ? bench.nobody.iin : person.iin
  if (scenario) government.setScenario(id, scenario, { times, ...(of === 'all' ? {} : { person: played }) })
  return checkConformance(bench)
}

/** A server whose answers are changed; the change sees what was asked. */
function answering(change: (answer: Response, body: string, request: Request) => Promise<Response> | Response): Bent {
  return (pass) => async (request) => {
    const [body, kept] = [await request.clone().text(), request.clone()]
    return change(await pass(request), body, kept)
  }
}

/** A server whose good answers have another text. */
function saying(change: (text: string) => string): Bent {
  return answering(async (answer) => (answer.ok ? new Response(change(await answer.text()), answer) : answer))
}

/** A server that understands something else than it is asked. */
function hearing(change: (body: string, headers: Headers) => string | readonly [body: string, done: unknown]): Bent {
  return (pass) => async (request) => {
    const { method, url } = request
    const headers = new Headers(request.headers)
    const heard = change(await request.text(), headers)
    const body = typeof heard === 'string' ? heard : heard[0]
    return pass(new Request(url, { method, headers, body: method === 'GET' ? null : body }))
  }
}

/** A queue that delivers each message once, acknowledged or not. */
const once: Bent = (pass) => {
  const delivered = new Set<string>()
  return answering(async (answer) => {
    const text = await answer.text()
    const fresh = text.replaceAll(/<messages>.*?<messageId>(.*?)<\/messageId>.*?<\/messages>/gs, (message, id: string) => {
      const isNew = !delivered.has(id)
      delivered.add(id)
      return isNew ? message : ''
    })
    return new Response(fresh, answer)
  })(pass)
}

const WRONG = 'not-the-one'
const inJson = (headers: Headers) => headers.set('content-type', 'application/json')
const noItems = () => Response.json({ items: [], nextCursor: null })

const BREAKS: readonly (readonly [breaks: readonly PromiseId[], source: string, played: Played])[] = [
  [['answers.known'], 'diplomas', { scenario: 'http-503' }],
  [['answers.known'], 'courses', { scenario: 'never', patience: 1500 }],
  [['subject.echoed'], 'courses', { scenario: 'no-subject' }],
  [['subject.right'], 'courses', { scenario: 'wrong-person' }],
  [['subject.right'], 'employment', { scenario: 'empty-foreign', of: 'nobody', times: 1 }],
  [['nobody.empty'], 'diplomas', { scenario: 'http-404', of: 'nobody', times: 1 }],
  [['again.same'], 'courses', { scenario: 'ctrl-chars', times: 1 }],
  [['records.read'], 'courses', { scenario: 'wrong-type' }],
  [['records.once'], 'courses', { scenario: 'duplicates' }],
  [['records.once'], 'diplomas', { scenario: 'duplicates' }],
  [['keys.present'], 'diplomas', { scenario: 'drifted' }],
  [['codes.known'], 'leadership-reserve', { bent: saying((text) => text.replaceAll('in_reserve', 'on_the_list')) }],
  [['dates.form'], 'courses', { bent: saying((text) => text.replaceAll(/"(\d{4})-(\d\d)-(\d\d)"/g, '"$3.$2.$1"')) }],
  [['encoding.true'], 'diplomas', { scenario: 'mojibake' }],
  [['encoding.true'], 'courses', { scenario: 'bom' }],
  [
    ['type.true'],
    'knowledge-test',
    { bent: answering((answer) => (answer.ok ? new Response(answer.body, { headers: { 'content-type': 'text/plain' } }) : answer)) },
  ],
  [['packing.true'], 'courses', { scenario: 'gzip-surprise' }],
  [['pages.whole'], 'courses', { scenario: 'page-order' }],
  [['answers.known', 'pages.whole'], 'courses', { scenario: 'cursor-loop' }],
  [['pages.whole'], 'education-quality', { scenario: 'page-order' }],
  [['answers.known', 'correlation.echoed'], 'diplomas', { scenario: 'other-correlation' }],
  [['correlation.echoed'], 'egov-portal', { bent: saying((text) => text.replace(/(receipt-.*?<correlationId>)[^<]*/, '$1none')) }],
  [['etag.sent'], 'leadership-reserve', { scenario: 'etag-absent', of: 'all' }],
  [['etag.unchanged'], 'leadership-reserve', { bent: hearing((body, headers) => [body, headers.delete('if-none-match')]) }],
  [['answers.known', 'files.hash'], 'experience-generalisation', { scenario: 'bad-hash', of: 'all' }],
  [['answers.known', 'files.rows'], 'experience-generalisation', { scenario: 'rows-missing', of: 'all' }],
  [['records.read'], 'experience-generalisation', { scenario: 'lost-row', of: 'all' }],
  [
    ['answers.known', 'files.there'],
    'experience-generalisation',
    {
      bent: answering((answer, _, { url }) =>
        url.includes(`_${person.region}_`) ? new Response('none', { status: 404, headers: { 'content-type': 'text/plain' } }) : answer,
      ),
    },
  ],
  [['answers.known', 'inbox.taken'], 'egov-portal', { scenario: 'http-503' }],
  [['answers.known', 'inbox.delivered'], 'egov-portal', { scenario: 'late', patience: 2500 }],
  [['inbox.again'], 'egov-portal', { bent: once }],
  [['inbox.acknowledged'], 'egov-portal', { bent: hearing((body) => body.replace(/(<notification><messageId>)[^<]*/, '$1another')) }],
  [['auth.refused'], 'diplomas', { bent: hearing((body) => body.replace(WRONG, 'mock-only-diplomas')) }],
  [
    ['auth.token'],
    'courses',
    { bent: answering((answer, _, { headers }) => (headers.get('authorization')?.includes(WRONG) ? noItems() : answer)) },
  ],
  [
    ['type.refused'],
    'courses',
    { bent: hearing((body, headers) => [body, headers.get('content-type')?.startsWith('text/plain') && inJson(headers)]) },
  ],
  [
    ['field.refused'],
    'courses',
    { bent: answering((answer, body) => (answer.status === 400 && !body.includes('iin') ? noItems() : answer)) },
  ],
  [
    ['field.refused'],
    'knowledge-test',
    { bent: answering((answer) => (answer.status === 400 ? new Response(answer.body, { ...answer, status: 404 }) : answer)) },
  ],
  [['errors.form'], 'courses', { bent: answering((answer) => (answer.ok ? answer : new Response('no', { status: answer.status }))) }],
  [['privacy.errors'], 'courses', { bent: answering((answer, body) => (answer.ok ? answer : Response.json({ title: body }, answer))) }],
  [
    ['privacy.errors'],
    'courses',
    {
      bent: answering(
        (answer) =>
          new Response(answer.body, { status: answer.status, headers: { ...Object.fromEntries(answer.headers), 'x-subject': person.iin } }),
      ),
    },
  ],
]

describe.concurrent('a server', () => {
  test.each(adapters.map(({ id }) => id))('keeps every promise as the pretend government plays %s', async (id) => {
    const { promises, score, index } = await check(id)
    expect(promises.filter(({ state }) => state === 'broken' || state === 'not_checked')).toEqual([])
    expect([score, index]).toEqual([1, 1])
  })

  test.each(BREAKS)('breaks %j alone: %s %o', async (breaks, source, played) => {
    const { promises, score } = await check(source, played)
    expect(promises.filter(({ state }) => state === 'broken').map(({ id }) => id)).toEqual(breaks)
    expect(score).toBeLessThan(1)
  })

  test('ends the look at one whose refusals never end', async () => {
    const filler = () => new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)) })
    const endless = () => new Response(filler(), { headers: { 'content-type': 'text/xml' } })
    const { promises } = await check('diplomas', { bent: answering(endless), patience: 2000 })
    expect(promises.find(({ id }) => id === 'answers.known')?.state).toBe('broken')
  })

  test('may break each of the promises', () => {
    expect(new Set(BREAKS.flatMap(([breaks]) => breaks))).toEqual(new Set(PROMISE_IDS))
  })
})
