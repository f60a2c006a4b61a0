import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { GatewayEnv } from '../gateway-env.ts'
import { Refusal } from '../problems/refusal.ts'
import { hasRepeatedKey } from './repeated-key.ts'

/** What a caller's JSON may take (API page, 1). */
const MAX_BYTES = 256 * 1024
const JSON_TYPE = /^application\/json(?:[ \t]*;[ \t]*charset="?utf-8"?)?[ \t]*$/i
/** A blank before the semicolon, which the protocol allows (RFC 9110, 5.6.6) and the validators of routes do not know. */
const SPACED = /[ \t];/
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** JSON in UTF-8 in which no object has the same key twice; else 400 `json.malformed`. */
function parseStrictly(bytes: Uint8Array): { readonly text: string; readonly json: unknown } {
  try {
    const text = utf8.decode(bytes)
    const json: unknown = JSON.parse(text)
    if (!hasRepeatedKey(text)) return { text, json }
  } catch {
    // The reason would quote the input.
  }
  throw new Refusal('json.malformed')
}

const limit = bodyLimit({
  maxSize: MAX_BYTES,
  onError: () => {
    // What is left of the body is not read, so the connection cannot carry another request.
    throw new Refusal('body.too-large', { headers: { Connection: 'close' } })
  },
})

/** A caller that hangs up while it sends, or breaks its chunks, is no fault of ours. */
async function bytesOf(c: Context<GatewayEnv>): Promise<Uint8Array> {
  try {
    await limit(c, async () => {})
    return new Uint8Array(await c.req.arrayBuffer())
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('json.malformed')
  }
}

/** The same request with its type as everybody writes it. */
function retype(c: Context<GatewayEnv>): void {
  const { url, method, signal, headers } = c.req.raw
  c.req.raw = new Request(url, { method, signal, headers: { ...Object.fromEntries(headers), 'content-type': 'application/json' } })
}

async function readJson(c: Context<GatewayEnv>, optional: boolean): Promise<void> {
  const type = c.req.header('content-type')
  const typeFits = type !== undefined && JSON_TYPE.test(type)
  if (!typeFits && !(optional && type === undefined)) throw new Refusal('media-type.unsupported')
  const bytes = await bytesOf(c)
  if (typeFits && SPACED.test(type)) retype(c)
  if (!typeFits && bytes.length > 0) throw new Refusal('media-type.unsupported')
  const { text, json } = optional && bytes.length === 0 ? { text: '{}', json: {} } : parseStrictly(bytes)
  // The validator of the route parses this text: the very one that was checked.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(text) })
  c.set('bodyBytes', bytes)
  c.set('bodyJson', json)
}

/** The body of a POST: at most 256 KiB (413), JSON (415), well formed (400). `optional`: nothing counts as `{}`. */
export function jsonBody({ optional } = { optional: false }): readonly MiddlewareHandler<GatewayEnv>[] {
  return [
    async (c, next) => {
      await readJson(c, optional)
      await next()
    },
  ]
}
