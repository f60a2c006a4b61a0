import type { RecordedAnswer, RecordedExchange } from './cassette.ts'
import { messagesIn, operationOf, withMessages } from './inbox-text.ts'
import type { Swaps } from './swaps.ts'

/** A recorded answer of the inbox with what is put in place of its ids and numbers. */
export interface Waiting {
  readonly answer: RecordedAnswer
  readonly swaps: Swaps
}

/** The messages of one source: what answers a question waits from the moment at which that question is put again. */
export interface Mailbag {
  /** True where the exchange handed out messages, so that the bag has it now. */
  put(exchange: RecordedExchange): boolean
  /** A question was put: `ids` are those of the recorded one with those of the present one. */
  sent(ids: Swaps, names: Swaps): void
  /** What the next poll finds; null: no message. */
  take(): Waiting | null
  /** An answer without messages, made of one with some; null: none was recorded. */
  empty(): RecordedAnswer | null
}

/** Each delivery has message ids of its own: a message with the id of an earlier one would count as known. */
function renewed(answer: RecordedAnswer, present: string): Swaps {
  const ids = messagesIn(answer).flatMap(({ messageId }) => (messageId === null ? [] : [messageId]))
  return [...new Set(ids)].map((id, index) => [id, `${present}-${index + 1}`])
}

/** A bag for one replay. */
export function createMailbag(): Mailbag {
  const answering = new Map<string, RecordedAnswer[]>()
  const waiting: Waiting[] = []
  let any: RecordedAnswer | null = null
  return {
    put({ request, answer }) {
      const messages = operationOf(request) === 'take' ? messagesIn(answer) : []
      if (messages.length === 0) return false
      any ??= answer
      const questions = new Set(messages.map(({ correlationId }) => correlationId ?? ''))
      for (const question of questions) answering.set(question, [...(answering.get(question) ?? []), answer])
      return true
    },
    sent(ids, names) {
      for (const [recorded, present] of ids) {
        for (const answer of answering.get(recorded) ?? []) {
          const alone = withMessages(answer, ({ correlationId }) => correlationId === recorded)
          waiting.push({ answer: alone, swaps: [...renewed(alone, present), ...ids, ...names] })
        }
      }
    },
    take: () => waiting.shift() ?? null,
    empty: () => any && withMessages(any, () => false),
  }
}
