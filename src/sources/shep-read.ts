import type { BusResult, ShepCall } from '../../adapters/adapter.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { unreadable } from './body.ts'
import { BusFault, SourceFailure } from './failure.ts'
import { NAMESPACES } from './shep-build.ts'
import type { Business } from './shep-data.ts'
import { type Heard, respondedAt } from './skew.ts'
import type { XmlNode } from './xml.ts'
import { child, descendant } from './xml-tree.ts'

/*
 * The four layers of an answer of the bus (wire formats, head): HTTP is looked at before; here come SOAP with its Fault, the status of
 * the bus, and the provider's own result. Each can fail alone while the outer ones look fine.
 */

/** Faults of the bus and of signatures; everything else is the provider's error. */
const BUS_FAULT = /^SCE0(?:0[1-9]|1[0-7])$/
const SIGNATURE_FAULT = /^SCE0(?:0[5-7]|1[5-7])$/

function remoteError(detail: string): SourceFailure {
  return new SourceFailure({ outcome: 'unavailable', reason: 'remote_error' }, 'once', detail)
}

function faultOf(fault: XmlNode): SourceFailure {
  const code = descendant(fault, 'errorCode')?.text.trim() ?? ''
  if (!BUS_FAULT.test(code)) return remoteError('fault of the provider')
  return new BusFault(code, SIGNATURE_FAULT.test(code) ? 'signature fault' : `fault ${code}`)
}

function isSoap({ namespace }: XmlNode): boolean {
  return namespace === NAMESPACES.soap || namespace === NAMESPACES.soap12
}

/** Layer 2: the Body of an envelope by namespace, never by prefix; a Body that was signed may stand alone. */
export function bodyOf(root: XmlNode): XmlNode {
  if (root.local === 'Body' && isSoap(root)) return root
  const isEnvelope = root.local === 'Envelope' && isSoap(root)
  const bodies = isEnvelope ? root.children.filter((one) => one.local === 'Body' && one.namespace === root.namespace) : []
  const [body] = bodies
  if (!body || bodies.length !== 1) throw unreadable('protocol', 'no SOAP envelope')
  return body
}

/** Throws the Fault that a Body holds, as what it means. */
export function checkFault(body: XmlNode): void {
  const fault = child(body, 'Fault', body.namespace)
  if (fault) throw faultOf(fault)
}

/** The response of one operation inside a Body; a Fault is thrown. */
export function responseOf(body: XmlNode, operation: string, namespace: string): XmlNode {
  checkFault(body)
  const response = child(body, operation, namespace)
  if (!response) throw unreadable('protocol', 'another operation in the body')
  return child(response, 'response') ?? response
}

/** Layer 3: what the bus says of the exchange. Null: success. */
function statusVerdict(response: XmlNode, successCodes: readonly string[]): Verdict | null {
  const info = descendant(response, 'responseInfo')
  const code = child(descendant(info, 'status'), 'code')?.text.trim()
  if (code === undefined) throw unreadable('protocol', 'no status of the bus')
  if (successCodes.includes(code)) return null
  if (code === '404') return { outcome: 'empty', reason: null }
  throw remoteError('status of the provider')
}

/** The answer must be to our question where it says to which it is. */
function checkCorrelation(response: XmlNode, messageId: string): void {
  const echoed = child(descendant(response, 'responseInfo'), 'correlationId')?.text.trim().replace(/[{}]/g, '')
  if (echoed && echoed.toLowerCase() !== messageId.toLowerCase()) throw unreadable('protocol', 'an answer to another question')
}

const RESULTS: Readonly<Record<Exclude<BusResult, 'processed'>, Verdict>> = {
  empty: { outcome: 'empty', reason: null },
  consent_refused: { outcome: 'consent_missing', reason: 'refused' },
  consent_expired: { outcome: 'consent_missing', reason: 'expired' },
  consent_revoked: { outcome: 'consent_missing', reason: 'revoked' },
}

/** Whether anything is told beside the result: "no record" has no list (contract page, A). */
function tellsMore(data: Business['data'], [result = '']: readonly string[]): boolean {
  const isSomething = (value: unknown): boolean =>
    typeof value === 'object' && value !== null ? Object.values(value).some(isSomething) : value !== null && String(value).trim() !== ''
  return Object.entries(data).some(([name, value]) => name !== result && isSomething(value))
}

/** Layer 4: the provider's own result. Null: processed. A refusal of somebody who sent no token is `missing`. */
function resultVerdict(data: Business['data'], call: ShepCall): Verdict | null {
  if (!call.result) return null
  const code = call.result.at.reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], data)
  if (typeof code !== 'string') throw unreadable('protocol', 'no result of the provider')
  const result = call.result.codes[code.trim()]
  if (result === undefined) throw remoteError('result of the provider')
  if (result === 'processed') return null
  if (result === 'empty' && tellsMore(data, call.result.at)) throw unreadable('protocol', 'no record, and a list of records')
  if (result === 'consent_refused' && call.fields.kdpToken === undefined) return { outcome: 'consent_missing', reason: 'missing' }
  return RESULTS[result]
}

/** What was asked, and who is told when it was answered. */
export interface Question {
  readonly call: ShepCall
  readonly messageId: string
  readonly successCodes: readonly string[]
  readonly heard?: Heard | undefined
}

/** Layers 2 to 4 of an answer of the synchronous channel; `read` makes business data of the element `data`. */
export async function readSync(
  body: XmlNode,
  question: Question,
  read: (data: XmlNode | undefined) => Promise<Business>,
): Promise<Business | Verdict> {
  const response = responseOf(body, 'SendMessageResponse', NAMESPACES.sync)
  question.heard?.('responseDate', respondedAt(response))
  checkCorrelation(response, question.messageId)
  const verdict = statusVerdict(response, question.successCodes)
  if (verdict) return verdict
  const business = await read(child(descendant(response, 'responseData'), 'data'))
  return resultVerdict(business.data, question.call) ?? business
}
