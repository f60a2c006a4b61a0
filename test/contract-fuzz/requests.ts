import fc from 'fast-check'
import type { DocumentParameter } from '../../src/routes/api-document.ts'
import { type Body, changed, jsonBody, malformed } from './bodies.ts'
import { type Operation, validatorAt } from './document.ts'
import { fromSchema } from './from-schema.ts'
import type { Expectation } from './judge.ts'
import { oddHeader, oddSegment, oddText } from './odd.ts'
import type { Known, World } from './world.ts'

type Pair = readonly [name: string, value: string]

/** One request as it is sent, with what its answer must be. */
export interface FuzzRequest extends Expectation {
  readonly method: string
  /** With the query, encoded. */
  readonly url: string
  readonly headers: readonly Pair[]
  readonly body: Uint8Array<ArrayBuffer> | null
}

/** A part of a request, and whether it is as the document wants it. */
interface Part<Value> {
  readonly value: Value
  readonly sound: boolean
}

const sound = <Value>(value: Value): Part<Value> => ({ value, sound: true })
const odd = <Value>(value: Value): Part<Value> => ({ value, sound: false })

function tokens(operation: Operation, { claim }: Known): fc.Arbitrary<Part<string | null>> {
  const own = ['platform', `teacher:${claim.iin}`, `responsible_person:${claim.organisationBin}`]
  const strangers = [
    'teacher:850312240005',
    'teacher',
    'responsible_person:000240000006',
    'commission',
    'department',
    'operator',
    'auditor',
  ]
  const right = ['platform', ...own, ...strangers].filter((token) => operation['x-roles']?.includes(token.split(':', 1)[0] ?? ''))
  const full = right.filter((token) => !strangers.includes(token) || token === 'operator')
  const no = fc.constantFrom(null, '', 'Bearer', 'Bearer ', 'Basic cGxhdGZvcm06', 'Bearer forged', 'Bearer a b')
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...(full.length > 0 ? full : ['platform'])).map((token) => sound(`Bearer ${token}`)) },
    { weight: 1, arbitrary: fc.constantFrom(...own, ...strangers).map((token) => odd(`Bearer ${token}`)) },
    { weight: 1, arbitrary: fc.oneof(no, oddHeader).map(odd) },
  )
}

function segments(parameter: DocumentParameter, known: Known, { editions }: World): fc.Arbitrary<Part<string>> {
  const real: Readonly<Record<string, readonly string[]>> = {
    gapId: known.gaps,
    edition: editions,
    n: ['1'],
    id: parameter.schema.$ref ? [String(parameter.example)] : [known.id],
  }
  const unknown = fromSchema(parameter.schema).map((value) => odd(encodeURIComponent(String(value).toWellFormed())))
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...(real[parameter.name] ?? [])).map(sound) },
    { weight: 1, arbitrary: unknown.filter(({ value }) => value !== '' && !/^\.{1,2}$/.test(value)) },
    { weight: 1, arbitrary: oddSegment.map(odd) },
  )
}

function pathOf(operation: Operation, known: Known, world: World): fc.Arbitrary<Part<string>> {
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
  const model = Object.fromEntries(parameters.map((parameter) => [parameter.name, segments(parameter, known, world)]))
  return fc.record(model).map((parts) => ({
    value: operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parts[name]?.value ?? ''),
    sound: Object.values(parts).every((part) => part.sound),
  }))
}

const encoded = (pairs: readonly Pair[]) =>
  pairs.map(([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`).join('&')

function queries(operation: Operation): fc.Arbitrary<Part<readonly Pair[]>> {
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
  // A cursor that fits its schema is still not one of ours.
  const plain = parameters.filter(({ name }) => name !== 'cursor')
  const model = Object.fromEntries(plain.map(({ name, schema }) => [name, fromSchema(schema).map(String)]))
  const right = fc
    .record(model, { requiredKeys: [] })
    .map((record) => sound(Object.entries(record).map(([name, value]): Pair => [name, String(value)])))
  const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('lang', 'limit', 'cursor') }, oddText)
  const value = fc.oneof(oddText, fc.constantFrom('0', '1', '200', '201', '1e2', '0x10', ' 7', '+7', '7.0'))
  const pairs = fc.array(fc.tuple(name, value), { maxLength: 3 })
  const repeated = fc.tuple(pairs, name, oddText).map(([some, twice, value]): Pair[] => [...some, [twice, value], [twice, 'b']])
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: pairs.map(odd) }, { weight: 1, arbitrary: repeated.map(odd) })
}

const NAMES = [
  'accept',
  'accept-language',
  'x-request-id',
  'if-none-match',
  'if-match',
  'prefer',
  'idempotency-key',
  'range',
  'x-mock-scenario',
]

function conditionals({ etag }: Known): fc.Arbitrary<Part<readonly Pair[]>> {
  const tags = fc.constantFrom(etag, `W/${etag}`, '*', '"other"', `"a", ${etag}`, `"1.${'x'.repeat(22)}"`)
  const prefer = fc.constantFrom(
    'wait=10',
    'handling=strict',
    'wait=1, handling=strict',
    'handling=lenient',
    'respond-async',
    'wait=0',
    'wait=31',
  )
  const language = fc.constantFrom('kk', 'ru', 'en', 'kz', 'de', 'ru;q=0.5, en', '*;q=0')
  const record = fc.record({ 'if-none-match': tags, prefer, 'accept-language': language }, { requiredKeys: [] })
  const right = record.map((some) => sound(Object.entries(some) as Pair[]))
  const key = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('key-1', 'key-2', 'key-3') }, oddHeader)
  const keyed = fc
    .tuple(record, key)
    .map(([some, value]) => odd([...(Object.entries(some) as Pair[]), ['idempotency-key', value] as const]))
  const others = fc.array(fc.tuple(fc.constantFrom(...NAMES), oddHeader), { minLength: 1, maxLength: 4 }).map(odd)
  return fc.oneof({ weight: 5, arbitrary: right }, { weight: 2, arbitrary: keyed }, { weight: 1, arbitrary: others })
}

interface Sent {
  readonly type: string | null
  readonly body: Body
}

const TYPES = ['text/plain', 'application/xml', 'application/json; charset=latin1', 'multipart/form-data', 'application/jsonx', '*/*', '']

function bodies(operation: Operation, { claim }: Known): fc.Arbitrary<Part<Sent | null>> {
  const wanted = operation.requestBody?.content['application/json']
  if (!wanted) return fc.constant(sound(null))
  const creates = operation.operationId === 'createPortfolio'
  // `x` in a case of its own: the people of the world keep their versions.
  const real = creates
    ? fc.constantFrom('', '-x').map((suffix) => ({ ...claim, caseId: `${claim.caseId}${suffix}` }))
    : fromSchema(wanted.schema)
  const start = fc.oneof(real, fromSchema(wanted.schema))
  const json = fc.constantFrom('application/json', 'application/json; charset=UTF-8', 'Application/JSON;charset="utf-8"')
  const sent = (type: fc.Arbitrary<string | null>, body: fc.Arbitrary<Body>) => fc.record({ type, body })
  return fc.oneof(
    { weight: 5, arbitrary: sent(json, real.map(jsonBody)).map(sound) },
    { weight: 2, arbitrary: sent(json, fromSchema(wanted.schema).map(jsonBody)).map(odd) },
    { weight: 6, arbitrary: sent(json, changed(start).map(jsonBody)).map(odd) },
    { weight: 2, arbitrary: sent(json, malformed(start)).map(odd) },
    { weight: 1, arbitrary: sent(fc.constantFrom(null, ...TYPES), start.map(jsonBody)).map(odd) },
    { weight: 1, arbitrary: fc.constant(odd(null)) },
  )
}

/** Whether the schema of the document refuses a JSON body that was sent. */
function isRefused(operation: Operation, sent: Sent | null): boolean {
  if (!operation.requestBody || !sent) return operation.requestBody?.required === true
  const validate = validatorAt('paths', operation.path, operation.method, 'requestBody', 'content', 'application/json', 'schema')
  const optional = operation.requestBody.required !== true && sent.body.bytes.length === 0
  return !optional && (sent.body.value === undefined || !validate(sent.body.value))
}

/** Whether a query value lies outside of its schema; an unknown language is no fault, it is left out of account (API page, 1). */
function isMisfit(operation: Operation, query: readonly Pair[]): boolean {
  const given = new Map(query)
  return (operation.parameters ?? []).some(({ name, in: place, schema }, index) => {
    const text = given.get(name)
    if (place !== 'query' || name === 'lang' || text === undefined) return false
    const validate = validatorAt('paths', operation.path, operation.method, 'parameters', String(index), 'schema')
    return schema.type === 'integer' ? !/^-?\d+$/.test(text) || !validate(Number(text)) : !validate(text)
  })
}

const isRepeated = (query: readonly Pair[]) => new Set(query.map(([name]) => name.toWellFormed())).size < query.length

interface Parts {
  readonly path: Part<string>
  readonly token: Part<string | null>
  readonly query: Part<readonly Pair[]>
  readonly conditional: Part<readonly Pair[]>
  readonly body: Part<Sent | null>
}

function headersOf({ token, conditional, body }: Parts): readonly Pair[] {
  const headers: Pair[] = [...conditional.value]
  if (token.value !== null) headers.push(['authorization', token.value])
  if (body.value && body.value.type !== null) headers.push(['content-type', body.value.type])
  return headers
}

/** Which fields have changed is of the moment, and in no document; nor is that work begins before it ends, or that any is planned. */
function isOfMoment({ operationId }: Operation, { value }: Parts['body']): boolean {
  if (operationId === 'decideDrift' || operationId === 'planMaintenance') return true
  const body = value?.body.value
  return operationId === 'resumeSource' && typeof body === 'object' && body !== null && 'from' in body
}

function expectationOf(operation: Operation, known: Known, parts: Parts): Expectation {
  const prefer = new Map(parts.conditional.value).get('prefer') ?? ''
  const strict = prefer.includes('strict')
  // Of people whom nobody knows a source may say anything, an error too.
  const sick = known.sick || !parts.body.sound
  const provoked = strict && (sick || prefer.includes('wait'))
  if (isRefused(operation, parts.body.value) || isRepeated(parts.query.value) || isMisfit(operation, parts.query.value))
    return { expects: 'refusal', provoked }
  const allSound = Object.values(parts).every((part: Part<unknown>) => part.sound)
  return { expects: allSound && !strict && !isOfMoment(operation, parts.body) ? 'success' : 'either', provoked }
}

function assembled(operation: Operation, known: Known) {
  return (parts: Parts): FuzzRequest => ({
    method: operation.method.toUpperCase(),
    url: `${parts.path.value}${parts.query.value.length > 0 ? `?${encoded(parts.query.value)}` : ''}`,
    headers: headersOf(parts),
    body: parts.body.value?.body.bytes ?? null,
    ...expectationOf(operation, known, parts),
  })
}

function about(operation: Operation, known: Known, world: World): fc.Arbitrary<FuzzRequest> {
  const parts = {
    path: pathOf(operation, known, world),
    token: tokens(operation, known),
    query: queries(operation),
    conditional: conditionals(known),
    body: bodies(operation, known),
  }
  return fc.record<Parts>(parts).map(assembled(operation, known))
}

/** Requests of one operation, as the document wants them and as it does not. */
export function requestsOf(operation: Operation, world: World): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(...world.known.map((known) => about(operation, known, world)))
}
