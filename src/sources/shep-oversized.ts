import { TooMuch } from './body.ts'
import type { TakenMessage } from './bus.ts'
import { SourceFailure } from './failure.ts'

/** The head of a message stands before its data: this much of the answer is looked at, characters. */
const LOOKED_AT = 64 * 1024
const OPENING = /<(?:[\w.-]+:)?messageInfo[\s>]/
const CLOSING = /<\/(?:[\w.-]+:)?messageInfo>/

/** What stands in the first head. In two steps: one pattern would look for an end from each beginning, which takes the square of their number. */
function infoIn(text: string): string | undefined {
  const opening = OPENING.exec(text)
  const rest = opening ? text.slice(opening.index + opening[0].length) : ''
  const end = rest.search(CLOSING)
  return end < 0 ? undefined : rest.slice(0, end)
}

function textIn(info: string, local: string): string | null {
  const value = new RegExp(`<(?:[\\w.-]+:)?${local}>([^<&]{1,200})</`).exec(info)?.[1]?.trim()
  return value ? value : null
}

/** Whether an answer was refused for its size alone, or for how much is in it. */
export function isTooMuch(error: unknown): boolean {
  return error instanceof TooMuch || (error instanceof SourceFailure && error.message.endsWith('too large'))
}

/**
 * A message that is too much even alone, by its head: it is not read, only known well enough to be put aside and acknowledged, so that
 * it cannot block the queue (contract page, B). Null: not even that can be found.
 */
export function headAlone(bytes: Uint8Array, exchange: TakenMessage['exchange']): TakenMessage | null {
  const info = infoIn(new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)))
  const messageId = info === undefined ? null : textIn(info, 'messageId')
  if (info === undefined || messageId === null) return null
  const [correlationId, messageType] = [textIn(info, 'correlationId'), textIn(info, 'messageType') ?? '']
  return { message: { messageId, correlationId, messageType, messageDate: null, root: '', data: {} }, exchange, readable: false }
}
