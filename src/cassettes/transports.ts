import type { SourceId } from '../../schemas/section.ts'
import type { HttpRequest, HttpResponse, Log, Transport } from '../ports.ts'
import { TransportFault } from '../ports.ts'
import { SourceFailure } from '../sources/failure.ts'
import { isUnder, played, recordedAnswer, recordedRequest } from './capture.ts'
import type { RecordedAnswer, RecordedRequest } from './cassette.ts'
import { gathered } from './gathered.ts'
import { CREDENTIAL } from './leaf.ts'
import type { Recorder } from './recorder.ts'
import type { Replay, Replayed } from './replay.ts'

/** One source as its transport knows it. */
export interface Target {
  readonly id: SourceId
  /** Its base URL. */
  readonly url: string
}

/** What a question brought: the answer for the asker, and as it would be recorded; null: too long to be recorded. */
interface Brought {
  readonly response: HttpResponse
  readonly answer: RecordedAnswer | null
}

/** Asks the source itself. Throws `TransportFault`. */
async function bring(inner: Transport, request: HttpRequest): Promise<Brought> {
  const { response, bytes } = await gathered(await inner(request))
  return { response, answer: bytes && recordedAnswer(response, bytes) }
}

/** Nothing was recorded for this question. It counts neither as an answer nor against the health of the source, and is not asked again. */
function notRecorded({ id }: Target, { method }: RecordedRequest, { nearest }: Replayed & { found: false }, log: Log): SourceFailure {
  const fields = { source: id, kind: 'not_recorded', method, nearest: nearest?.path ?? null, differs: nearest?.places.join(', ') ?? null }
  log.warn(fields, nearest ? 'no recorded answer; the nearest recorded question differs' : 'no recorded answer, and nothing like it')
  return new SourceFailure({ outcome: 'unavailable', reason: 'paused' }, 'no', 'not recorded')
}

/** What every transport of a mode is made of. */
export interface ModeDeps {
  readonly target: Target
  readonly inner: Transport
  readonly log: Log
}

/** Asks the source, and hands what came to the recorder. */
export function recording({ target, inner, log }: ModeDeps, recorder: Recorder): Transport {
  return async (request) => {
    const pending = recorder.asked(target.id, recordedRequest(request, target.url))
    try {
      const { response, answer } = await bring(inner, request)
      if (answer) pending.ended(answer)
      else log.warn({ source: target.id, kind: 'not_recorded' }, 'the answer is too long to be recorded')
      return response
    } catch (error) {
      if (error instanceof TransportFault) pending.ended({ fault: error.reason })
      throw error
    }
  }
}

/** Never asks the source. */
export function replaying({ target, log }: ModeDeps, replay: Replay): Transport {
  return async (request) => {
    const asked = recordedRequest(request, target.url)
    const replayed = replay.answer(target.id, asked)
    if (!replayed.found) throw notRecorded(target, asked, replayed, log)
    return played(replayed.answer, replayed.bytes, request)
  }
}

const saysCredential = (text: string) => new RegExp(`\\b${CREDENTIAL}\\b`).test(text)

/**
 * Asks the source only where nothing was recorded, and records that. A recorded token opens nothing at the source: the first question
 * that would carry it there is told so instead, and logins then go to the source.
 */
export function replayingElse({ target }: ModeDeps, replay: Replay, otherwise: Transport): Transport {
  let asksForToken = false
  return async (request) => {
    const replayed = replay.answer(target.id, recordedRequest(request, target.url))
    const isStale = replayed.found && asksForToken && saysCredential(new TextDecoder().decode(replayed.bytes))
    if (replayed.found && !isStale) return played(replayed.answer, replayed.bytes, request)
    if (!Object.values(request.headers).some(saysCredential)) return otherwise(request)
    asksForToken = true
    return played({ status: 401, headers: {}, body: null }, new Uint8Array(), request)
  }
}

/** Told of a real answer and of what was recorded for its question. */
export type Compare = (target: Target, request: RecordedRequest, real: RecordedAnswer, recorded: Replayed) => void

/** Gives the real answer, and compares it with the recorded one. */
export function comparing({ target, inner }: ModeDeps, replay: Replay, compare: Compare): Transport {
  return async (request) => {
    const asked = recordedRequest(request, target.url)
    const recorded = replay.answer(target.id, asked)
    try {
      const { response, answer } = await bring(inner, request)
      if (answer) compare(target, asked, answer, recorded)
      return response
    } catch (error) {
      if (error instanceof TransportFault) compare(target, asked, { fault: error.reason }, recorded)
      throw error
    }
  }
}

/** Asks the pretend government to play a scenario (contract page, common part). */
export function acting({ inner }: ModeDeps, scenario: string): Transport {
  return (request) => inner({ ...request, headers: { ...request.headers, 'x-mock-scenario': scenario } })
}

/** The transport of each source by its base URL; what belongs to none (a signing sidecar) goes through as it is. */
export function dispatching(inner: Transport, transports: readonly { readonly url: string; readonly transport: Transport }[]): Transport {
  return (request) => {
    const fitting = transports.filter(({ url }) => isUnder(request.url, url))
    const [nearest] = fitting.sort((one, other) => other.url.length - one.url.length)
    return (nearest?.transport ?? inner)(request)
  }
}
