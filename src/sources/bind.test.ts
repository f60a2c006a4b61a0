import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Access, HttpCall } from '../../adapters/adapter.ts'
import { type Answering, answer, createWire, failureIn, type WireOptions } from '../../test/support/wire-rig.ts'
import type { HttpRequest } from '../ports.ts'

const CALL: HttpCall = { method: 'POST', path: '/search', json: { iin: '000115100012' } }
const SESSION: Access = {
  kind: 'session',
  login: (user, password) => ({ method: 'POST', path: '/login', json: { user, password } }),
  token: (body) => {
    const token = (body as { token?: string }).token
    return token ? { token, seconds: 300 } : null
  },
  header: (token) => ['Access-Token', token],
}
const wire = (answering: Answering, options: WireOptions = {}) => createWire(answering, options)
const json = (answering: Answering, call: HttpCall = CALL, options: WireOptions = {}) => wire(answering, options).source.json(call)
const over = '{"type":"authorizationFailed","description":"Token is expired"}'

/** A source with a login; tokens count up, and `refuses` says which are refused, and how. */
function withLogin(refuses: (token: string | undefined) => ReturnType<typeof answer> | null) {
  let logins = 0
  return (request: HttpRequest) =>
    request.url.endsWith('/login')
      ? answer(`{"token":"t${++logins}"}`)
      : (refuses(request.headers['Access-Token']) ?? answer('{"rows":[]}'))
}

describe('the request', () => {
  it('carries query, body and headers, and no undefined key', async () => {
    const { source, requests } = wire(answer('{}'))
    await source.json({ ...CALL, query: { page: 0, since: undefined, name: 'а б' }, headers: { 'x-a': '1' } })
    expect(requests[0]).toMatchObject({
      url: 'http://127.0.0.1:1/diplomas/search?page=0&name=%D0%B0+%D0%B1',
      method: 'POST',
      maxBytes: 2 * 1024 * 1024,
    })
    expect(requests[0]?.headers).toEqual({ accept: 'application/json', 'content-type': 'application/json', 'x-a': '1' })
    expect(requests[0]?.body).toBe('{"iin":"000115100012"}')
  })

  it('carries a form', async () => {
    const { source, requests } = wire(answer('{}'))
    await source.json({ method: 'POST', path: '/token', form: { grant_type: 'client_credentials', secret: 'a&b' } })
    expect(requests[0]?.body).toBe('grant_type=client_credentials&secret=a%26b')
    expect(requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  })

  it.each([
    [{ kind: 'none' }, {}],
    [{ kind: 'sender' }, {}],
    [{ kind: 'basic' }, { authorization: `Basic ${Buffer.from('gateway:құпия').toString('base64')}` }],
    [{ kind: 'header', name: 'X-Api-Key' }, { 'x-api-key': 'invented-token' }],
    [{ kind: 'header', name: 'Authorization', scheme: 'Token' }, { authorization: 'Token invented-token' }],
  ] as const)('shows who we are by %j', async (access, expected) => {
    const { source, requests } = wire(answer('{}'), { access, settings: { password: 'құпия' } })
    await source.json({ method: 'GET', path: '/' })
    expect(requests[0]?.headers).toEqual({ accept: 'application/json', ...expected })
  })

  it('sends no empty token', async () => {
    const { source, requests } = wire(answer('{}'), {
      access: { kind: 'header', name: 'Authorization', scheme: 'Bearer' },
      settings: { token: '' },
    })
    await source.json({ method: 'GET', path: '/' })
    expect(requests[0]?.headers).toEqual({ accept: 'application/json' })
  })
})

describe('the answer', () => {
  it('comes with its exchange: id, time and hash of the bytes', async () => {
    expect(await json(answer('\uFEFF{"a":1}'))).toEqual({
      body: { a: 1 },
      status: 200,
      tag: null,
      exchange: {
        id: expect.stringMatching(/^ex_[a-z]{32}$/),
        at: '2026-11-24T05:00:00.000Z',
        payloadHash: 'e3170108e7583c4ad52e05763a606c1dceef76c81a8e1503dde511b5ca764f81',
        signature: 'absent',
      },
    })
  })

  it('is kept from the second meeting with the same bytes on', async () => {
    const { source } = wire(answer('{"a":1}'))
    await source.json(CALL)
    expect((await source.json(CALL)).body).toBe((await source.json(CALL)).body)
  })

  it('is text or bytes where the adapter wants that', async () => {
    const { source, requests } = wire(answer('Ә;1'))
    expect((await source.text(CALL)).body).toBe('Ә;1')
    expect((await source.bytes(CALL)).body).toEqual(new TextEncoder().encode('Ә;1'))
    expect(requests[1]?.maxBytes).toBe(256 * 1024 * 1024)
  })

  it.each([
    ['an error object', answer('{"type":"apiServerError","description":"x"}'), 'unavailable/remote_error once'],
    ['an object with more than an error', answer('{"type":"a","description":"b","rows":[]}'), 'no failure'],
    ['what is no JSON', answer('hello'), 'unreadable/protocol once'],
    ['a page', answer('<html>', 200), 'unavailable/html yes'],
    ['a failing status', answer('{}', 503), 'unavailable/http_5xx yes'],
    ['an error object under 400', answer('{"type":"parameterInvalid","description":"x"}', 400), 'unavailable/http_4xx no'],
    ['windows-1251 undeclared', answer(Uint8Array.of(0x22, 0xd3, 0x22)), 'unreadable/encoding no'],
    ['404', answer('{}', 404), 'unavailable/http_4xx no'],
  ])('of %s is %j', async (_, answering, expected) => {
    expect(await failureIn(json(answering))).toBe(expected)
  })

  it('under a status that the adapter wants is an answer only if it is one of the source', async () => {
    const call = { ...CALL, alsoAccept: [404] }
    expect(await json(answer('{"errorCode":1}', 404), call)).toMatchObject({ status: 404, body: { errorCode: 1 } })
    expect(await failureIn(json(answer('', 404), call))).toBe('unavailable/http_4xx no')
    expect(await failureIn(json(answer('not found', 404), call))).toBe('unavailable/http_4xx no')
    expect(await failureIn(json(answer('<html>', 404), call))).toBe('unavailable/html yes')
  })
})

describe('a session', () => {
  it('logs in without credentials in the address, and shows its token', async () => {
    const { source, requests } = wire(
      withLogin(() => null),
      { access: SESSION },
    )
    await source.json(CALL)
    await source.json(CALL)
    expect(requests.map(({ url, headers }) => `${url.split('/').at(-1)} ${headers['Access-Token']}`)).toEqual([
      ...['login undefined', 'search t1', 'search t1'],
    ])
  })

  it.each([
    ['401', () => answer('', 401)],
    ['an error object under 200', () => answer(over)],
    ['an error object under 400', () => answer(over, 400)],
  ])('is renewed once when it is refused by %s', async (_, refuse) => {
    const { source, requests } = wire(
      withLogin((token) => (token === 't1' ? refuse() : null)),
      { access: SESSION },
    )
    expect((await source.json(CALL)).body).toEqual({ rows: [] })
    expect(requests).toHaveLength(4)
  })

  it('stays refused when the new token is refused too', async () => {
    const { source, requests } = wire(
      withLogin(() => answer('', 403)),
      { access: SESSION },
    )
    expect(await failureIn(source.json(CALL))).toBe('unavailable/auth renew')
    expect(requests).toHaveLength(4)
  })

  it('is not renewed for other failures', async () => {
    const { source, requests } = wire(
      withLogin(() => answer('', 500)),
      { access: SESSION },
    )
    expect(await failureIn(source.json(CALL))).toBe('unavailable/http_5xx yes')
    expect(requests).toHaveLength(2)
  })

  it('holds for files, too', async () => {
    async function* file() {
      yield new TextEncoder().encode('A;B\n1;2\n')
    }
    const sent = withLogin((token) => (token === 't1' ? answer('', 401) : null))
    const { source, requests } = wire((request) => ({ ...sent(request), ...(request.streamed && { chunks: file() }) }), { access: SESSION })
    const sha256 = createHash('sha256').update('A;B\n1;2\n').digest('hex')
    const batches = await Array.fromAsync(source.table({ path: '/x.csv', separator: ';', sha256 }))
    expect(batches).toMatchObject([{ header: ['A', 'B'], rows: [['1', '2']] }])
    expect(requests.map(({ headers }) => headers['Access-Token'])).toEqual([undefined, 't1', undefined, 't2'])
  })

  it('fails where the login brings no token', async () => {
    expect(await failureIn(json(answer('{}'), CALL, { access: SESSION }))).toBe('unreadable/protocol once')
    expect(await failureIn(json(answer(over), CALL, { access: SESSION }))).toBe('unavailable/auth renew')
  })
})

describe('an answer without a body', () => {
  const asked: HttpCall = { method: 'GET', path: '/list.json', headers: { 'if-none-match': '"a"' }, bodiless: [304, 404] }

  it.each([
    [304, ''],
    [404, 'Not Found'],
  ])('is one by its status %i alone', async (status, body) => {
    expect(await json(answer(body, status), asked)).toMatchObject({ status, body: null, tag: null })
  })

  it('is a failure where it is a page for people, or where nobody named its status', async () => {
    expect(await failureIn(json(answer('<html>', 404), asked))).toBe('unavailable/html yes')
    expect(await failureIn(json(answer('', 304), { ...asked, bodiless: [404] }))).toBe('unavailable/http_4xx no')
  })

  it('tells the tag that the source gave, as it was sent', async () => {
    expect(await json(answer('{}', 200, { etag: 'W/"a"' }), asked)).toMatchObject({ body: {}, tag: 'W/"a"' })
  })
})
