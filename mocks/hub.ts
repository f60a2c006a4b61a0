import { createPretendGovernment, type Options, type PretendGovernment } from './host.ts'

/** One pretend government for each key of a caller, and one for those without. */
export interface Hub {
  fetch(request: Request): Promise<Response>
  /** The one of callers without a key. Where a key has switched nothing, its switches hold. */
  readonly main: PretendGovernment
  /** The one of a key, made on first use. */
  of(key: string): PretendGovernment
}

/** So many keys are remembered; the one used longest ago is forgotten first. */
const MOST_KEYS = 200
/** Lines in the journal of a key: of all keys together some tens of megabytes. */
const LINES_OF_KEY = 1000
const KEY = /^[A-Za-z0-9._-]{1,64}$/
/** Some clients write the tilde with a percent sign. */
const IN_PATH = /^\/(?:~|%7E)([^/]*)(\/.*)?$/i

/** The key of a request by its path, else by its header, and the request without it; null: none. */
function keyed(request: Request): { readonly key: string; readonly inner: Request } | null {
  const url = new URL(request.url)
  const inPath = IN_PATH.exec(url.pathname)
  if (!inPath) {
    const key = request.headers.get('x-mock-key')
    return key === null ? null : { key, inner: request }
  }
  url.pathname = inPath[2] ?? '/'
  return { key: inPath[1] ?? '', inner: new Request(url, request) }
}

/** Governments by key. A key is 1–64 letters, digits, dots, low lines and dashes; any other is refused with status 422. */
export function createHub(options: Options = {}): Hub {
  const main = createPretendGovernment(options)
  const ofKey = { ...options, today: main.today, journalLines: LINES_OF_KEY }
  const governments = new Map<string, PretendGovernment>()

  function of(key: string): PretendGovernment {
    const found = governments.get(key) ?? createPretendGovernment(ofKey, main)
    governments.delete(key)
    governments.set(key, found)
    const [oldest] = governments.keys()
    if (governments.size > MOST_KEYS && oldest !== undefined) governments.delete(oldest)
    return found
  }
  return {
    main,
    of,
    async fetch(request) {
      const caller = keyed(request)
      if (caller === null) return main.fetch(request)
      if (KEY.test(caller.key)) return of(caller.key).fetch(caller.inner)
      const wanted = '1 to 64 letters, digits, dots, low lines and dashes'
      return Response.json({ error: 'no such key can be', wanted }, { status: 422 })
    },
  }
}
