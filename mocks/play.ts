import { drawn, dripped } from './delay.ts'
import type { Credentials } from './mock.ts'
import { refusalOf, type Wants } from './near.ts'
import { blocked, NEVER_MS } from './road.ts'
import { onTheWay } from './way.ts'
import type { Choice, World } from './world.ts'

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
  /** What it takes, for the journal to say when it refused. */
  readonly wants?: Wants
  /** The person asked about; null: nobody, or a stranger. */
  readonly iinOf: (body: string, request: Request) => string | null
  readonly answer: (call: Call) => Response | Promise<Response>
  /** What is said beyond the rate; status 429 by default. */
  readonly tooMany?: () => Response
}

const utf8 = new TextDecoder()
/** Statuses that no scenario gives: whoever gets them did something wrong. */
const PLAYED_BY_NONE = [400, 415]

function limited(): Response {
  return new Response('Too Many Requests', { status: 429, headers: { 'retry-after': '1', 'content-type': 'text/plain' } })
}

async function perform(part: Part, call: Call, { delay }: Choice, world: World): Promise<Response> {
  const { scenario } = call
  if (!world.allows(part.source)) return part.tooMany?.() ?? limited()
  await world.wait(scenario === 'never' ? NEVER_MS : drawn(delay, world.random))
  const answer = blocked(call, world) ?? (await part.answer(call))
  const travelled = answer.ok && answer.body ? await onTheWay(answer, scenario) : answer
  return delay.kind === 'drip' ? dripped(travelled, delay, world.wait) : travelled
}

/** A resolver for MSW: reads the request, chooses the scenario, plays it, notes it in the journal. */
export function play(world: World, part: Part) {
  return async ({ request }: { request: Request }): Promise<Response> => {
    // As bytes: workerd warns of a text in a body that does not call itself one.
    const body = utf8.decode(await request.clone().arrayBuffer())
    const iin = part.iinOf(body, request)
    const choice = world.choose(part.source, request, iin)
    const { scenario } = choice
    const response = await perform(part, { request, body, scenario }, choice, world)
    const isReal = scenario === 'ok' || PLAYED_BY_NONE.includes(response.status)
    const miss = isReal && part.wants ? await refusalOf(request, response, part.wants, world.routes()) : null
    world.note({
      at: new Date(world.now()).toISOString(),
      source: part.source,
      operation: part.operation,
      person: iin === null ? null : (world.byIin.get(iin)?.index ?? null),
      scenario,
      status: response.status,
      ...(miss && { miss }),
    })
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
