import { bytesOfText, toBody } from './body.ts'
import type { CassetteBody, RecordedAnswer, RecordedRequest } from './cassette.ts'
import { textOf } from './leaves.ts'

/*
 * The asynchronous channel hands out messages of everybody to whoever polls (wire formats, 2). A cassette is about one case, so what
 * was handed out is taken apart by the text alone: the bytes of each message stay as they came.
 */

/** What the asynchronous channel can be asked for. */
export type Operation = 'send' | 'take' | 'acknowledge'

const OPERATIONS: readonly (readonly [Operation, RegExp])[] = [
  ['send', /<(?:[\w.-]+:)?sendMessage[\s>]/],
  ['take', /<(?:[\w.-]+:)?getMessages[\s>]/],
  ['acknowledge', /<(?:[\w.-]+:)?sendDeliveryNotification[\s>]/],
]
const MESSAGE = /<((?:[\w.-]+:)?messages)(?:\s[^>]*)?>[\s\S]*?<\/\1>/g
const idIn = (text: string, name: string) =>
  new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>\\s*\\{?([^<{}]+?)\\}?\\s*<`).exec(text)?.[1] ?? null

/** Which operation of the asynchronous channel a question is; null: none, as in every other source. */
export function operationOf({ body }: RecordedRequest): Operation | null {
  if (body === null || 'json' in body) return null
  const text = textOf(body)
  return OPERATIONS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

/** A message that was handed out: its own id and the one of the question that it answers. */
export interface Handed {
  readonly messageId: string | null
  readonly correlationId: string | null
}

function handed(text: string): Handed {
  return { messageId: idIn(text, 'messageId'), correlationId: idIn(text, 'correlationId') }
}

function spokenIn(answer: RecordedAnswer): Extract<CassetteBody, { text: unknown }> | null {
  return 'status' in answer && answer.body !== null && 'text' in answer.body ? answer.body : null
}

/** The messages in an answer, in their order. */
export function messagesIn(answer: RecordedAnswer): readonly Handed[] {
  const spoken = spokenIn(answer)
  return spoken ? [...textOf(spoken).matchAll(MESSAGE)].map(([text]) => handed(text)) : []
}

/** The same answer with only those messages that are wanted, and without those of everybody else. */
export function withMessages(answer: RecordedAnswer, wanted: (message: Handed) => boolean): RecordedAnswer {
  const spoken = spokenIn(answer)
  if (!spoken) return answer
  const text = textOf(spoken).replace(MESSAGE, (message) => (wanted(handed(message)) ? message : ''))
  return { ...answer, body: toBody(bytesOfText(text, spoken.encoding)) }
}
