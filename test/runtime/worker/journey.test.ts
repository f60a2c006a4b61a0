import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, inject, test } from 'vitest'
import { castOf } from '../../../mocks/cast/crowd.ts'
import { mockEnvironment } from '../../../mocks/environment.ts'
import { mocks } from '../../../mocks/mocks.ts'
import type { Portfolio } from '../../../schemas/portfolio.ts'
import type { SourceHealth } from '../../../schemas/source-health.ts'
import worker from '../../../src/worker.ts'
import { contentsOfCast } from '../../support/contents.ts'

const TODAY = '2026-11-24'

test('makes of every member of the cast the same portfolio as Node', async () => {
  const here = await contentsOfCast(true)
  const there = inject('contents')
  expect(Object.keys(here)).toHaveLength(Object.keys(there).length)
  for (const [archetype, content] of Object.entries(here)) expect([archetype, content]).toEqual([archetype, there[archetype]])
})

const database = inject('database')

/** Variables of a deployment, a token that it trusts, and a way to send it requests and to let it finish. */
async function deployment() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA', kid: 'test' }] })
  const key = btoa(String.fromCharCode(...new Uint8Array(32).fill(1)))
  const environment = {
    ...mockEnvironment(inject('government')),
    DATABASE_URL: database,
    PII_KEY: key,
    PII_INDEX_KEY: key,
    AUTH_JWKS_FILE: jwks,
  }
  const claims = new SignJWT({ role: 'platform' }).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'test' }).setSubject('platform-1')
  const token = await claims
    .setIssuer('portfolio-gateway-dev')
    .setAudience('portfolio-gateway')
    .setIssuedAt()
    .setNotBefore('-1s')
    .setExpirationTime('5m')
    .sign(privateKey)
  const pending: Promise<unknown>[] = []
  const context = { waitUntil: (promise: Promise<unknown>) => void pending.push(promise) }
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const init = {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }
    const answer = await worker.fetch(new Request(`https://gateway.test${path}`, init), environment, context)
    const text = await answer.text()
    await Promise.all(pending.splice(0))
    return new Response(answer.status === 304 ? null : text, answer)
  }
  return { send, environment, context, pending }
}

describe.skipIf(database === '')('the Worker on PostgreSQL', () => {
  const cast = castOf('journeys', TODAY)
  // One deployment for all: an isolate keeps its configuration.
  const isolate = deployment()
  const claimOf = (name: string) => ({ ...cast.find(({ archetype }) => archetype === name)?.claim, caseId: `w-${crypto.randomUUID()}` })

  test('is ready, and its schedule loads the lists', async () => {
    const { send, environment, context, pending } = await isolate
    expect((await send('GET', '/readyz')).status).toBe(200)
    worker.scheduled({}, environment, context)
    await expect(Promise.all(pending)).resolves.toHaveLength(1)
    for (const list of ['teacher-achievements', 'experience-generalisation', 'leadership-reserve']) {
      const { freshness } = (await (await send('GET', `/v1/sources/${list}`)).json()) as SourceHealth
      expect([list, freshness.ageSeconds]).toEqual([list, expect.any(Number)])
    }
  })

  test('has its schedule look after the sources that nobody asks', async () => {
    const { send } = await isolate
    const metrics = await (await send('GET', '/metrics')).text()
    const reached = [...metrics.matchAll(/^gateway_source_probes_total\{source="([a-z-]+)",outcome="reached",reason=""\} 1$/gm)]
    expect(reached.map(([, source]) => source).toSorted()).toEqual(mocks.map(({ id }) => id).toSorted())
  })

  test('collects a portfolio over real sockets and serves it by its ETag', async () => {
    const { send } = await isolate
    const created = await send('POST', '/v1/portfolios', claimOf('expert-complete'))
    expect(created.status).toBe(201)
    const body = (await created.json()) as Portfolio
    expect(body.sections.find(({ id }) => id === 'education')?.status).toBe('found')
    const etag = created.headers.get('etag') ?? ''
    expect((await send('GET', created.headers.get('location') ?? '', undefined, { 'if-none-match': etag })).status).toBe(304)
  })

  test('waits for the application of the portal', async () => {
    const { send } = await isolate
    const body = (await (await send('POST', '/v1/portfolios', claimOf('researcher-confirming'))).json()) as Portfolio
    expect(body.sections.find(({ id }) => id === 'application')?.status).toBe('found')
  })
})
