import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkDigit } from '../schemas/identifiers.ts'
import { Problem } from '../schemas/problem.ts'
import { claim, gatewayRig, IIN } from '../test/support/gateway-rig.ts'
import { StoreUnavailable } from './store/store.ts'

let rig: ReturnType<typeof gatewayRig>
beforeEach(() => {
  rig = gatewayRig()
})

async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  return Problem.strict().parse(await answer.json())
}
const post = (body: unknown, headers = {}) => rig.call('platform', 'POST /v1/portfolios', { body, headers })

describe('a problem', () => {
  test('says its type, code, trace and language', async () => {
    const answer = await rig.call(null, 'GET /v1/portfolios/pf_1', { headers: { 'x-request-id': 'trace-1', 'accept-language': 'ru' } })
    const problem = await problemOf(answer)
    expect(problem).toMatchObject({ type: '/problems/auth.missing', code: 'auth.missing', status: 401, traceId: 'trace-1' })
    expect(problem).toMatchObject({ title: 'Нет токена доступа', retryable: false, instance: 'urn:request:trace-1' })
    expect(answer.headers.get('content-language')).toBe('ru')
    expect(answer.headers.get('vary')).toBe('Accept-Language')
    expect(answer.headers.get('x-request-id')).toBe('trace-1')
  })

  test.each([
    ['GET', '/nowhere', 404, 'not-found', null],
    ['DELETE', '/v1/portfolios/pf_1', 405, 'method.not-allowed', 'GET, HEAD'],
    ['GET', '/v1/portfolios', 405, 'method.not-allowed', 'POST'],
    ['OPTIONS', '/healthz', 405, 'method.not-allowed', 'GET, HEAD'],
    ['POST', '/v1/portfolios/pf_1/history', 405, 'method.not-allowed', 'GET, HEAD'],
    ['GET', '/v1/portfolios/', 404, 'not-found', null],
  ])('answers %s %s with %i %s', async (method, path, status, code, allow) => {
    const answer = await rig.call('platform', `${method} ${path}`)
    expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow])
    expect((await problemOf(answer)).code).toBe(code)
  })

  test('keeps what nobody foresaw inside', async () => {
    rig.state.collect = () => Promise.reject(new Error(`secret of ${IIN}`))
    const answer = await post(claim)
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', retryable: true })
    expect(text).not.toContain('secret')
    expect(rig.lines.map((line) => line.message)).toContain('request failed')
    expect(JSON.stringify(rig.lines)).not.toContain(IIN)
  })

  test('tells when the store does not answer', async () => {
    rig.state.collect = () => Promise.reject(new StoreUnavailable('timeout'))
    const answer = await post(claim)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await problemOf(answer)).code).toBe('store.unavailable')
    expect(rig.lines.some((line) => line.fields.code === 'timeout')).toBe(true)
  })
})

describe('a body', () => {
  test.each([
    ['{"iin":', 400, 'json.malformed'],
    ['', 400, 'json.malformed'],
    [`${JSON.stringify(claim).slice(0, -1)},"post":"head"}`, 400, 'json.malformed'],
    ['"text"', 422, 'validation.failed'],
    ['[]', 422, 'validation.failed'],
    [' '.repeat(256 * 1024 + 1), 413, 'body.too-large'],
  ])('that begins with %.10j gets %i %s', async (body, status, code) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    expect((await problemOf(answer)).code).toBe(code)
  })

  test.each([
    ...['text/plain', 'application/xml', 'application/json; charset=windows-1251', 'application/merge-patch+json'],
    ...['application/json\u00a0', 'application/json; charset = utf-8'],
  ])('of type %j gets 415', async (type) => {
    const answer = await post(JSON.stringify(claim), { 'content-type': type })
    expect(answer.status).toBe(415)
    expect((await problemOf(answer)).code).toBe('media-type.unsupported')
  })

  test.each(['application/json; charset="UTF-8"', 'application/json ;\tcharset=utf-8', 'Application/JSON'])(
    'accepts the type %j',
    async (type) => {
      expect((await post(claim, { 'content-type': type })).status).toBe(201)
    },
  )

  test('refuses chunks that break, which is no fault of ours', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    const headers = { authorization: 'Bearer platform', 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const answer = await rig.app.request('/v1/portfolios', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([400, 'json.malformed'])
  })

  test('refuses a long one that comes in chunks, and bytes that are no UTF-8', async () => {
    const chunks = new Blob([' '.repeat(256 * 1024 + 1)]).stream()
    const headers = { authorization: 'Bearer platform', 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: chunks, duplex: 'half' }
    expect((await rig.app.request('/v1/portfolios', init as RequestInit)).status).toBe(413)
    const broken = new Uint8Array([0x22, 0xd0, 0x22])
    expect((await rig.app.request('/v1/portfolios', { method: 'POST', headers, body: broken })).status).toBe(400)
  })

  test('is never echoed when its person number is wrong', async () => {
    const digit = fc.integer({ min: 0, max: 9 })
    const eleven = fc.array(digit, { minLength: 11, maxLength: 11 }).map((digits) => digits.join(''))
    const wrong = fc.tuple(eleven, digit).filter(([start, last]) => checkDigit(start) !== last)
    await fc.assert(
      fc.asyncProperty(wrong, async ([start, last]) => {
        const answer = await post({ ...claim, iin: `${start}${last}` })
        expect(answer.status).toBe(422)
        const seen = (await answer.text()) + JSON.stringify([...answer.headers]) + JSON.stringify(rig.lines) + rig.served.join()
        expect(seen).not.toContain(start)
        rig.lines.length = 0
      }),
    )
    expect(rig.calls).toHaveLength(0)
  })
})

describe('the order of checks', () => {
  test('asks who calls before it reads the body', async () => {
    expect((await rig.call(null, 'POST /v1/portfolios', { body: 'x' })).status).toBe(401)
    expect((await rig.call('teacher', 'POST /v1/portfolios', { body: 'x' })).status).toBe(403)
    expect((await rig.call('platform', 'POST /v1/portfolios', { body: 'x' })).status).toBe(400)
  })

  test.each([
    ['Bearer nobody', 'auth.invalid', 'Bearer realm="portfolio-gateway", error="invalid_token"'],
    ['Bearer', 'auth.invalid', 'Bearer realm="portfolio-gateway", error="invalid_token"'],
    ['Bearer a b', 'auth.invalid', 'Bearer realm="portfolio-gateway", error="invalid_token"'],
    ['Basic cGxhdGZvcm06', 'auth.missing', 'Bearer realm="portfolio-gateway"'],
    ['', 'auth.missing', 'Bearer realm="portfolio-gateway"'],
  ])('answers Authorization %j with %s', async (authorization, code, challenge) => {
    const answer = await rig.call(null, 'GET /v1/sources', { headers: { authorization } })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, challenge])
    expect((await problemOf(answer)).code).toBe(code)
  })

  test('refuses a query key that occurs twice', async () => {
    const answer = await rig.call('platform', 'GET /v1/sources?limit=1&limit=2')
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).errors).toEqual([{ pointer: '/limit', code: 'type' }])
  })

  test('refuses an empty query key that occurs twice', async () => {
    const answer = await rig.call('platform', 'GET /v1/sources?=1&=2')
    expect([answer.status, (await problemOf(answer)).errors]).toEqual([422, [{ pointer: '', code: 'type' }]])
  })
})

const READ = ['platform', 'teacher', 'responsible', 'other-teacher', 'other-responsible', 'no-school']
const NEITHER = ['commission', 'department', 'auditor']
const paths = ['', '/versions/1', '/history'].map((tail) => `GET /v1/portfolios/pf_1${tail}`)
const matrix = [
  ...paths.map((line) => [line, READ, [...NEITHER, 'operator']] as const),
  ['POST /v1/portfolios', ['platform'], [...NEITHER, 'operator', 'teacher', 'responsible']] as const,
  ['POST /v1/portfolios/pf_1/refresh', ['platform'], [...NEITHER, 'operator', 'teacher', 'responsible']] as const,
  ...['GET /v1/sources', 'GET /v1/sources/diplomas'].map(
    (line) => [line, ['platform', 'operator'], [...NEITHER, 'teacher', 'responsible']] as const,
  ),
]

describe('roles', () => {
  test.each(matrix)('lets at %s only its own roles pass', async (line, allowed, refused) => {
    const statuses = (names: readonly string[]) => Promise.all(names.map(async (name) => (await rig.call(name, line)).status))
    expect(await statuses(allowed)).not.toContain(403)
    expect(await statuses(refused)).toEqual(refused.map(() => 403))
    const elsewhere = line.replace('pf_1', 'pf_none')
    expect((await rig.call(refused[0] ?? '', elsewhere)).status).toBe(403)
  })

  test.each(['teacher', 'responsible'])('lets the %s read what is theirs', async (name) => {
    await rig.create()
    for (const line of paths) expect((await rig.call(name, line)).status).toBe(200)
  })

  test.each(['other-teacher', 'other-responsible', 'no-school'])(
    'hides from %s what is not theirs as if it were not there',
    async (name) => {
      await rig.create()
      const bare = async (line: string) => {
        const answer = await rig.call(name, line)
        const { traceId: _t, instance: _i, ...problem } = await problemOf(answer)
        const headers = [...answer.headers].filter(([header]) => header !== 'x-request-id')
        return { status: answer.status, problem, headers }
      }
      for (const line of paths) {
        expect(await bare(line)).toEqual(await bare(line.replace('pf_1', 'pf_none')))
        expect((await bare(line)).status).toBe(404)
      }
    },
  )
})

describe('every answer', () => {
  test.each(['GET /healthz', 'GET /docs', 'GET /nowhere', 'GET /v1/sources'])('carries the secure headers: %s', async (line) => {
    const { headers } = await rig.call(null, line)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('leaves one log line and one measurement that name the pattern, not the path', async () => {
    await rig.call('platform', `GET /v1/portfolios/pf_${IIN}?name=Secret`, { headers: { 'x-request-id': 'trace-2' } })
    await rig.call(null, `GET /people/${IIN}`)
    await rig.call(null, 'BREW /healthz')
    const lines = rig.lines.filter((line) => line.message === 'request').map((line) => line.fields)
    expect(lines[0]).toMatchObject({ route: '/v1/portfolios/{id}', method: 'GET', status: 404, requestId: 'trace-2', role: 'platform' })
    expect(lines.slice(1).map((line) => [line.route, line.method])).toEqual([
      ['unmatched', 'GET'],
      ['unmatched', 'OTHER'],
    ])
    expect(rig.served[0]).toBe('GET /v1/portfolios/{id} 404')
    expect(JSON.stringify([rig.lines, rig.served])).not.toMatch(new RegExp(`${IIN}|Secret`))
  })

  test('makes a request id that is the trace of the problem', async () => {
    const answer = await rig.call(null, 'GET /nowhere', { headers: { 'x-request-id': 'two words' } })
    const id = answer.headers.get('x-request-id')
    expect(id).toMatch(/^[a-z]{32}$/)
    expect((await problemOf(answer)).traceId).toBe(id)
  })
})
