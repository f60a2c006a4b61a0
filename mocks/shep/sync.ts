import { http } from 'msw'
import { bend, type Spots, type WireRecord } from '../bend.ts'
import type { Person } from '../cast/person.ts'
import type { Credentials, Mock } from '../mock.ts'
import { type Call, play } from '../play.ts'
import type { World } from '../world.ts'
import { dataOf, dressed, envelope, fault, faultUnder, SYNC, sessionId } from './envelope.ts'
import { signatureFault } from './sign.ts'
import { busDate, iinIn, textOf } from './xml.ts'

/** What layer 4 of an answer says beside the records (contract page, A). */
export type Result = 'processed' | 'empty' | 'refused' | 'expired' | 'revoked'

/** What is particular of one source on the synchronous channel. */
export interface Service {
  readonly id: string
  readonly credentials: Credentials
  readonly serviceId: string
  readonly namespace: string
  /** Local name of the root of the answer. */
  readonly root: string
  readonly spots: Spots
  /** How question and answer stand in `data`: `typed` by default; `escaped`: a document as text. */
  readonly shape?: 'typed' | 'escaped'
  /** What it is like beside what all of the channel are. */
  readonly traits?: Mock['traits']
  /** Own scenarios. */
  readonly plays?: Mock['plays']
  records(person: Person, world: World): readonly WireRecord[]
  /** The children of the answer, in either order; `iin` is the person whom an answer without records is about. */
  content(result: Result, records: readonly WireRecord[], iin: string): readonly [result: string, list: string]
}

const CONSENT: Readonly<Record<string, Result>> = {
  'consent-refused': 'refused',
  'consent-expired': 'expired',
  'consent-revoked': 'revoked',
}
/** Codes of the bus's status by scenario. */
const STATUS: Readonly<Record<string, string>> = { 'status-success-name': 'Success', 'status-404': '404', 'remote-error': 'ERR-77' }

/** Bad requests in the order in which the real bus looks at them (wire formats, 1.3). */
async function refusal({ request, body }: Call, service: Service, world: World): Promise<Response | null> {
  const { user, password } = service.credentials
  const refuse = (code: string) => fault(code, 'SendMessage', SYNC, world.now())
  if (!/^(?:text|application)\/xml\b/.test(request.headers.get('content-type') ?? '')) return new Response(null, { status: 415 })
  if (textOf(body, 'senderId') !== user || textOf(body, 'password') !== password) return new Response(null, { status: 401 })
  if (textOf(body, 'serviceId') !== service.serviceId) return refuse('SCE004')
  // A question in another shape than the agreed one: elements where text is meant, or the reverse.
  if ((textOf(body, 'iin') === null) !== (service.shape === 'escaped')) return refuse('SCE001')
  if (!textOf(body, 'messageId') || !textOf(body, 'messageDate') || !/^\d{1,12}$/.test(iinIn(body) ?? '')) return refuse('SCE001')
  const bad = world.signing ? await signatureFault(body, world.signing) : null
  return bad ? refuse(bad) : null
}

function answerXml({ body, scenario }: Call, data: string, world: World): string {
  const messageId = textOf(body, 'messageId') ?? ''
  const correlationId = scenario === 'other-correlation' ? '00000000-0000-4000-8000-000000000000' : messageId
  const code = STATUS[scenario] ?? 'SCSS001'
  const info =
    `<messageId>${sessionId(messageId).slice(1, -1)}</messageId><correlationId>${correlationId}</correlationId>` +
    `<responseDate>${busDate(world.now())}</responseDate>` +
    `<status><code>${code}</code><message>Message has been processed successfully</message></status><sessionId>${sessionId(messageId)}</sessionId>`
  const dataElement = scenario === 'status-404' || scenario === 'remote-error' ? '' : data
  const response = `<response><responseInfo>${info}</responseInfo><responseData>${dataElement}</responseData></response>`
  return envelope(`<ns2:SendMessageResponse xmlns:ns2="${SYNC}">${response}</ns2:SendMessageResponse>`)
}

function contentOf({ body, scenario }: Call, service: Service, world: World): string {
  const iin = iinIn(body) ?? ''
  const refused = CONSENT[scenario]
  if (refused) return service.content(refused, [], iin).join('')
  if (scenario === 'no-wrapper') return service.content('processed', [], iin)[0]
  const person = world.byIin.get(iin)
  const stranger = world.cast.find((one) => one.iin !== iin)?.iin ?? ''
  if (scenario === 'empty-foreign') return service.content('empty', [], stranger).join('')
  const records = bend(scenario, person ? service.records(person, world) : [], service.spots, stranger)
  const [result, list] = service.content(records.length === 0 ? 'empty' : 'processed', records, iin)
  return scenario === 'shape-children' ? list + result : result + list
}

/** A service that speaks in text stays with it unless a scenario wants another shape; then the root stands in `data` as an element. */
function shapeOf(scenario: string, { shape }: Service): string {
  if (shape !== 'escaped') return scenario
  if (scenario === 'shape-children') return 'shape-element'
  return scenario.startsWith('shape-') ? scenario : 'shape-escaped'
}

async function answer(call: Call, service: Service, world: World): Promise<Response> {
  const { scenario } = call
  const refused = await refusal(call, service, world)
  if (refused) return refused
  const faulty = faultUnder(scenario, 'SendMessage', SYNC, world.now())
  if (faulty) return faulty
  const data = await dataOf(shapeOf(scenario, service), service.namespace, service.root, contentOf(call, service, world))
  return dressed(answerXml(call, data, world), scenario, world)
}

/** A source on the synchronous channel of the bus. */
export function syncMock(service: Service): Mock {
  const { id, credentials, serviceId, traits = [], plays = [] } = service
  return {
    id,
    credentials,
    traits: ['person', 'records', 'rows', 'names', 'bus', 'sync', ...traits],
    plays,
    open(world) {
      const bus = play(world, {
        source: id,
        operation: 'SendMessage',
        wants: {
          type: 'text/xml',
          credentials: 'the sender in requestInfo',
          fields: `serviceId ${serviceId}, messageId, messageDate, iin`,
        },
        iinOf: iinIn,
        answer: (call) => answer(call, service, world),
        tooMany: () => fault('SCE909', 'SendMessage', SYNC, world.now()),
      })
      return { handlers: [http.post(`*/${id}`, bus), http.post(`*/${id}/`, bus)] }
    },
  }
}
