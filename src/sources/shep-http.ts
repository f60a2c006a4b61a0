import type { HttpResponse } from '../ports.ts'
import { checkAnswer, isHtml } from './body.ts'
import { decodeText } from './decode.ts'
import { SourceFailure } from './failure.ts'
import { bodyOf, checkFault } from './shep-read.ts'
import { parseXmlInTurns, type Turns } from './xml.ts'

/** Statuses that say enough by themselves: a refused sender and too many calls. */
const PLAIN_STATUSES = new Set([401, 403, 429])

/** Throws the Fault that a text holds; any other text is left alone. */
async function checkFaultIn(text: string, turns: Turns): Promise<void> {
  if (!text.includes('Fault')) return
  let body: ReturnType<typeof bodyOf>
  try {
    body = bodyOf(await parseXmlInTurns(text, turns))
  } catch (error) {
    if (error instanceof SourceFailure && error.verdict.outcome === 'unreadable') return
    throw error
  }
  checkFault(body)
}

/** Layer 1 of an answer of the bus: its text. A status that is no success may stand over a Fault, which says more. */
export async function textOf(answer: HttpResponse, turns: Turns, now: number): Promise<string> {
  const isSuccess = answer.status >= 200 && answer.status < 300
  if (!isSuccess && !PLAIN_STATUSES.has(answer.status) && !isHtml(answer)) await checkFaultIn(new TextDecoder().decode(answer.bytes), turns)
  checkAnswer(answer, [], now)
  return decodeText(answer.bytes, answer.header('content-type'))
}
