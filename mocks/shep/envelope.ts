import { windows1251 } from '../cyrillic.ts'
import type { World } from '../world.ts'
import { SPOILT, WORN } from './dress.ts'
import { signBody } from './sign.ts'
import { busDate, escapeText } from './xml.ts'

export const SYNC = 'http://bip.bee.kz/SyncChannel/v10/Types'
export const ASYNC = 'http://bip.bee.kz/AsyncChannel/v10/Types'
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd'

/** An id that looks like one of the bus and depends on what it is for. */
export function sessionId(text: string): string {
  let hash = 0
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  const hex = hash.toString(16).padStart(8, '0')
  return `{${hex}-1111-4222-8333-${hex}9444}`
}

/** A message in two prefixes for one namespace, as the real bus sends them. */
export function envelope(body: string): string {
  return (
    `<soap:Envelope xmlns:soap="${SOAP}" xmlns:SOAP-ENV="${SOAP}"><SOAP-ENV:Header/>` +
    `<SOAP-ENV:Body xmlns:wsu="${WSU}" wsu:Id="id-answer">${body}</SOAP-ENV:Body></soap:Envelope>`
  )
}

function xmlResponse(xml: string | Uint8Array, status = 200, charset = 'utf-8'): Response {
  return new Response(xml as string, { status, headers: { 'content-type': `text/xml; charset=${charset}` } })
}

function errorInfo(code: string, operation: string, namespace: string, now: number): string {
  return (
    `<ns2:${operation}Fault1_${operation}Fault xmlns:ns2="${namespace}"><errorCode>${code}</errorCode>` +
    `<errorMessage>Қате (мысал)</errorMessage><errorData>at kz.example.Service.call(Service.java:42)</errorData>` +
    `<errorDate>${busDate(now)}</errorDate><sessionId>${sessionId(code)}</sessionId></ns2:${operation}Fault1_${operation}Fault>`
  )
}

/** A fault of the bus or of a provider. */
export function fault(code: string, operation: string, namespace: string, now: number, status = 500): Response {
  const detail = errorInfo(code, operation, namespace, now)
  const body = `<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Ошибка (пример)</faultstring><detail>${detail}</detail></soap:Fault>`
  return xmlResponse(envelope(body), status)
}

/** The same in the words of SOAP 1.2. */
function fault12(code: string, operation: string, namespace: string, now: number): Response {
  const detail = errorInfo(code, operation, namespace, now)
  const reason = '<S:Code><S:Value>S:Receiver</S:Value></S:Code><S:Reason><S:Text xml:lang="ru">Ошибка (пример)</S:Text></S:Reason>'
  const body = `<S:Body><S:Fault>${reason}<S:Detail>${detail}</S:Detail></S:Fault></S:Body>`
  return xmlResponse(`<S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope">${body}</S:Envelope>`, 500)
}

/** The fault that a scenario plays in place of an answer; null: it plays none. */
export function faultUnder(scenario: string, operation: string, namespace: string, now: number): Response | null {
  if (scenario === 'shep-fault') return fault('SCE004', operation, namespace, now)
  if (scenario === 'cert-expired') return fault('SCE005', operation, namespace, now)
  if (scenario === 'fault-200') return fault('SCE909', operation, namespace, now, 200)
  return scenario === 'fault-soap12' ? fault12('SCE909', operation, namespace, now) : null
}

/** An answer on its way out: scenarios, encoding, signature. */
export async function dressed(xml: string, scenario: string, world: World): Promise<Response> {
  if (scenario === 'cp1251') return xmlResponse(windows1251(`<?xml version="1.0" encoding="windows-1251"?>${xml}`), 200, 'windows-1251')
  if (scenario === 'cp1251-undeclared') return xmlResponse(windows1251(xml))
  const worn = WORN[scenario]?.(xml, world.now()) ?? xml
  const signed = world.signing && scenario !== 'no-signature' ? await signBody(worn, world.signing) : worn
  return xmlResponse(SPOILT[scenario]?.(signed) ?? signed)
}

function escaped(document: string): string {
  return `<data xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">${escapeText(document)}</data>`
}

/** `data` with a document of no namespace inside: as elements, or the same as escaped text. */
export function documentIn(root: string, content: string, scenario: string): string {
  const xml = `<${root}>${content}</${root}>`
  if (scenario === 'shape-cdata') return `<data><![CDATA[<?xml version="1.0" encoding="UTF-8"?>${xml}]]></data>`
  return scenario === 'shape-escaped' ? escaped(`<?xml version="1.0" encoding="UTF-8"?>${xml}`) : `<data>${xml}</data>`
}

/** Base64 of gzip of a document. */
async function packed(document: string): Promise<string> {
  const stream = new Blob([document]).stream().pipeThrough(new CompressionStream('gzip'))
  const bytes = new Uint8Array(await new Response(stream as ReadableStream).arrayBuffer())
  return btoa(String.fromCharCode(...bytes))
}

/** `data` in the shape that a scenario asks for; typed by default (wire formats, 1.2). */
export async function dataOf(scenario: string, namespace: string, root: string, content: string): Promise<string> {
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><ns3:${root} xmlns:ns3="${namespace}">${content}</ns3:${root}>`
  if (scenario === 'shape-children') return `<data>${content}</data>`
  if (scenario === 'shape-element') return `<data><ns4:${root} xmlns:ns4="${namespace}">${content}</ns4:${root}></data>`
  if (scenario === 'shape-cdata') return `<data><![CDATA[${document}]]></data>`
  if (scenario === 'shape-packed') return `<data>${await packed(document)}</data>`
  if (scenario === 'shape-escaped') return escaped(document)
  return `<data xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:d="${namespace}" xsi:type="d:${root}">${content}</data>`
}
