import assert from 'node:assert/strict'
import { bodyOf, type GatewayClient, gatewayClient } from './client.ts'
import type { Fact, Gap, Portfolio, PortfolioRequest, Problem } from './openapi.ts'

/*
 * A walk through the API against `npm run demo`: collect, refuse, read again for nothing, refresh, ask why something is missing, look at
 * the sources. GATEWAY_URL, GATEWAY_TOKEN and MOCKS_URL say where; it ends with 1 where an answer is not what stands here.
 */

const { GATEWAY_URL = 'http://127.0.0.1:8787', MOCKS_URL = 'http://127.0.0.1:8788', GATEWAY_TOKEN = '' } = process.env

/** A person of the pretend government, with the claim that a platform would send. */
async function somebody(archetype: string): Promise<PortfolioRequest> {
  const answer = await fetch(`${MOCKS_URL}/__mock`)
  const { cast } = (await answer.json()) as { cast: { archetype: string; claim: PortfolioRequest }[] }
  const person = cast.find((one) => one.archetype === archetype)
  if (!person) throw new Error(`nobody in the cast is ${archetype}`)
  return { ...person.claim, caseId: 'typescript-example' }
}

/** What to do about a problem: the compiler knows every code. */
function advice({ code, errors = [], sources = [] }: Problem): string {
  switch (code) {
    case 'validation.failed':
      return `repair ${errors.map((error) => `${error.pointer} (${error.code})`).join(', ')}`
    case 'portfolio.incomplete':
      return `ask later: ${sources.join(', ')} did not answer`
    case 'auth.missing':
    case 'auth.invalid':
      return 'get another token'
    default:
      return code
  }
}

/** One fact in a line: `type` tells which keys its value has. */
function inWords(fact: Fact): string {
  if (fact.type === 'course') return `course of ${fact.value.hours ?? '?'} hours`
  if (fact.type === 'contract') return `contract since ${fact.value.startsOn ?? '?'}`
  return fact.type
}

async function collect(client: GatewayClient, claim: PortfolioRequest) {
  const answer = await client.POST('/v1/portfolios', { body: claim, params: { header: { Prefer: 'wait=10' } } })
  const portfolio = bodyOf(answer)
  const etag = answer.response.headers.get('ETag') ?? ''
  console.log(`collected   ${portfolio.id} version ${portfolio.version}, ${portfolio.sections.length} sections, tag ${etag}`)
  for (const { id, status, facts } of portfolio.sections)
    console.log(`  ${[`${id}: ${status}`, ...new Set(facts.map(inWords))].join(', ')}`)
  return { portfolio, etag }
}

async function refuse(client: GatewayClient, claim: PortfolioRequest): Promise<void> {
  const { error } = await client.POST('/v1/portfolios', { body: { ...claim, iin: '000000000000' } })
  assert.equal(error?.code, 'validation.failed')
  console.log(`refused     ${error.title}: ${advice(error)}`)
}

async function readAgain(client: GatewayClient, { id }: Portfolio, etag: string): Promise<void> {
  const { response } = await client.GET('/v1/portfolios/{id}', { params: { path: { id }, header: { 'If-None-Match': etag } } })
  assert.equal(response.status, 304)
  console.log('read again  304: nothing has changed, nothing was sent')
}

async function refresh(client: GatewayClient, { id, version }: Portfolio): Promise<void> {
  const answer = await client.POST('/v1/portfolios/{id}/refresh', { params: { path: { id } }, body: { sources: ['diplomas'] } })
  const refreshed = bodyOf(answer)
  assert.equal(refreshed.version, version)
  console.log(`refreshed   version ${refreshed.version}: the register still has no diploma`)
}

async function explain(client: GatewayClient, { id }: Portfolio, gap: Gap): Promise<void> {
  const { chain } = bodyOf(await client.GET('/v1/portfolios/{id}/gaps/{gapId}', { params: { path: { id, gapId: gap.id } } }))
  console.log(`explained   ${gap.section}: ${gap.code}, ${gap.actor} must act`)
  for (const { step, text } of chain) console.log(`  ${step}: ${text.en}`)
  assert.equal(chain.at(-1)?.ref, `code:${gap.code}`)
}

async function sources(client: GatewayClient): Promise<void> {
  const { items } = bodyOf(await client.GET('/v1/sources', { params: { query: { limit: 50 } } }))
  console.log(`sources     ${items.map(({ id, state }) => `${id} ${state}`).join(', ')}`)
  assert.ok(items.some(({ id }) => id === 'diplomas'))
}

const client = gatewayClient({ url: GATEWAY_URL, token: () => GATEWAY_TOKEN, language: 'en' })
const claim = await somebody('expert-without-diploma')
const { portfolio, etag } = await collect(client, claim)
await refuse(client, claim)
await readAgain(client, portfolio, etag)
await refresh(client, portfolio)
const gap = portfolio.gaps.find(({ section, code }) => section === 'education' && code === 'not_found')
if (!gap) throw new Error('the diploma that is in no register is not missed')
await explain(client, portfolio, gap)
await sources(client)
