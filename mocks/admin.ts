import { Hono } from 'hono'
import type { PretendGovernment } from './host.ts'
import { mocks } from './mocks.ts'
import { fits, SCENARIOS } from './scenarios.ts'
import { likely, type Read, readSwitch } from './switch-input.ts'
import type { Switch } from './switches.ts'
import { uiRoutes } from './ui/routes.ts'

type Body = { readonly json: unknown } | { readonly broken: true }

async function jsonOf(request: { text(): Promise<string> }): Promise<Body> {
  try {
    return { json: JSON.parse(await request.text()) as unknown }
  } catch {
    return { broken: true }
  }
}

/** Whether a page of another address asks: a page of another port of this machine counts as of the same site, so the site is not enough. */
function isForeign({ headers, url }: Request): boolean {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site') ?? 'none'
  return (origin !== null && origin !== new URL(url).origin) || (site !== 'none' && site !== 'same-origin')
}

const isSource = (id: string) => mocks.some((mock) => mock.id === id)
const NO_SOURCE = { error: 'no such source', wanted: mocks.map(({ id }) => id) }

function read(body: Body, source: string, { cast }: PretendGovernment): Read<Switch> {
  if ('broken' in body) return { issues: [{ path: '', message: 'the body is no JSON' }] }
  return readSwitch(body.json, source, cast)
}

/** A switch as it is told: the person by the place in the cast, never by the number. */
function shownIn({ cast }: PretendGovernment) {
  return ({ source, person, steps }: Switch) => ({
    source,
    person: person === null ? null : (cast.find(({ iin }) => iin === person)?.index ?? null),
    steps,
  })
}

/** What is switched on, for all sources and for one. */
function switchRoutes(app: Hono, government: PretendGovernment): void {
  const shown = shownIn(government)
  app.get('/scenarios', (context) =>
    context.json({ items: government.switches().map(shown), environment: government.environment().map(shown) }),
  )
  app.delete('/scenarios', (context) => {
    for (const { source, person } of government.switches()) government.removeSwitch(source, person)
    return context.json({ items: [] })
  })
  app.on(['GET', 'PUT', 'DELETE'], '/scenarios/:source', async (context, next) =>
    isSource(context.req.param('source')) ? next() : context.json(NO_SOURCE, 404),
  )
  app.get('/scenarios/:source', (context) => {
    const source = context.req.param('source')
    const name = context.req.query('name')
    // For those who have a name and want to know before they ask: a gateway when it starts.
    if (name !== undefined) return context.json({ known: fits(source, name), closest: likely(source, name) })
    return context.json({
      items: government
        .switches()
        .filter((one) => one.source === source)
        .map(shown),
    })
  })
  app.put('/scenarios/:source', async (context) => {
    const made = read(await jsonOf(context.req), context.req.param('source'), government)
    if ('issues' in made) return context.json({ error: 'nothing was switched', issues: made.issues }, 422)
    government.setSwitch(made.value)
    const [first] = made.value.steps
    return context.json({ ...shown(made.value), scenario: first?.scenario, times: first?.times })
  })
  app.delete('/scenarios/:source', (context) => {
    const source = context.req.param('source')
    for (const one of government.switches()) if (one.source === source) government.removeSwitch(source, one.person)
    return context.json({ source, scenario: 'ok' })
  })
}

/** The admin API of one government under /__mock, with the page of it under /__mock/ui. */
export function createAdmin(government: PretendGovernment) {
  const app = new Hono().basePath('/__mock')

  // A page of somebody else, open in the same browser, may change nothing here; programs say neither header and may.
  app.use(async (context, next) => (context.req.method !== 'GET' && isForeign(context.req.raw) ? context.text('Forbidden', 403) : next()))
  app.get('/', (context) => {
    const { today, cast } = government
    return context.json({
      sources: mocks.map(({ id }) => id),
      today,
      scenarios: SCENARIOS,
      switches: government.switches().map(shownIn(government)),
      environment: government.environment().map(shownIn(government)),
      cast,
    })
  })
  app.get('/journal', (context) => context.json({ items: government.journal }))
  app.post('/reset', (context) => {
    government.reset()
    return context.json({ items: [] })
  })
  switchRoutes(app, government)
  uiRoutes(app, government)
  app.notFound((context) => context.json({ error: 'not found' }, 404))
  return { fetch: (request: Request) => Promise.resolve(app.fetch(request)) }
}
