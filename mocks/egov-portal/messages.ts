import { bend, type Spots, type WireRecord } from '../bend.ts'
import type { Message } from '../shep/async.ts'
import { documentIn } from '../shep/envelope.ts'
import { elements } from '../shep/xml.ts'
import type { World } from '../world.ts'
import { applicationOf, type FormValue } from './records.ts'

const SPOTS: Spots = {
  subject: 'requesterIin',
  names: ['requesterLastName', 'requesterFirstName'],
  drift: 'requesterIin',
  typed: 'requesterBirthDate',
  text: 'requesterFirstName',
  blanks: ['requesterMiddleName'],
}

function bentValues(values: readonly FormValue[], scenario: string): readonly FormValue[] {
  if (scenario === 'key-missing') return values.filter(({ code }) => code !== 'declared_category')
  if (scenario === 'drifted')
    return values.map((value) => (value.code === 'declared_category' ? { ...value, code: 'declaredCategoryNew' } : value))
  if (scenario !== 'broken-file') return values
  return values.map((value) =>
    value.code === 'documents' ? { ...value, values: [{ fileData: { name: 'essay.pdf', base64Data: '@@@ not base64 @@@' } }] } : value,
  )
}

function bentHead(head: WireRecord, scenario: string, world: World): WireRecord {
  if (['drifted', 'key-missing', 'empty'].includes(scenario)) return head
  const stranger = world.cast.find(({ iin }) => iin !== head.requesterIin)?.iin ?? ''
  return bend(scenario, [head], SPOTS, stranger)[0] ?? head
}

/** What the portal will say to one request: the application or that there is none, then changes of its status. */
export function messagesFor(iin: string, correlationId: string, scenario: string, world: World): readonly Message[] {
  const person = world.byIin.get(iin)
  const application = person && scenario !== 'empty' ? applicationOf(person, world.today) : null
  const now = world.now()
  const message = (suffix: string, type: Message['messageType'], offset: number, data: string): Message => ({
    messageId: `${correlationId}-${suffix}`,
    correlationId,
    messageType: type,
    messageDate: now + offset,
    data,
  })
  if (!application) return [message('r', 'RESPONSE', 0, documentIn('attestationApplicationNotFound', elements({ iin }), scenario))]
  const head = bentHead(application.head, scenario, world)
  const form = elements(head) + elements({ updatedValues: bentValues(application.values, scenario) })
  const response = message('r', 'RESPONSE', 0, documentIn('typedRequestFormImportData', form, scenario))
  const status = { requesterIin: head.requesterIin, processingStatus: 'IN_PROGRESS' }
  const notification = message('n', 'NOTIFICATION', -1000, documentIn('typedRequestFormImportData', elements(status), scenario))
  const stranger: Message = { ...notification, messageId: `${correlationId}-x`, correlationId: `unknown-${correlationId.slice(0, 8)}` }
  if (scenario === 'notification-first') return [notification, response]
  if (scenario === 'unknown-correlation') return [stranger, { ...stranger, messageId: `${correlationId}-y`, correlationId: null }, response]
  return [response]
}
