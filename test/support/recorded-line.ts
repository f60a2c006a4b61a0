import { gunzipSync } from 'node:zlib'
import type { Adapter } from '../../adapters/adapter.ts'
import type { PretendGovernment } from '../../mocks/host.ts'
import { toBytes } from '../../src/cassettes/body.ts'
import { recordedAnswer, recordedRequest } from '../../src/cassettes/capture.ts'
import type { RecordedAnswer, RecordedExchange, RecordedRequest } from '../../src/cassettes/cassette.ts'
import { TODAY } from './pretend-line.ts'

/** What changes from one run to the next, in a question. */
const VOLATILE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+05:00/g
/** Where `createPretendLine` has its government. */
const baseOf = (source: string) => `http://government.invalid/${source}`
/** When everything was recorded. */
export const AT = `${TODAY}T05:00:00.000Z`
const latin1 = new TextDecoder('latin1')

async function requestOf(request: Request, base: string): Promise<RecordedRequest> {
  const { method, url, headers, signal } = request
  const body = method === 'GET' ? null : new Uint8Array(await request.clone().arrayBuffer())
  const asked = { url, headers: Object.fromEntries(headers), body, signal, maxBytes: 0 }
  return recordedRequest({ ...asked, method: method === 'POST' ? 'POST' : 'GET' }, base)
}

/** With all headers: this recorder stands before the transport, where a body may still be packed. */
async function answerOf(response: Response): Promise<RecordedAnswer> {
  const bytes = new Uint8Array(await response.clone().arrayBuffer())
  const answer = recordedAnswer({ status: response.status, header: () => null, bytes }, bytes)
  return { ...answer, headers: Object.fromEntries(response.headers) }
}

function textOf({ body }: { readonly body: RecordedRequest['body'] }): string {
  return body === null ? '' : latin1.decode(toBytes(body))
}

function idIn(request: RecordedRequest): string {
  return /<messageId>([^<]*)/.exec(textOf(request))?.[1] ?? ''
}

/** A government in front of which a recorder stands: everything asked and answered is noted, and nothing redacted. */
export function recording(government: PretendGovernment, { id: source }: Adapter) {
  const exchanges: RecordedExchange[] = []
  const note = (request: RecordedRequest, answer: RecordedAnswer) => exchanges.push({ source, at: AT, request, answer })
  const fetch = async (given: Request): Promise<Response> => {
    const request = await requestOf(given, baseOf(source))
    try {
      const answer = await government.fetch(given)
      note(request, await answerOf(answer))
      return answer
    } catch (error) {
      note(request, { fault: 'connect' })
      throw error
    }
  }
  return { government: { ...government, fetch }, exchanges }
}

/** The bytes of an answer to the questions of this run: their ids in place of the recorded ones. */
function bytesFor(bytes: Uint8Array, ids: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes)
  let text = plain.toString('latin1')
  for (const [recorded, asked] of ids) if (recorded !== '') text = text.replaceAll(recorded, asked)
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function responseOf(answer: RecordedAnswer, ids: ReadonlyMap<string, string>): Response {
  if ('fault' in answer) throw new TypeError('connection broken (recorded)')
  const { status, headers, body } = answer
  return new Response(body === null ? null : bytesFor(toBytes(body), ids), { status, headers })
}

/** A government that answers with what was recorded, each recording once, to the question that was asked then. */
export function replaying(
  government: PretendGovernment,
  { id: source }: Adapter,
  exchanges: readonly RecordedExchange[],
): PretendGovernment {
  const left = [...exchanges]
  const keyOf = (request: RecordedRequest) => `${request.method} ${request.path} ${textOf(request).replaceAll(VOLATILE, '')}`
  const ids = new Map<string, string>()
  const fetch = async (given: Request): Promise<Response> => {
    const request = await requestOf(given, baseOf(source))
    const key = keyOf(request)
    const place = left.findIndex((one) => keyOf(one.request) === key)
    const [found] = place < 0 ? [] : left.splice(place, 1)
    if (!found) return new Response(`no recording of ${key}`, { status: 501 })
    ids.set(idIn(found.request), idIn(request))
    return responseOf(found.answer, ids)
  }
  return { ...government, fetch }
}
