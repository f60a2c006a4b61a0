import { getTableColumns, is, Table } from 'drizzle-orm'
import fc from 'fast-check'
import type { HttpResponse } from '../../../src/ports.ts'
import * as tables from '../../../src/store/tables.ts'
import { anyTexts, holdsStructure } from '../built-messages.ts'
import { type Counted, createCounted, realStore } from '../counted.ts'
import { openDoor, sendRaw } from '../door.ts'
import type { Fault, Trial } from '../fault.ts'
import { FORGED, LOG, OUTSIDE, PATHS, SQL } from '../samples/injections.ts'

/* Text that is meant for a parser behind us, C10–C14: of SQL, of XML, of logs, of paths, and fields that are nobody's to set. */

const COLLECTED = 5
const CASES = 150

/** An answer with another body. */
function withBody(answer: HttpResponse, change: (text: string) => string): HttpResponse {
  return { ...answer, bytes: new TextEncoder().encode(change(new TextDecoder().decode(answer.bytes))) }
}

/** Every title of a course becomes this text. */
function courseTitled(title: () => string) {
  return (url: string, answer: HttpResponse) =>
    url.includes('/courses/')
      ? withBody(answer, (text) => text.replace(/("title\w+":)"[^"]*"/g, (_, key) => key + JSON.stringify(title())))
      : answer
}

/** A portfolio whose claim and whose source hold this text: stored as it is, and read again as it is. */
async function storesAsText(trial: Trial, { stack, claim }: Counted, text: string, person: number): Promise<void> {
  const made = await stack.collect({ ...claim(person), names: { surname: text } })
  const body = await made.text()
  trial.holds('O2', made.status === 201, `a claim with SQL is ${made.status}`)
  trial.holds('O3', body.includes(JSON.stringify(text).slice(1, -1)), 'the text of a source is another one')
  const read = await stack.send('GET', made.headers.get('location') ?? '/')
  trial.holds('O3', read.status === 200 && (await read.text()).includes(JSON.stringify(text).slice(1, -1)), 'it is stored otherwise')
}

/** Where a caller may write: nothing that is no value of its kind gets through. */
async function refusesSql(trial: Trial, { stack, claim }: Counted, text: string): Promise<void> {
  const encoded = encodeURIComponent(text)
  const statuses = [
    await stack.collect({ ...claim(), caseId: text }),
    await stack.collect({ ...claim(), organisationBin: text }),
    await stack.send('GET', `/v1/portfolios/${encoded}`),
    await stack.send('GET', `/v1/portfolios/pf_a/history?cursor=${encoded}`),
    await stack.send('GET', `/v1/portfolios/pf_a/versions/${encoded}`),
    await stack.send('GET', `/v1/sources/${encoded}`, { token: 'operator' }),
    await stack.send('GET', `/v1/rulebook/${encoded}`),
  ].map(({ status }) => status)
  trial.holds(
    'O2',
    statuses.every((status) => [404, 422].includes(status) || (text === 'NULL' && [200, 201].includes(status))),
    `SQL is ${statuses.join(', ')}`,
  )
}

/** Text as far as a header can carry it. */
const headed = (text: string) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '')

async function sendsForged({ stack, claim }: Counted, text: string): Promise<readonly Response[]> {
  const names = ['x-request-id', 'accept-language', 'user-agent', 'idempotency-key', 'prefer', 'if-none-match', 'referer']
  const headers = Object.fromEntries(names.map((name) => [name, headed(text)]))
  const path = encodeURIComponent(text)
  return [
    await stack.send('GET', `/${path}?${path}=${path}`, { headers }),
    await stack.send('GET', `/v1/sources?lang=${path}`, { headers, token: 'operator' }),
    await stack.send('GET', '/v1/sources', { headers, token: headed(text) || 'forged' }),
    await stack.collect({ ...claim(), caseId: text }, headers),
    await stack.collect({ ...claim(), names: { surname: text } }),
    await stack.collect({ ...claim(), [text]: text }),
  ]
}

/** Every line is one of ours: JSON, with nothing in it that begins another one. */
function holdsLines(trial: Trial, { stack }: Counted, requests: number): void {
  const lines = stack.logged.map((line) => ({ line: line.trimEnd(), read: JSON.parse(line) as { msg?: string } }))
  trial.holds(
    'O4',
    lines.every(({ line }) => !/\p{Cc}|\u2028/u.test(line)),
    'a control character in a line',
  )
  trial.holds(
    'O4',
    lines.every(({ line }) => !line.includes(FORGED)),
    'text of a caller or a source in a line',
  )
  trial.holds('O3', lines.filter(({ read }) => read.msg === 'request').length === requests, 'lines more or less than requests')
}

const ROUTES = [
  '/',
  '/v1/',
  '/v1/sources/',
  '/v1/rulebook/',
  '/v1/portfolios/',
  '/v1/portfolios/pf_a/versions/',
  '/problems/',
  '/docs/',
  '/rulebook/',
]

/** Names that the store and the answers know, and those by which prototypes are reached. */
const NAMES: readonly string[] = [
  ...new Set([
    ...Object.values(tables).flatMap((table) =>
      is(table, Table) ? Object.values(getTableColumns(table)).flatMap(({ name }) => [name]) : [],
    ),
    ...['id', 'etag', 'edition', 'sections', 'gaps', 'completeness', 'sources', 'facts', 'provenance', 'collectedAt', 'origin', 'raw'],
    ...[
      'role',
      'sub',
      'org',
      'order',
      'actor',
      'owner',
      'isAdmin',
      'organisationId',
      'verifiedBy',
      'confirmedBy',
      'enteredBy',
      'status',
      'locked',
    ],
    ...['constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', ''],
  ]),
]

/** JSON with one key more, at the top and inside of every object; `__proto__` can only be written by hand. */
function withKey(claim: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  const { names: _, ...rest } = claim
  const more = (text: string) => text.replace(/\}$/, `${text === '{}' ? '' : ','}${JSON.stringify(key)}:{"role":"operator"}}`)
  const nested = {
    names: { surname: 'Мысалова' },
    categoryPauses: { from: '2020-01-01', to: '2020-02-01', ground: 'illness' },
    consents: { service: 'a', token: 'b' },
  }
  const inside = Object.entries(nested).map(([name, value]) => {
    const text = more(JSON.stringify(value))
    return `${JSON.stringify(rest).slice(0, -1)},"${name}":${name === 'names' ? text : `[${text}]`}}`
  })
  return [more(JSON.stringify(claim)), ...inside]
}

export const injection: readonly Fault[] = [
  {
    id: 'C10',
    promise: 'keeps SQL as text, whether a caller or a source sends it',
    async play(trial) {
      let title = ''
      const counted = createCounted(trial, { store: await realStore(), bend: courseTitled(() => title) })
      const first = Math.floor(trial.random() * SQL.length)
      for (let index = 0; index < COLLECTED; index++) {
        title = SQL[(first + index) % SQL.length] ?? ''
        await storesAsText(trial, counted, title, index)
      }
      for (const text of SQL) await refusesSql(trial, counted, text)
      await counted.stack.store.ready()
      await counted.inspect()
    },
  },
  {
    id: 'C11',
    promise: 'sends a source the text that it has, in the elements that there always are',
    async play(trial) {
      fc.assert(fc.property(anyTexts, holdsStructure), { numRuns: CASES, seed: trial.seed })
    },
  },
  {
    id: 'C12',
    promise: 'writes a line of its log for each request, and no word of others in it',
    async play(trial) {
      let title = ''
      const counted = createCounted(trial, { bend: courseTitled(() => title) })
      let requests = 0
      for (const text of LOG) {
        title = text
        const answers = await sendsForged(counted, text)
        requests += answers.length
        const isForged = answers.some(({ headers }) => [...headers].some((pair) => pair.join().includes(FORGED)))
        trial.holds('O2', !isForged, 'a header says what the caller wrote')
      }
      holdsLines(trial, counted, requests)
      await counted.inspect()
    },
  },
  {
    id: 'C13',
    promise: 'reads no file for whoever names one',
    async play(trial) {
      const counted = createCounted(trial)
      const port = await openDoor(trial, counted.stack)
      const lines = ROUTES.flatMap((route) =>
        PATHS.map((path) => `GET ${route}${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer platform\r\n`),
      )
      const heads = lines.map((line, index) => `${line}Connection: ${index + 1 < lines.length ? 'keep-alive' : 'close'}\r\n\r\n`)
      const { text, statuses } = await sendRaw(port, heads, 10_000)
      trial.holds('O1', statuses.length === lines.length, `${statuses.length} answers to ${lines.length} requests`)
      trial.holds('O4', !OUTSIDE.test(text), 'a file from outside')
      const odd = new Set(statuses.filter((status) => ![400, 404].includes(status)))
      trial.holds('O2', odd.size === 0, `a path out of the folder is ${[...odd].join(', ')}`)
      await counted.inspect()
    },
  },
  {
    id: 'C14',
    promise: 'refuses every field that is not the caller’s to set',
    async play(trial) {
      const counted = createCounted(trial)
      for (const name of [...NAMES, '__proto__']) {
        if (Object.hasOwn(counted.claim(), name) || name === 'subject') continue
        for (const body of withKey(counted.claim(), name)) {
          const response = await counted.stack.send('POST', '/v1/portfolios', { body })
          const { errors = [] } = (await response.json()) as { errors?: readonly { code: string }[] }
          trial.holds('O3', errors.length === 1 && errors[0]?.code === 'unknown_key', `${name} is ${response.status}`)
        }
        const body = `{"sources":["courses"],${JSON.stringify(name)}:1}`
        const { status } = await counted.stack.send('POST', '/v1/portfolios/pf_a/refresh', { body })
        trial.holds('O3', status === (name === 'sources' ? 400 : 422), `${name} is ${status} at refreshing`)
      }
      trial.holds('O3', counted.calls() === 0 && !('role' in {}), 'something was asked, or a prototype is another one')
      await counted.inspect()
    },
  },
]
