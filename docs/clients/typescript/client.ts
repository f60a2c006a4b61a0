import createClient, { type Client } from 'openapi-fetch'
import type { Problem, paths } from './openapi.ts'

/** A client of one gateway, every path, parameter, body and answer typed by the OpenAPI document. */
export type GatewayClient = Client<paths>

/** What a client needs to know of a gateway. */
export interface GatewaySettings {
  /** Without a path: `http://127.0.0.1:8787`. */
  readonly url: string
  /** A bearer token; asked for before each request, so that it may be renewed. */
  readonly token: () => string | Promise<string>
  /** The language of problems: kk where it is left out. */
  readonly language?: 'kk' | 'ru' | 'en'
}

/** Makes a client. The token travels in the header alone; the number of a person never in a URL. */
export function gatewayClient({ url, token, language = 'kk' }: GatewaySettings): GatewayClient {
  const client = createClient<paths>({ baseUrl: url, headers: { 'Accept-Language': language } })
  client.use({
    async onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${await token()}`)
      return request
    },
  })
  return client
}

/** A refusal of the gateway as an error: branch on `problem.code`, which is stable, never on a text. */
export class GatewayRefusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code} (trace ${problem.traceId})`)
    this.name = 'GatewayRefusal'
    this.problem = problem
  }
}

/** The body of a success; throws `GatewayRefusal` where there is a problem instead. */
export function bodyOf<Body>({ data, error }: { readonly data?: Body; readonly error?: Problem }): Body {
  if (error !== undefined) throw new GatewayRefusal(error)
  if (data === undefined) throw new TypeError('an answer without a body: a 304 is to be told by its status')
  return data
}
