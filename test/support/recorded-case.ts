import { adapters } from '../../adapters/index.ts'
import { recordedAnswer, recordedRequest } from '../../src/cassettes/capture.ts'
import type { Cassette, RecordedExchange } from '../../src/cassettes/cassette.ts'
import { claimFor, createPretendLine, pretendGovernment, TODAY } from './pretend-line.ts'

/** Where `createPretendLine` has its government. */
const ORIGIN = 'http://government.invalid'
const AT = `${TODAY}T05:00:00.000Z`

/** A case of one source as it went over the wire of the pretend government, whose people need no pseudonyms. Nothing is expected of it yet. */
export async function recordedCase(source: string): Promise<Cassette> {
  const adapter = adapters.find(({ id }) => id === source)!
  const government = pretendGovernment()
  const exchanges: RecordedExchange[] = []
  const claim = claimFor(adapter)

  async function fetch(request: Request): Promise<Response> {
    const { method, url } = request
    const body = method === 'GET' ? null : await request.clone().text()
    const answer = await government.fetch(request)
    const bytes = new Uint8Array(await answer.clone().arrayBuffer())
    const asked = {
      method: method as 'GET' | 'POST',
      url,
      headers: Object.fromEntries(request.headers),
      body,
      signal: request.signal,
      maxBytes: 0,
    }
    const told = recordedAnswer({ status: answer.status, header: (name) => answer.headers.get(name), bytes }, bytes)
    exchanges.push({ source: adapter.id, at: AT, request: recordedRequest(asked, `${ORIGIN}/${adapter.id}`), answer: told })
    return answer
  }
  await createPretendLine({ ...government, fetch }, adapter).collect(claim)
  return { version: 1, recordedAt: AT, claim: { ...claim } as Cassette['claim'], exchanges, expected: null }
}
