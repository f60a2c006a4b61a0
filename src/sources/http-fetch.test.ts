import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { TransportFault } from '../ports.ts'
import { fetchTransport } from './http-fetch.ts'

const MIB = 1024 * 1024
type Answering = (request: Request) => Response | Promise<Response>

function call(answering: Answering, signal = new AbortController().signal) {
  const transport = fetchTransport(async (request) => answering(request))
  return transport({ url: 'http://127.0.0.1:1/a?b=1', method: 'POST', headers: { 'x-a': '1' }, body: '{}', signal, maxBytes: MIB })
}
const fault = async (...parameters: Parameters<typeof call>) => {
  const error = await call(...parameters).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof TransportFault ? error.message : error
}
/** A body that gives what it has, and then fails, ends, or says nothing more. */
function body(end: 'error' | 'silence', size = 4): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(size))
      if (end === 'error') controller.error(new Error('reset'))
    },
  })
}

describe('fetchTransport', () => {
  it('sends what it is given, follows no redirect, and asks for no packing', async () => {
    const seen: unknown[] = []
    const answer = await call(async (request) => {
      seen.push(
        request.url,
        request.method,
        request.redirect,
        request.headers.get('accept-encoding'),
        request.headers.get('x-a'),
        await request.text(),
      )
      return new Response('Ә', { status: 404, headers: { ETag: '"1"' } })
    })
    expect(seen).toEqual(['http://127.0.0.1:1/a?b=1', 'POST', 'manual', 'identity', '1', '{}'])
    expect([answer.status, answer.header('etag'), Buffer.from(answer.bytes).toString()]).toEqual([404, '"1"', 'Ә'])
  })

  it('hands a redirect on as it is', async () => {
    expect((await call(() => new Response(null, { status: 302 }))).status).toBe(302)
  })

  it('accepts an answer without a body', async () => {
    expect((await call(() => new Response(null, { status: 204 }))).bytes.byteLength).toBe(0)
  })

  it('unpacks gzip that does not say so, up to the cap', async () => {
    expect(Buffer.from((await call(() => new Response(gzipSync('Ә')))).bytes).toString()).toBe('Ә')
    expect(await fault(() => new Response(gzipSync(Buffer.alloc(5 * MIB))))).toBe('protocol: body too large')
  })

  it.each([
    ['a body beyond the cap', () => new Response(body('silence', MIB + 1)), 'protocol: body too large'],
    ['a body that breaks off', () => new Response(body('error')), 'protocol: body incomplete'],
    ['a body shorter than announced', () => new Response('half', { headers: { 'content-length': '10' } }), 'protocol: body incomplete'],
    ['gzip cut short', () => new Response(gzipSync('x'.repeat(99)).subarray(0, 20)), 'protocol: body incomplete'],
    ['two packings', () => new Response('x', { headers: { 'content-encoding': 'gzip, br' } }), 'protocol: content encoding not accepted'],
    ['an error in place of an answer', () => Response.error(), 'connect: connection failed'],
    ['a fetch that fails', () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })), 'dns: ENOTFOUND'],
  ])('refuses %s', async (_, answering: Answering, expected) => {
    expect(await fault(answering)).toBe(expected)
  })

  it('gives up when the signal fires, even where the fetch or its body does not heed it', async () => {
    const silent = new AbortController()
    expect(
      await fault(() => {
        silent.abort()
        return new Promise(() => {})
      }, silent.signal),
    ).toMatch(/^timeout: /)
    const dripping = new AbortController()
    expect(
      await fault(() => {
        setTimeout(() => dripping.abort(), 5)
        return new Response(body('silence'))
      }, dripping.signal),
    ).toMatch(/^timeout: /)
    expect(await fault(() => new Response('x'), AbortSignal.abort())).toMatch(/^timeout: /)
  })
})
