import { toBytes } from './body.ts'
import type { CassetteBody } from './cassette.ts'
import { CREDENTIAL, redactedLeaf } from './leaf.ts'
import { decoded, rewritePairs } from './pairs-text.ts'
import type { Redacting } from './redact-text.ts'

/** Header lines that the gateway reads, or sends of itself: they say nothing about anybody. */
const PLAIN = new Set([
  ...['accept', 'accept-encoding', 'content-type', 'content-encoding', 'retry-after', 'soapaction', 'date', 'last-modified'],
  ...['cache-control', 'expires', 'transfer-encoding', 'connection', 'server', 'vary'],
])
/** A tag is a hash of what it stands for: another one in its place, in the answer and in the next question. */
const TAGS = new Set(['etag', 'if-none-match'])
/** What stands in quotation marks or, against the standard, without them. */
const TAG = /(?!W\/)([^\s",]+)/g
const CREDENTIALS = /^(?:(?:proxy-)?authorization|(?:set-)?cookie2?|.*(?:token|api-?key|secret|session).*)$/
/** What stands before the credential: the name of a scheme. */
const SCHEME = /^(?:Basic|Bearer|Token)(?= )/i

type Headers = Readonly<Record<string, string>>

function headerValue(name: string, value: string, { keyed, names }: Redacting): string {
  if (CREDENTIALS.test(name)) {
    const scheme = SCHEME.exec(value)?.[0]
    return scheme ? `${scheme} ${CREDENTIAL}` : CREDENTIAL
  }
  if (TAGS.has(name)) return value.replace(TAG, (_, tag: string) => redactedLeaf('document', tag, keyed, names))
  return redactedLeaf(PLAIN.has(name) ? 'plain' : 'unknown', value, keyed, names)
}

/** Header lines without credentials and persons; the length is that of the body that goes with them. */
export function redactedHeaders(headers: Headers, body: CassetteBody | null, redacting: Redacting): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([given, value]) => {
      const name = given.toLowerCase()
      if (name === 'content-length') return [given, String(body ? toBytes(body).length : 0)]
      return [given, headerValue(name, value, redacting)]
    }),
  )
}

/** A part of a path is looked at as it is read, whatever of it is written with percent signs. */
function pathPart(part: string, { keyed, names }: Redacting): string {
  const read = decoded(part)
  const other = redactedLeaf('plain', read, keyed, names)
  return other === read ? part : encodeURIComponent(other)
}

/** A path with its query. An address says what is asked for, so it stays but for persons. */
export function redactedPath(path: string, redacting: Redacting): string {
  const { keyed, names, kindOf } = redacting
  const sign = path.indexOf('?')
  const [place, query] = sign < 0 ? [path, null] : [path.slice(0, sign), path.slice(sign + 1)]
  const plain = place
    .split('/')
    .map((part) => pathPart(part, redacting))
    .join('/')
  if (query === null) return plain
  return `${plain}?${rewritePairs(query, (key, value) => redactedLeaf(kindOf(key), value, keyed, names))}`
}
