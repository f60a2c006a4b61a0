/*
 * Near misses: a request that nobody answers, or that a handler refuses, told so that it helps and holds nothing of a person. Of an
 * address only what some handler knows is repeated, or what nearly is it; everything else may be a number, a name or a secret.
 */

/** What was asked, and the handler that comes closest. */
export interface Miss {
  readonly asked: string
  readonly closest: string | null
  readonly differs: 'path' | 'method' | 'content type' | 'credentials' | 'fields' | 'signature'
  /** What the closest handler would have taken. */
  readonly wanted: string
}

/** A handler as it is looked for: `*` and parameters stand for anything. */
export interface Route {
  readonly method: string
  readonly path: string
}

/** What a handler takes, in words. */
export interface Wants {
  readonly type?: string
  readonly credentials: string
  readonly fields: string
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const TYPES = ['text/xml', 'application/xml', 'application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']
const HIDDEN = '…'
/** Two words are close up to so many letters of difference. */
const CLOSE = 2

/** How many letters must be changed, put in or left out (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1]
    for (let across = 0; across < other.length; across++) {
      const change = (row[across] ?? 0) + (letter === other[across] ? 0 : 1)
      next.push(Math.min(change, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

const partsOf = (path: string) => path.split('/').filter((part) => part !== '' && part !== '*')
const isClose = (one: string, other: string) => Math.abs(one.length - other.length) <= CLOSE && distance(one, other) <= CLOSE

/** The word that is most like what somebody wrote; null: none is. */
export function closestOf(written: string, words: readonly string[]): string | null {
  const most = Math.max(CLOSE, Math.floor(written.length / 3))
  const near = words.map((word) => ({ word, far: distance(written.toLowerCase(), word.toLowerCase()) })).filter(({ far }) => far <= most)
  return near.sort((one, other) => one.far - other.far)[0]?.word ?? null
}

function cost(asked: string | undefined, known: string | undefined): number {
  if (asked === undefined || known === undefined) return 3
  if (asked === known || known.startsWith(':')) return 0
  return isClose(asked, known) ? 1 : 4
}

function distanceTo(asked: readonly string[], { path }: Route): number {
  const known = partsOf(path)
  return Array.from({ length: Math.max(asked.length, known.length) }, (_, place) => cost(asked[place], known[place])).reduce(
    (sum, one) => sum + one,
    0,
  )
}

/** Repeats of an address only what is known. */
function shown(part: string, words: readonly string[]): string {
  return !/\d{6}/.test(part) && part.length > CLOSE && words.some((word) => word === part || isClose(word, part)) ? part : HIDDEN
}

/** A request as it may be repeated. */
export function askedOf(request: Request, routes: readonly Route[]): string {
  const words = routes.flatMap(({ path }) => partsOf(path)).filter((word) => !word.startsWith(':'))
  const parts = partsOf(new URL(request.url).pathname).map((part) => shown(part, words))
  return `${METHODS.find((method) => method === request.method) ?? HIDDEN} /${parts.join('/')}`
}

const nameOf = ({ method, path }: Route) => `${method} /${partsOf(path).join('/')}`

/** Where no handler fits: the closest one; null as `closest` where none begins as the request does. */
export function missOf(request: Request, routes: readonly Route[]): Miss {
  const parts = partsOf(new URL(request.url).pathname)
  const weight = (route: Route) => 2 * distanceTo(parts, route) + (route.method === request.method ? 0 : 1)
  const near = routes.filter(({ path }) => cost(parts[0], partsOf(path)[0]) <= 1)
  const [best] = near.sort((one, other) => weight(one) - weight(other))
  const asked = askedOf(request, routes)
  if (best === undefined) return { asked, closest: null, differs: 'path', wanted: 'the id of a source first, as in /diplomas' }
  const isMethod = distanceTo(parts, best) === 0
  return { asked, closest: nameOf(best), differs: isMethod ? 'method' : 'path', wanted: isMethod ? best.method : nameOf(best) }
}

const BY_STATUS: Readonly<Record<number, 'credentials' | 'content type' | 'fields'>> = {
  400: 'fields',
  401: 'credentials',
  403: 'credentials',
  415: 'content type',
}

/** What a refusal of the bus is about; null: it is no refusal. */
async function byFault(answer: Response): Promise<Miss['differs'] | null> {
  if (answer.status !== 500) return null
  const code = /<errorCode>(SCE\d+)</.exec(await answer.clone().text())?.[1]
  if (code === 'SCE006' || code === 'SCE007') return 'signature'
  return code === 'SCE001' || code === 'SCE004' ? 'fields' : null
}

/** Why a handler refused what it was asked; null: it did not. */
export async function refusalOf(request: Request, answer: Response, wants: Wants, routes: readonly Route[]): Promise<Miss | null> {
  const differs = BY_STATUS[answer.status] ?? (await byFault(answer))
  if (!differs) return null
  const { pathname } = new URL(request.url)
  const fitting = routes.find((route) => route.method === request.method && distanceTo(partsOf(pathname), route) === 0)
  const type = TYPES.find((one) => request.headers.get('content-type')?.startsWith(one)) ?? HIDDEN
  const asked = `${askedOf(request, routes)}${differs === 'content type' ? ` with ${type}` : ''}`
  const wanted = { credentials: wants.credentials, fields: wants.fields, 'content type': wants.type ?? '', signature: 'a signed Body' }
  return { asked, closest: fitting ? nameOf(fitting) : null, differs, wanted: wanted[differs as keyof typeof wanted] ?? '' }
}
