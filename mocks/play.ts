import type { Credentials } from './mock.ts'
import type { JournalEntry, World } from './world.ts'

/** One request as a handler sees it. */
export interface Call {
  readonly request: Request
  readonly body: string
  readonly scenario: string
}

/** How a handler plays its part; the scenarios of the road are laid over it here. */
export interface Part {
  readonly source: string
  readonly operation: string
  /** The person asked about; null: nobody, or a stranger. */
  readonly iinOf: (body: string, request: Request) => string | null
  readonly answer: (call: Call) => Response | Promise<Response>
}

const HTML = {
  'html-502': [
    '<html>\n<head><title>502 Bad Gateway</title></head>\n<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>\n</html>',
    502,
  ],
  'html-200': ['<!DOCTYPE html><html><head><title>Кіру</title></head><body><form>Жүйеге кіру</form></body></html>', 200],
} as const
const utf8 = new TextDecoder()
/** Longer than any limit of a caller. */
const NEVER_MS = 60_000
/** Tells the host on a real port to promise more bytes than it sends. */
export const CUT = 'x-mock-cut'

function road(scenario: string): Response | null {
  if (scenario === 'down') return Response.error()
  if (scenario === 'http-503')
    return new Response('Service Unavailable', { status: 503, headers: { 'retry-after': '120', 'content-type': 'text/plain' } })
  if (scenario === 'http-429')
    return new Response('Too Many Requests', { status: 429, headers: { 'retry-after': '60', 'content-type': 'text/plain' } })
  if (scenario === 'http-404') return new Response('Not Found', { status: 404, headers: { 'content-type': 'text/plain' } })
  if (scenario === 'http-401') return new Response(null, { status: 401 })
  if (scenario === 'redirect') return new Response(null, { status: 302, headers: { location: 'http://elsewhere.invalid/' } })
  if (scenario === 'empty-200') return new Response('', { status: 200 })
  const page = HTML[scenario as keyof typeof HTML]
  return page ? new Response(page[0], { status: page[1], headers: { 'content-type': 'text/html; charset=utf-8' } }) : null
}

async function packed(response: Response): Promise<Response> {
  const stream = new Blob([await response.arrayBuffer()]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(await new Response(stream as ReadableStream).arrayBuffer(), response)
}

/** What happens to a good answer on its way. */
async function onTheWay(response: Response, scenario: string): Promise<Response> {
  if (scenario === 'gzip-surprise') return packed(response)
  if (scenario === 'bom') return new Response(`\uFEFF${await response.text()}`, response)
  if (scenario !== 'truncated') return response
  const bytes = new Uint8Array(await response.arrayBuffer())
  const cut = new Response(bytes.slice(0, Math.floor(bytes.length / 2)), response)
  cut.headers.set(CUT, String(bytes.length))
  return cut
}

/** A log-normal delay round a median: most answers are near it, some take very long. */
function delayOf(medianMs: number, seed: number): number {
  if (medianMs === 0) return 0
  const normal = Math.sqrt(-2 * Math.log(Math.max(seed, 1e-9))) * Math.cos(2 * Math.PI * ((seed * 7919) % 1))
  return Math.min(medianMs * Math.exp(0.6 * normal), 10 * medianMs)
}

async function perform(part: Part, call: Call, world: World): Promise<Response> {
  const { scenario } = call
  await world.wait(scenario === 'slow' ? world.slowMs : delayOf(world.delayMs, Math.random()))
  if (scenario === 'never') await world.wait(NEVER_MS)
  const answer = road(scenario) ?? (await part.answer(call))
  return answer.ok ? onTheWay(answer, scenario) : answer
}

/** A resolver for MSW: reads the request, chooses the scenario, plays it, notes it in the journal. */
export function play(world: World, part: Part) {
  return async ({ request }: { request: Request }): Promise<Response> => {
    // As bytes: workerd warns of a text in a body that does not call itself one.
    const body = utf8.decode(await request.clone().arrayBuffer())
    const iin = part.iinOf(body, request)
    const scenario = world.scenario(part.source, request, iin)
    const response = await perform(part, { request, body, scenario }, world)
    const entry: JournalEntry = {
      at: new Date(world.now()).toISOString(),
      source: part.source,
      operation: part.operation,
      person: iin === null ? null : (world.byIin.get(iin)?.index ?? null),
      scenario,
      status: response.status,
    }
    world.note(entry)
    return response
  }
}

/** JSON as the sources write it. */
export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json; charset=utf-8' } })
}

/** Whether a request carries these Basic credentials. */
export function isBasic(request: Request, { user, password }: Credentials): boolean {
  const bytes = new TextEncoder().encode(`${user}:${password}`)
  return request.headers.get('authorization') === `Basic ${btoa(String.fromCharCode(...bytes))}`
}
