import type { Exchange, ShepCall, ShepReply } from '../../adapters/adapter.ts'
import type { HttpResponse } from '../ports.ts'
import { isHtml, statusFailure, unreadable } from './body.ts'
import { decodeText } from './decode.ts'
import { SourceFailure } from './failure.ts'
import { buildSync, type Head } from './shep-build.ts'
import { bodyOf, isFault, readSync } from './shep-read.ts'
import type { SoapSigner } from './signer.ts'
import { exchangeOf, LARGEST, type WireDeps } from './wire.ts'
import { parseXml, type XmlNode } from './xml.ts'

export interface BusDeps extends WireDeps {
  readonly signer: SoapSigner
}

const HEADERS = { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', accept: 'text/xml' }

/** What every message of one call carries. */
export function headOf(messageId: string, { settings, clock }: BusDeps): Head {
  return { messageId, sender: { user: settings.user, password: settings.password }, now: clock.now() }
}

/** Layer 1: HTTP. A status of 500 may still carry a Fault, which says more. */
function checkHttp(answer: HttpResponse, now: number): void {
  if (isHtml(answer)) throw new SourceFailure({ outcome: 'unavailable', reason: 'html' }, 'yes', `a page, status ${answer.status}`)
  const failure = statusFailure(answer.status, answer.header, now)
  const mayBeFault = answer.status === 500 && answer.bytes.byteLength > 0
  if (failure && !mayBeFault) throw failure
  if (answer.bytes.byteLength === 0) throw unreadable('protocol', 'empty body')
}

/** The Body that may be read: with a signer only what its signature covers. */
async function trustedBody(
  text: string,
  maxBytes: number,
  signer: SoapSigner,
): Promise<{ readonly body: XmlNode; readonly state: string }> {
  const received = bodyOf(parseXml(text, maxBytes))
  const checked = await signer.verify(text)
  if (checked.state === 'not_checked' || isFault(received)) return { body: received, state: 'not_checked' }
  if (checked.state !== 'valid') throw unreadable('signature', `transport signature ${checked.state}`)
  return { body: parseXml(checked.body, maxBytes), state: 'valid' }
}

/** One message to the bus and the Body that came back, with its exchange. Throws `SourceFailure`. */
export async function exchangeXml(
  xml: string,
  signal: AbortSignal,
  maxBytes: number,
  deps: BusDeps,
): Promise<{ readonly body: XmlNode; readonly exchange: Exchange }> {
  const { settings, transport, clock, signer } = deps
  const body = await signer.sign(xml)
  const answer = await transport({ url: `${settings.url}`, method: 'POST', headers: HEADERS, body, signal, maxBytes })
  checkHttp(answer, clock.now())
  const text = decodeText(answer.bytes, answer.header('content-type'))
  const trusted = await readTrusted(text, answer, maxBytes, deps)
  const signature = trusted.state === 'valid' ? 'valid' : /<(?:[\w.-]+:)?Signature[\s>]/.test(text) ? 'not_checked' : 'absent'
  return { body: trusted.body, exchange: exchangeOf(answer, signature, deps) }
}

/** A failing status whose body is no Fault is that status. */
async function readTrusted(text: string, answer: HttpResponse, maxBytes: number, { signer, clock }: BusDeps) {
  const failure = statusFailure(answer.status, answer.header, clock.now())
  if (!failure) return trustedBody(text, maxBytes, signer)
  try {
    const body = bodyOf(parseXml(text, maxBytes))
    if (isFault(body)) return { body, state: 'not_checked' }
  } catch {
    throw failure
  }
  throw failure
}

/** One question over the synchronous channel, all four layers. */
export async function askBus(call: ShepCall, signal: AbortSignal, deps: BusDeps): Promise<ShepReply> {
  const messageId = deps.newId()
  const { body, exchange } = await exchangeXml(buildSync(call, headOf(messageId, deps)), signal, LARGEST.xml, deps)
  const read = readSync(body, call, messageId, deps.settings.successCodes)
  return 'outcome' in read ? read : { data: read.data, exchange }
}
