import type { HttpResponse } from '../ports.ts'
import { checkAnswer, isHtml } from './body.ts'
import { decodeText } from './decode.ts'
import { SourceFailure } from './failure.ts'
import { bodyOf, checkFault } from './shep-read.ts'
import { parseXml } from './xml.ts'

/** Statuses that say enough by themselves: a refused sender and too many calls. */
const PLAIN_STATUSES = new Set([401, 403, 429])

/** Throws the Fault that a text holds; any other text is left alone. */
function checkFaultIn(text: string, maxBytes: number): void {
  if (!text.includes('Fault')) return
  let body: ReturnType<typeof bodyOf>
  try {
    body = bodyOf(parseXml(text, maxBytes))
  } catch (error) {
    if (error instanceof SourceFailure) return
    throw error
  }
  checkFault(body)
}

/** Layer 1 of an answer of the bus: its text. A status that is no success may stand over a Fault, which says more. */
export function textOf(answer: HttpResponse, maxBytes: number, now: number): string {
  const isSuccess = answer.status >= 200 && answer.status < 300
  if (!isSuccess && !PLAIN_STATUSES.has(answer.status) && !isHtml(answer)) checkFaultIn(new TextDecoder().decode(answer.bytes), maxBytes)
  checkAnswer(answer, [], now)
  return decodeText(answer.bytes, answer.header('content-type'))
}
