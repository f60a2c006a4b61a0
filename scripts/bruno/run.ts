import type { BruRequest, Collection } from './collection.ts'
import { type BruAnswer, evaluated, filled, holds } from './expression.ts'

/** What came of one request: its name, the status, and each assertion that does not hold. */
export interface Ran {
  readonly name: string
  readonly status: number
  readonly broken: readonly string[]
}

type Variables = Map<string, unknown>
const enabled = <Item extends { readonly enabled: boolean }>(items: readonly Item[] | undefined) =>
  (items ?? []).filter((item) => item.enabled)

function urlOf({ http, params }: BruRequest, variables: Variables): string {
  const path = enabled(params).filter(({ type }) => type === 'path')
  const put = (url: string, { name, value }: { name: string; value: string }) =>
    url.replace(new RegExp(`:${name}(?=[/?]|$)`), encodeURIComponent(filled(value, variables)))
  return path.reduce(put, filled(http.url, variables))
}

async function sent(request: BruRequest, bearer: string | null, variables: Variables): Promise<BruAnswer> {
  const headers = new Headers(enabled(request.headers).map(({ name, value }): [string, string] => [name, filled(value, variables)]))
  if (request.http.auth === 'inherit' && bearer) headers.set('authorization', `Bearer ${filled(bearer, variables)}`)
  const json = request.body?.json
  if (json !== undefined) headers.set('content-type', 'application/json')
  const body = json === undefined ? null : filled(json, variables)
  const answer = await fetch(urlOf(request, variables), { method: request.http.method.toUpperCase(), headers, body })
  const text = await answer.text()
  const isJson = /json/.test(answer.headers.get('content-type') ?? '')
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: isJson ? JSON.parse(text) : text }
}

async function ran(request: BruRequest, bearer: string | null, variables: Variables): Promise<Ran> {
  const answer = await sent(request, bearer, variables)
  for (const { name, value } of enabled(request.vars?.res)) variables.set(name, evaluated(value, answer))
  const asserted = enabled(request.assertions)
  const broken = asserted.filter(({ name, value }) => !holds(evaluated(name, answer), filled(value, variables)))
  return { name: request.meta.name, status: answer.status, broken: broken.map(({ name, value }) => `${name} ${value}`) }
}

/**
 * Sends the requests of a collection in their order, each with what those before it have set. `own` wins over the environment. A request
 * that could not be sent has the status 0 and its reason.
 */
export async function runCollection(collection: Collection, own: Readonly<Record<string, string>>): Promise<readonly Ran[]> {
  const variables: Variables = new Map(Object.entries({ ...collection.variables, ...own }))
  const all: Ran[] = []
  for (const request of collection.requests) {
    const failed = (error: unknown): Ran => ({ name: request.meta.name, status: 0, broken: [String(error)] })
    all.push(await ran(request, collection.bearer, variables).catch(failed))
  }
  return all
}
