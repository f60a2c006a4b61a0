import type { Cassette, RecordedAnswer } from '../../src/cassettes/cassette.ts'
import { textOf } from '../../src/cassettes/leaves.ts'

/* HTTP archives as browsers write them. */

const AT = '2026-11-24T10:00:00.000+05:00'
const pair = (name: string, value: string) => ({ name, value })
const LOGIN = pair('Authorization', 'Bearer secretofours')

/** A call of an archive with a login of ours in its headers. */
export function harEntry(url: string, sent: string, content: { readonly text: string; readonly encoding?: string }, status = 200) {
  const type = pair('Content-Type', 'application/json')
  const request = { method: 'POST', url, headers: [LOGIN, type], postData: { text: sent } }
  return { startedDateTime: AT, request, response: { status, headers: [type], content } }
}

/** An archive of these entries. */
export function harOf(entries: readonly unknown[]) {
  return { log: { version: '1.2', entries } }
}

function responseOf(answer: RecordedAnswer) {
  if ('fault' in answer) return { status: 0, headers: [], content: { size: 0 } }
  const headers = Object.entries(answer.headers).map(([name, value]) => pair(name, value))
  return { status: answer.status, headers, content: { text: answer.body === null ? '' : textOf(answer.body) } }
}

/** What was asked and answered for a case, as the archive of somebody who stood between: the sources below one address each. */
export function archiveOf({ exchanges }: Cassette, baseOf: (source: string) => string) {
  const entries = exchanges.map(({ source, request: { method, path, headers, body }, answer }) => {
    const told = Object.entries(headers).map(([name, value]) => pair(name, value))
    const sent = body === null ? {} : { postData: { text: textOf(body) } }
    const request = { method, url: `${baseOf(source)}${path}`, headers: [...told, LOGIN], ...sent }
    return { startedDateTime: AT, request, response: responseOf(answer) }
  })
  return harOf(entries)
}
