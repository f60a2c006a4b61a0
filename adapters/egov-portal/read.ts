import { echoedIin, listOf } from '../../schemas/wire.ts'
import type { InboxMessage, Reading } from '../adapter.ts'
import { FORM_CODES, HEAD_KEYS } from './wire.ts'

type Node = Readonly<Record<string, unknown>>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Roots of the answers (contract page, B). */
const FORM = 'typedRequestFormImportData'
const NOT_FOUND = 'attestationApplicationNotFound'
/** The kinds in which a value of the form may come. */
const KINDS = ['string', 'number', 'date', 'boolean', 'stringList', 'domainItemData', 'domainItemDataList', 'fileData']

/** One value of the form: what stands in the element of its kind, or the text itself. */
function contentOf(value: unknown): unknown {
  if (!isNode(value)) return value
  const kind = KINDS.find((one) => one in value)
  return kind ? value[kind] : value
}

/** Entity–attribute–value pairs to keys: only codes that we read; several values stay a list, a code without values is null. */
function formValues(updated: unknown): Record<string, unknown> {
  const pairs = listOf(updated).flatMap((pair) => {
    const code = isNode(pair) && typeof pair.code === 'string' ? pair.code.trim() : ''
    if (!isNode(pair) || !FORM_CODES.has(code)) return []
    const values = listOf(pair.values).flatMap((value) => listOf(contentOf(value)))
    return [[code, values.length > 1 ? values : (values[0] ?? null)] as const]
  })
  return Object.fromEntries(pairs)
}

/** The root where the codec could name it; typed data come without one and are known by what they hold. */
function rootOf(root: string, form: Node): string {
  if (root !== '') return root
  if ('requesterIin' in form || 'updatedValues' in form || 'processingStatus' in form) return FORM
  return 'iin' in form ? NOT_FOUND : ''
}

/** What one message says (contract page, B): only keys that are present are in the value. */
export function readMessage({ root, data, messageType }: InboxMessage): Reading {
  const form = isNode(data[root]) ? data[root] : data
  const kind = rootOf(root, form)
  if (kind === NOT_FOUND) return { kind: 'empty', iin: echoedIin(form.iin) }
  if (kind !== FORM) return { kind: 'unreadable' }
  const head = Object.fromEntries(HEAD_KEYS.filter((key) => key in form).map((key) => [key, form[key]]))
  const value = { ...head, ...formValues(form.updatedValues) }
  return { kind: 'record', final: messageType === 'RESPONSE', iin: echoedIin(form.requesterIin), value }
}
