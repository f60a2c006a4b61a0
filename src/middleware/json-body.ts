import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { GatewayEnv } from '../gateway-env.ts'
import { Refusal } from '../problems/refusal.ts'
import { hasRepeatedKey } from './repeated-key.ts'

/** What a caller's JSON may take (API page, 1). */
const MAX_BYTES = 256 * 1024
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i
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

/** A caller that hangs up while it sends is no fault of ours. */
async function bytesOf(c: Context<GatewayEnv>): Promise<Uint8Array> {
  try {
    return new Uint8Array(await c.req.arrayBuffer())
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('json.malformed')
  }
}

async function readJson(c: Context<GatewayEnv>, optional: boolean): Promise<void> {
  const type = c.req.header('content-type')
  const typeFits = type !== undefined && JSON_TYPE.test(type)
  if (!typeFits && !(optional && type === undefined)) throw new Refusal('media-type.unsupported')
  const bytes = await bytesOf(c)
  if (!typeFits && bytes.length > 0) throw new Refusal('media-type.unsupported')
  const { text, json } = optional && bytes.length === 0 ? { text: '{}', json: {} } : parseStrictly(bytes)
  // The validator of the route parses this text: the very one that was checked.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(text) })
  c.set('bodyBytes', bytes)
  c.set('bodyJson', json)
}

/** The body of a POST: at most 256 KiB (413), JSON (415), well formed (400). `optional`: nothing counts as `{}`. */
export function jsonBody({ optional } = { optional: false }): readonly MiddlewareHandler<GatewayEnv>[] {
  const limit = bodyLimit({
    maxSize: MAX_BYTES,
    onError: () => {
      // What is left of the body is not read, so the connection cannot carry another request.
      throw new Refusal('body.too-large', { headers: { Connection: 'close' } })
    },
  })
  return [
    limit,
    async (c, next) => {
      await readJson(c, optional)
      await next()
    },
  ]
}
