import { listOf } from '../../schemas/wire.ts'
import type { InboxMessage, Reading } from '../adapter.ts'

type Node = Readonly<Record<string, unknown>>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Head fields of the form that we read, beside its coded values. */
const HEAD = [
  'externalRequestId',
  'requesterLastName',
  'requesterFirstName',
  'requesterMiddleName',
  'requesterBirthDate',
  'processingStatus',
  'resolutionType',
  'resolutionDate',
  'negativeResolutionReasonTextKk',
  'negativeResolutionReasonTextRu',
  'negativeResolutionMissingDocumentsListKk',
  'negativeResolutionMissingDocumentsListRu',
]
/** The kinds in which a value may come. */
const KINDS = ['string', 'number', 'date', 'boolean', 'stringList', 'domainItemData', 'domainItemDataList', 'fileData']

/** One value of the form: what stands in the element of its kind, or the text itself. */
function contentOf(value: unknown): unknown {
  if (!isNode(value)) return value
  const kind = KINDS.find((one) => one in value)
  return kind ? value[kind] : value
}

/** Entity–attribute–value pairs to keys; several values stay a list. */
function formValues(updated: unknown): Record<string, unknown> {
  const pairs = listOf(updated).flatMap((pair) => {
    if (!isNode(pair) || typeof pair.code !== 'string') return []
    const values = listOf(pair.values).flatMap((value) => listOf(contentOf(value)))
    return [[pair.code, values.length > 1 ? values : (values[0] ?? null)] as const]
  })
  return Object.fromEntries(pairs)
}

function iinIn(data: Node, key: string): string | null {
  const iin = data[key]
  return typeof iin === 'string' && iin.trim() !== '' ? iin.trim() : null
}

/** What one message says (contract page, B): only keys that are present are in the value. */
export function readMessage({ root, data, messageType }: InboxMessage): Reading {
  const form = isNode(data[root]) ? data[root] : data
  if (root === 'attestationApplicationNotFound') return { kind: 'empty', iin: iinIn(form, 'iin') }
  if (!('requesterIin' in form || 'updatedValues' in form || 'processingStatus' in form)) return { kind: 'unreadable' }
  const head = Object.fromEntries(HEAD.filter((key) => key in form).map((key) => [key, form[key]]))
  const value = { ...head, ...formValues(form.updatedValues) }
  return { kind: 'record', final: messageType === 'RESPONSE', iin: iinIn(form, 'requesterIin'), value }
}
