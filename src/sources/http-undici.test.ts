import { createServer as createHttp, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { TransportFault } from '../ports.ts'
import { undiciTransport } from './http-undici.ts'

const MIB = 1024 * 1024
const ending: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ending.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
/** A server that speaks raw bytes to whoever sends something. */
const raw = (speak: (socket: Socket) => void) =>
  listen(
    createTcp((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => speak(socket))
    }),
  )
const http = (listener: RequestListener) => listen(createHttp(listener))

function get(url: string, signal = new AbortController().signal, maxBytes = MIB) {
  const { transport, close } = undiciTransport()
  ending.push(close)
  return transport({ url, method: 'POST', headers: { 'x-a': '1' }, body: '{}', signal, maxBytes })
}
const fault = async (...parameters: Parameters<typeof get>) => {
  const error = await get(...parameters).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof TransportFault ? error.message : error
}
const text = async (url: string) => Buffer.from((await get(url)).bytes).toString()

describe('undiciTransport', () => {
  it('sends what it is given, asks for no packing, and hands on status, headers and body', async () => {
    const seen: unknown[] = []
    const url = await http((request, response) => {
      seen.push(request.method, request.url, request.headers['x-a'], request.headers['accept-encoding'])
      request.on('data', (chunk) => seen.push(String(chunk)))
      response.writeHead(404, { ETag: '"1"' }).end('Ә')
    })
    const answer = await get(`${url}/a/b?c=1`)
    expect(seen).toEqual(['POST', '/a/b?c=1', '1', 'identity', '{}'])
    expect([answer.status, answer.header('etag'), answer.header('none'), Buffer.from(answer.bytes).toString()]).toEqual([
      404,
      '"1"',
      null,
      'Ә',
    ])
  })

  it('follows no redirect', async () => {
    const url = await http((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
    expect((await get(url)).status).toBe(302)
  })

  it('passes over what is said before the answer', async () => {
    const url = await raw((socket) => socket.end('HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'))
    expect(await text(url)).toBe('ok')
  })

  it('joins a body that comes in many pieces', async () => {
    const url = await http((_, response) => {
      for (let piece = 0; piece < 50; piece++) response.write(`${piece},`)
      response.end()
    })
    expect(await text(url)).toBe(`${Array.from({ length: 50 }, (_, piece) => piece).join()},`)
  })

  it.each([
    ['gzip', gzipSync('Ә'), 'gzip'],
    ['gzip by another name', gzipSync('Ә'), 'X-GZIP'],
    ['deflate', deflateSync('Ә'), 'deflate'],
    ['brotli', brotliCompressSync('Ә'), 'br'],
    ['gzip without saying so', gzipSync('Ә'), ''],
    ['nothing', Buffer.from('Ә'), 'identity'],
  ])('unpacks %s', async (_, body, encoding) => {
    const url = await http((__, response) => response.writeHead(200, encoding ? { 'content-encoding': encoding } : {}).end(body))
    expect(await text(url)).toBe('Ә')
  })

  it.each([
    ['two packings', 'gzip, gzip', gzipSync(gzipSync('x')), 'protocol: content encoding not accepted'],
    ['an unknown packing', 'zstd', Buffer.from('x'), 'protocol: content encoding not accepted'],
    ['a broken packing', 'gzip', Buffer.from('x'), 'protocol: content encoding broken'],
    ['a packing cut short', 'gzip', gzipSync('x'.repeat(100)).subarray(0, 20), 'protocol: content encoding broken'],
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(50 * MIB)), 'protocol: body too large'],
    ['a bomb without saying so', 'identity', gzipSync(Buffer.alloc(50 * MIB)), 'protocol: body too large'],
  ])('refuses %s', async (_, encoding, body, expected) => {
    const url = await http((__, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body))
    expect(await fault(url)).toBe(expected)
  })

  it('refuses a body beyond the cap, announced or not, and accepts one that just fits', async () => {
    const url = await http((request, response) => {
      if (request.url === '/announced') response.setHeader('content-length', 2 * MIB)
      response.end(Buffer.alloc(request.url === '/fits' ? MIB : 2 * MIB))
    })
    expect(await fault(`${url}/announced`)).toBe('protocol: body too large')
    expect(await fault(`${url}/streamed`)).toBe('protocol: body too large')
    expect((await get(`${url}/fits`)).bytes.byteLength).toBe(MIB)
  })

  it.each([
    ['shorter than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'],
    ['in chunks that break off', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
    ['in chunks that are none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n'],
    ['no HTTP', 'hello\r\n\r\n'],
  ])('refuses an answer that is %s', async (_, answer) => {
    expect(await fault(await raw((socket) => socket.end(answer)))).toMatch(/^protocol: /)
  })

  it('tells a reset before the answer from one in its body', async () => {
    expect(await fault(await raw((socket) => socket.resetAndDestroy()))).toMatch(/^connect: /)
    const url = await raw((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf', () => setTimeout(() => socket.resetAndDestroy(), 20)),
    )
    expect(await fault(url)).toBe('protocol: body incomplete')
  })

  it('gives up when the signal fires, before the answer and in a body that drips', async () => {
    const silent = new AbortController()
    const url = await http(() => silent.abort())
    expect(await fault(url, silent.signal)).toMatch(/^timeout: /)
    const drip = new AbortController()
    const dripping = await raw((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx', () => setTimeout(() => drip.abort(), 20)),
    )
    expect(await fault(dripping, drip.signal)).toMatch(/^timeout: /)
    expect(await fault(url, AbortSignal.abort())).toMatch(/^timeout: /)
  })

  it('names refused connections, names that do not exist and TLS that fails', async () => {
    const closed = await listen(createTcp())
    await ending.pop()?.()
    expect(await fault(closed)).toBe('connect: ECONNREFUSED')
    const notTls = await raw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await fault(notTls.replace('http:', 'https:'))).toMatch(/^tls: /)
  })
})
