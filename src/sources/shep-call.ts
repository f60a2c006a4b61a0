import type { Exchange, ShepCall, ShepReply } from '../../adapters/adapter.ts'
import type { Signature } from '../../schemas/provenance.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import type { HttpResponse } from '../ports.ts'
import { checkAnswer, TooMuch, unreadable } from './body.ts'
import { SourceFailure } from './failure.ts'
import type { ParsedCache } from './parsed-cache.ts'
import { buildSync, type Head } from './shep-build.ts'
import { type Business, readData } from './shep-data.ts'
import { textOf } from './shep-http.ts'
import { bodyOf, checkFault, type Question, readSync } from './shep-read.ts'
import { splitData } from './shep-split.ts'
import type { SoapSigner } from './signer.ts'
import { signatureInside } from './signer-data.ts'
import { capped } from './transport-error.ts'
import { exchangeOf, LARGEST, sha256, type WireDeps } from './wire.ts'
import { MOST_SIGNED_NODES, parseXmlInTurns, type Turns, type XmlNode } from './xml.ts'
import type { SignatureChecks } from './xml-signature.ts'

/** What a message to the bus needs. */
export interface BusDeps extends WireDeps {
  readonly signer: SoapSigner
  readonly checks: SignatureChecks
}

/** What came back: the text that may be read (with a signer only what its signature covers), and the exchange. */
export interface Answered {
  readonly text: string
  readonly exchange: Exchange
}

const HEADERS = { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', accept: 'text/xml' }

/** What every message of one call carries. */
export function headOf(messageId: string, { settings, clock }: BusDeps): Head {
  return { messageId, sender: { user: settings.user, password: settings.password }, now: clock.now() }
}

/**
 * The transport signature: where one is agreed, only what it covers may be read. No other parser sees the text before the guarded one,
 * and a Fault is believed unsigned, for it brings no data.
 */
async function trusted(
  text: string,
  turns: Turns & { signal: AbortSignal },
  deps: BusDeps,
): Promise<{ text: string; signature: Signature }> {
  const { settings, signer } = deps
  if (settings.sign === 'none') return { text, signature: text.includes('Signature') ? 'not_checked' : 'absent' }
  checkFault(bodyOf(await parseXmlInTurns(text, { ...turns, mostNodes: MOST_SIGNED_NODES })))
  const checked = await signer.verify(text, turns.signal)
  if (checked.state !== 'valid') throw unreadable('signature', `transport signature ${checked.state}`)
  return { text: checked.signed, signature: 'valid' }
}

function post(body: string, signal: AbortSignal, maxBytes: number, { settings, transport }: BusDeps): Promise<HttpResponse> {
  return capped(transport({ url: `${settings.url}/`, method: 'POST', headers: HEADERS, body, signal, maxBytes }))
}

/** One message to the bus and what came back, as far as HTTP and the transport signature. */
export async function exchangeXml(xml: string, signal: AbortSignal, maxBytes: number, deps: BusDeps): Promise<Answered> {
  const answer = await post(await deps.signer.sign(xml), signal, maxBytes, deps)
  const turns = { maxChars: maxBytes, signal }
  const read = await trusted(await textOf(answer, turns, deps.clock.now()), turns, deps)
  return { text: read.text, exchange: exchangeOf(answer, read.signature, deps) }
}

/** The same where the answer is known to be too large to be read: only its bytes. */
export async function exchangeBytes(xml: string, signal: AbortSignal, maxBytes: number, deps: BusDeps) {
  const answer = await post(await deps.signer.sign(xml), signal, maxBytes, deps)
  checkAnswer(answer, [], deps.clock.now())
  return { answer, exchange: exchangeOf(answer, 'not_checked', deps) }
}

/** What the prefixes stand for: the same text is another element where they are bound to something else. */
function bindingsOf({ scope }: XmlNode): string {
  let bindings = ''
  for (const prefix in scope) bindings += `${prefix}=${scope[prefix]} `
  return bindings
}

/** With `data` set apart: what has not changed since it was last read is not parsed again. */
async function readApart(text: string, question: Question, turns: Turns, parsed: ParsedCache): Promise<Business | Verdict | null> {
  const split = splitData(text)
  if (!split) return null
  const { data } = split
  const answers = [question.call.answer]
  const parse = async ({ scope }: XmlNode) => readData(await parseXmlInTurns(data, { ...turns, scope }), answers, turns)
  try {
    const body = bodyOf(await parseXmlInTurns(split.envelope, turns))
    return await readSync(body, question, (place) =>
      place
        ? parsed.of(sha256(`${answers} ${bindingsOf(place)}${data}`), data.length, () => parse(place))
        : readData(place, answers, turns),
    )
  } catch (error) {
    // What makes no sense in two parts is judged as a whole, but what is too much in a part is too much.
    if (error instanceof SourceFailure && !(error instanceof TooMuch) && error.verdict.outcome === 'unreadable') return null
    throw error
  }
}

async function readWhole(text: string, question: Question, turns: Turns): Promise<Business | Verdict> {
  const body = bodyOf(await parseXmlInTurns(text, turns))
  return readSync(body, question, (data) => readData(data, [question.call.answer], turns))
}

/** One question over the synchronous channel, all four layers. */
export async function askBus(call: ShepCall, signal: AbortSignal, deps: BusDeps & { readonly parsed: ParsedCache }): Promise<ShepReply> {
  const { settings, parsed } = deps
  const messageId = deps.newId()
  const { text, exchange } = await exchangeXml(buildSync(call, headOf(messageId, deps)), signal, LARGEST.xml, deps)
  const question = { call, messageId, successCodes: settings.successCodes, heard: deps.heard }
  const turns = { maxChars: LARGEST.xml, signal }
  const read = (await readApart(text, question, turns, parsed)) ?? (await readWhole(text, question, turns))
  if ('outcome' in read) return read
  const signature = read.signed
    ? await signatureInside(
        { signed: read.signed, data: splitData(text)?.data ?? null, cert: settings.verifyCert, checks: deps.checks },
        signal,
      )
    : exchange.signature
  return { data: read.data, exchange: { ...exchange, signature } }
}
