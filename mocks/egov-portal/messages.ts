import { bend, type Spots, type WireRecord } from '../bend.ts'
import { elements, escapeText } from '../shep/xml.ts'
import type { World } from '../world.ts'
import type { Waiting } from './queue.ts'
import { applicationOf, type FormValue } from './records.ts'

const SPOTS: Spots = {
  subject: 'requesterIin',
  names: ['requesterLastName', 'requesterFirstName'],
  drift: 'requesterIin',
  typed: 'requesterBirthDate',
  text: 'requesterFirstName',
  blanks: [],
}

function bentValues(values: readonly FormValue[], scenario: string): readonly FormValue[] {
  if (scenario === 'drifted')
    return values.map((value) => (value.code === 'declared_category' ? { ...value, code: 'declaredCategoryNew' } : value))
  if (scenario !== 'broken-file') return values
  return values.map((value) =>
    value.code === 'documents' ? { ...value, values: [{ fileData: { name: 'essay.pdf', base64Data: '@@@ not base64 @@@' } }] } : value,
  )
}

function bentHead(head: WireRecord, scenario: string, world: World): WireRecord {
  if (scenario === 'drifted' || scenario === 'empty') return head
  const stranger = world.cast.find(({ iin }) => iin !== head.requesterIin)?.iin ?? ''
  return bend(scenario, [head], SPOTS, stranger)[0] ?? head
}

/** The document inside `data`: typed elements, or the same as escaped text. */
function document(root: string, content: string, scenario: string): string {
  const xml = `<${root}>${content}</${root}>`
  if (scenario !== 'shape-escaped') return `<data>${xml}</data>`
  const text = escapeText(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)
  return `<data xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">${text}</data>`
}

/** What the portal will say to one request: the application or that there is none, then changes of its status. */
export function messagesFor(iin: string, correlationId: string, scenario: string, world: World): readonly Waiting[] {
  const person = world.byIin.get(iin)
  const application = person && scenario !== 'empty' ? applicationOf(person, world.today) : null
  const now = world.now()
  const at = now + (scenario === 'late' ? 5000 : world.portalDelayMs)
  const message = (suffix: string, type: Waiting['messageType'], offset: number, data: string): Waiting => ({
    messageId: `${correlationId}-${suffix}`,
    correlationId,
    messageType: type,
    messageDate: now + offset,
    at,
    data,
  })
  if (!application) return [message('r', 'RESPONSE', 0, document('attestationApplicationNotFound', elements({ iin }), scenario))]
  const head = bentHead(application.head, scenario, world)
  const form = elements(head) + elements({ updatedValues: bentValues(application.values, scenario) })
  const response = message('r', 'RESPONSE', 0, document('typedRequestFormImportData', form, scenario))
  const status = { requesterIin: head.requesterIin, processingStatus: 'IN_PROGRESS' }
  const notification = message('n', 'NOTIFICATION', -1000, document('typedRequestFormImportData', elements(status), scenario))
  const stranger: Waiting = { ...notification, messageId: `${correlationId}-x`, correlationId: `unknown-${correlationId.slice(0, 8)}` }
  if (scenario === 'notification-first') return [notification, response]
  if (scenario === 'unknown-correlation') return [stranger, { ...stranger, messageId: `${correlationId}-y`, correlationId: null }, response]
  return [response]
}
