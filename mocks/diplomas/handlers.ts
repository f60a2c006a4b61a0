import { type HttpHandler, http } from 'msw'
import { bend, type Spots, type WireRecord } from '../bend.ts'
import { type Call, play } from '../play.ts'
import { busDate, dataOf, dressed, envelope, fault, SYNC, sessionId } from '../shep/envelope.ts'
import { signatureFault } from '../shep/sign.ts'
import { elements, iinIn, textOf } from '../shep/xml.ts'
import type { World } from '../world.ts'
import { diplomasOf } from './records.ts'

const SERVICE = 'MOCK_EDU_DIPLOMA_BY_IIN'
const NAMESPACE = 'urn:mock:edu:diploma:v1'
const SPOTS: Spots = {
  subject: 'holder.iin',
  names: ['holder.surname', 'holder.name', 'institution.nameKz'],
  drift: 'number',
  typed: 'issueDate',
  text: 'qualificationRu',
  blanks: ['registrationNumber', 'qualificationKz', 'specialityKz'],
}
const CONSENT: Readonly<Record<string, string>> = { 'consent-refused': '00403', 'consent-expired': '00413', 'consent-revoked': '00423' }
/** Codes of the bus's status by scenario. */
const STATUS: Readonly<Record<string, string>> = { 'status-success-name': 'Success', 'status-404': '404', 'remote-error': 'ERR-77' }

function messageResult(code: string): WireRecord {
  const [nameRu, nameKz] = code === '00000' ? ['Обработано', 'Өңделді'] : ['Нет данных', 'Дерек жоқ']
  return { messageResult: { code, nameRu, nameKz, changeDate: null } }
}

function content(records: readonly WireRecord[], scenario: string): string {
  const refused = CONSENT[scenario]
  if (refused) return elements(messageResult(refused))
  if (scenario === 'no-wrapper') return elements(messageResult('00000'))
  if (records.length === 0) return elements(messageResult('00404'))
  const list = elements({ diplomas: { diploma: records } })
  const result = elements(messageResult('00000'))
  return scenario === 'shape-children' ? list + result : result + list
}

/** Bad requests in the order in which the real bus looks at them (wire formats, 1.3). */
async function refusal({ request, body }: Call, world: World): Promise<Response | null> {
  const { user, password } = world.credentials.diplomas
  const refuse = (code: string) => fault(code, 'SendMessage', SYNC, world.now())
  if (!/^(?:text|application)\/xml\b/.test(request.headers.get('content-type') ?? '')) return new Response(null, { status: 415 })
  if (textOf(body, 'senderId') !== user || textOf(body, 'password') !== password) return new Response(null, { status: 401 })
  if (textOf(body, 'serviceId') !== SERVICE) return refuse('SCE004')
  if (!textOf(body, 'messageId') || !textOf(body, 'messageDate') || !/^\d{1,12}$/.test(iinIn(body) ?? '')) return refuse('SCE001')
  const bad = world.signing ? await signatureFault(body, world.signing) : null
  return bad ? refuse(bad) : null
}

function answerXml(body: string, scenario: string, data: string, world: World): string {
  const messageId = textOf(body, 'messageId') ?? ''
  const correlationId = scenario === 'other-correlation' ? '00000000-0000-4000-8000-000000000000' : messageId
  const status = { code: STATUS[scenario] ?? 'SCSS001', message: 'Message has been processed successfully' }
  const info = {
    messageId: sessionId(messageId).slice(1, -1),
    correlationId,
    responseDate: busDate(world.now()),
    status,
    sessionId: sessionId(messageId),
  }
  const dataElement = scenario === 'status-404' || scenario === 'remote-error' ? '' : data
  const response = `<response>${elements({ responseInfo: info })}<responseData>${dataElement}</responseData></response>`
  return envelope(`<ns2:SendMessageResponse xmlns:ns2="${SYNC}">${response}</ns2:SendMessageResponse>`)
}

async function answer(call: Call, world: World): Promise<Response> {
  const { body, scenario } = call
  const refused = await refusal(call, world)
  if (refused) return refused
  if (scenario === 'shep-fault') return fault('SCE004', 'SendMessage', SYNC, world.now())
  if (scenario === 'fault-200') return fault('SCE909', 'SendMessage', SYNC, world.now(), 200)
  const iin = iinIn(body) ?? ''
  const person = world.byIin.get(iin)
  const stranger = world.cast.find((one) => one.iin !== iin)?.iin ?? ''
  const records = bend(scenario, person ? diplomasOf(person) : [], SPOTS, stranger)
  return dressed(
    answerXml(body, scenario, dataOf(scenario, NAMESPACE, 'DiplomaResponse', content(records, scenario)), world),
    scenario,
    world,
  )
}

/** The register of diplomas on the synchronous channel of the bus. */
export function handlers(world: World): HttpHandler[] {
  const part = { source: 'diplomas', operation: 'SendMessage', iinOf: iinIn, answer: (call: Call) => answer(call, world) } as const
  return [http.post('*/diplomas', play(world, part)), http.post('*/diplomas/', play(world, part))]
}
