import type { Exchange, InboxMessage } from '../../adapters/adapter.ts'
import type { TakenMessage } from './bus.ts'
import { SourceFailure } from './failure.ts'
import { giveWay } from './give-way.ts'
import { readData } from './shep-data.ts'
import { busTime } from './skew.ts'
import { LARGEST, sha256 } from './wire.ts'
import type { XmlNode } from './xml.ts'
import { child, descendant } from './xml-tree.ts'

/** The sender's clock as an instant; null where it cannot be read. */
function instantOf(text: string | undefined): string | null {
  const time = busTime(text)
  return time === null ? null : new Date(time).toISOString()
}

/** A file is measured and hashed; its bytes are not kept. `broken`: it is not base64 or holds nothing. */
function measured(base64: string): Record<string, unknown> {
  const compact = base64.replace(/\s+/g, '')
  const bytes = Buffer.from(compact, 'base64')
  const broken = bytes.length === 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)
  const file = { sha256: sha256(bytes), size: bytes.length }
  return broken ? { ...file, broken } : file
}

/** The same data with every `base64Data` replaced by its measure. */
function withoutFiles(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutFiles(item, key))
  if (typeof value === 'string') return key === 'base64Data' ? measured(value) : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutFiles(item, name)]))
}

function headOf(info: XmlNode | undefined): Omit<InboxMessage, 'root' | 'data'> {
  const text = (local: string) => child(info, local)?.text.trim() || null
  return {
    messageId: text('messageId') ?? '',
    correlationId: text('correlationId')?.replace(/[{}]/g, '') ?? null,
    messageType: text('messageType') ?? '',
    messageDate: instantOf(text('messageDate') ?? undefined),
  }
}

/** What was taken is read to its end: no message counts as unreadable because nobody waited any longer. */
const WHOLE = { maxChars: LARGEST.messages, signal: null }
/** Names that the root of a message may have (contract page, B). */
const ROOTS = ['typedRequestFormImportData', 'attestationApplicationNotFound']

async function messageOf(node: XmlNode, exchange: Exchange): Promise<TakenMessage> {
  const head = headOf(descendant(node, 'messageInfo'))
  try {
    const { root, data } = await readData(child(child(node, 'messageData'), 'data'), ROOTS, WHOLE)
    const named = root || (ROOTS.find((name) => Object.hasOwn(data, name)) ?? '')
    return { message: { ...head, root: named, data: withoutFiles(data) as Record<string, unknown> }, exchange, readable: true }
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error
    return { message: { ...head, root: '', data: {} }, exchange, readable: false }
  }
}

/** The messages in the response of `getMessages`, by name and never by position; one that cannot be read does not hold up the others. */
export async function readMessages(response: XmlNode, exchange: Exchange): Promise<readonly TakenMessage[]> {
  const messages: TakenMessage[] = []
  for (const node of response.children) {
    if (node.local !== 'messages') continue
    messages.push(await messageOf(node, exchange))
    // Each may bring a file that has to be measured.
    await giveWay(null)
  }
  return messages
}
