import { Problem } from '../../../schemas/problem.ts'
import { type Counted, createCounted } from '../counted.ts'
import { openDoor, sendRaw, sendSlowly } from '../door.ts'
import type { Fault, Trial } from '../fault.ts'
import { AMBIGUOUS, doubled, INNER, post, TYPES } from '../samples/requests.ts'

/* Requests that are too long, too slow, of another type or two in one, C7–C9 and C29: on real sockets, before the entry of Node. */

const KIB = 1024
const DRIPS = 40
/** In tests; otherwise that of production. */
const SLOWEST_MS = 1000
const MOST_RSS_MIB = 32

/** Too much of everything, each with what it is answered. */
const OVERSIZED: readonly (readonly [what: string, statuses: readonly number[], bytes: () => string | readonly string[]])[] = [
  ['a long body', [413], () => post(`Content-Length: ${300 * KIB}`) + 'a'.repeat(300 * KIB) + INNER],
  ['a body that is only announced', [413], () => `${post('Content-Length: 999999999999')}{`],
  [
    'chunks without a length',
    [413],
    () => [post('Transfer-Encoding: chunked'), ...Array.from({ length: 80 }, () => `1000\r\n${'a'.repeat(4 * KIB)}\r\n`)],
  ],
  [
    'one chunk of a gibibyte',
    [413],
    () => [post('Transfer-Encoding: chunked'), '40000000\r\n', ...Array.from({ length: 80 }, () => 'a'.repeat(4 * KIB))],
  ],
  ['ten thousand headers', [431], () => `GET /healthz HTTP/1.1\r\nHost: a\r\n${'x-a: b\r\n'.repeat(10_000)}\r\n`],
  ['a header of a mebibyte', [431], () => `GET /healthz HTTP/1.1\r\nHost: a\r\nx-a: ${'b'.repeat(KIB * KIB)}\r\n\r\n`],
  ['an address of a mebibyte', [414, 431], () => `GET /healthz?${'a'.repeat(KIB * KIB)} HTTP/1.1\r\nHost: a\r\n\r\n`],
]

const MANY = 'a'.repeat(10_000)
/** What is sent at once, and what byte by byte. */
const SLOW: readonly (readonly [beginning: string, rest: string])[] = [
  ['', ''],
  ['', `GET /healthz HTTP/1.1\r\nHost: a\r\nx-a: ${MANY}`],
  ['GET /healthz HTTP/1.1\r\nHost: a\r\nx-a: ', MANY],
  [post('Content-Length: 100000'), MANY],
  [post('Transfer-Encoding: chunked'), `fff\r\n${MANY}`],
]

/** Someone else is served as ever. */
async function holdsServed(trial: Trial, port: number): Promise<void> {
  const begun = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } })
  await response.arrayBuffer()
  trial.took(performance.now() - begun)
  trial.holds('O1', response.status === 200, 'nobody else is served')
}

async function refusesOversized(trial: Trial, port: number): Promise<void> {
  for (const [what, expected, bytes] of OVERSIZED) {
    const { statuses, isClosed } = await sendRaw(port, bytes())
    const [first] = statuses
    trial.holds('O2', statuses.length === 1 && first !== undefined && expected.includes(first), `${what}: ${statuses.join(', ')}`)
    trial.holds('O1', isClosed, `${what}: the connection stays`)
  }
}

/** Refused with a problem of this status: nothing happens, nobody is asked. */
async function holdsRefused(trial: Trial, { calls }: Counted, what: string, status: number, response: Response): Promise<void> {
  const problem = Problem.safeParse(await response.json())
  trial.holds('O2', response.status === status && problem.success, `${what}: ${response.status} instead of ${status}`)
  trial.holds('O3', calls() === 0, `${what}: a source was asked`)
}

export const requests: readonly Fault[] = [
  {
    id: 'C7',
    promise: 'refuses what is too long before it is held, and closes the connection',
    async play(trial) {
      const counted = createCounted(trial)
      const port = await openDoor(trial, counted.stack)
      await refusesOversized(trial, port)
      const before = process.memoryUsage.rss()
      await Promise.all([0, 1, 2, 3].map(() => refusesOversized(trial, port)))
      const rise = (process.memoryUsage.rss() - before) / KIB / KIB
      if (trial.strict) trial.holds('O5', rise <= MOST_RSS_MIB, `${Math.round(rise)} MiB more are held`)
      trial.holds('O3', counted.calls() === 0, 'a source was asked')
      await holdsServed(trial, port)
      await counted.inspect()
    },
  },
  {
    id: 'C8',
    promise: 'cuts whoever sends byte by byte, and serves the others meanwhile',
    async play(trial) {
      const counted = createCounted(trial)
      const port = await openDoor(trial, counted.stack, trial.strict ? undefined : SLOWEST_MS)
      const begun = performance.now()
      const slow = Array.from({ length: DRIPS }, (_, index) => {
        const [beginning = '', rest = ''] = SLOW[index % SLOW.length] ?? []
        return sendSlowly(port, beginning, rest, 100)
      })
      for (let count = 0; count < 20; count++) await holdsServed(trial, port)
      const heard = await Promise.all(slow)
      trial.detected(performance.now() - begun)
      trial.holds(
        'O2',
        heard.every(({ statuses }) => statuses.join() === '408'),
        'another answer than 408',
      )
      trial.holds('O3', counted.calls() === 0, 'a source was asked')
      await counted.inspect()
    },
  },
  {
    id: 'C9',
    promise: 'refuses other types, and every key that stands twice',
    async play(trial) {
      const counted = createCounted(trial)
      const { send } = counted.stack
      const claim = JSON.stringify(counted.claim())
      for (const type of TYPES) {
        const headers = { 'content-type': type }
        await holdsRefused(trial, counted, `type ${type}`, 415, await send('POST', '/v1/portfolios', { body: claim, headers }))
      }
      for (const [what, body] of doubled(claim)) {
        await holdsRefused(trial, counted, what, 400, await send('POST', '/v1/portfolios', { body }))
      }
      for (const query of ['lang=ru&lang=kk', 'lang=ru&la%6Eg=kk', 'limit=1&cursor=a&limit=2', '&=1&=2', 'a[]=1&a[]=2']) {
        await holdsRefused(trial, counted, `?${query}`, 422, await send('GET', `/v1/sources?${query}`, { token: 'operator' }))
      }
      await counted.inspect()
    },
  },
  {
    id: 'C29',
    promise: 'never takes the body of one request for another one',
    async play(trial) {
      const counted = createCounted(trial)
      const port = await openDoor(trial, counted.stack)
      for (const [what, bytes] of AMBIGUOUS) {
        const { statuses, isClosed } = await sendRaw(port, bytes)
        trial.holds('O3', statuses.join() === '400' && isClosed, `${what}: ${statuses.join(', ')}${isClosed ? '' : ', and goes on'}`)
      }
      const framed = `Content-Length: ${INNER.length}\r\nConnection: keep-alive`
      const last = 'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
      const unread = [
        ['a body that nobody reads', `GET /healthz HTTP/1.1\r\nHost: a\r\n${framed}\r\n\r\n${INNER}${last}`, '200,200'],
        ['a body of nobody', `${post(framed, 'forged')}${INNER}${last}`, '401,200'],
        ['a body that is no JSON', `${post(framed)}${INNER}${last}`, '400,200'],
      ] as const
      for (const [what, bytes, expected] of unread) {
        const { statuses } = await sendRaw(port, bytes)
        trial.holds('O3', statuses.join() === expected, `${what}: ${statuses.join(', ')}`)
      }
      trial.holds(
        'O3',
        counted.stack.logged.every((line) => !line.includes('unmatched')),
        'a smuggled request was served',
      )
      trial.holds('O3', counted.calls() === 0, 'a source was asked')
      await counted.inspect()
    },
  },
]
