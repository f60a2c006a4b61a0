import type { Adapter, Reply, Teacher } from '../../adapters/adapter.ts'
import { adapters } from '../../adapters/index.ts'
import { TransportFault } from '../../src/ports.ts'
import { decodeText } from '../../src/sources/decode.ts'
import { SourceFailure } from '../../src/sources/failure.ts'
import { failureOf } from '../../src/sources/fault.ts'
import { NAMESPACES } from '../../src/sources/shep-build.ts'
import { readMessages } from '../../src/sources/shep-inbox.ts'
import { bodyOf, responseOf } from '../../src/sources/shep-read.ts'
import { LARGEST, sha256 } from '../../src/sources/wire.ts'
import { parseXml } from '../../src/sources/xml.ts'
import { answer, createWire } from '../support/wire-rig.ts'
import type { Parser, Sample } from './parser.ts'

/* What sources send: from the bytes of an answer to the facts of its records. */

/** An invented teacher. */
export const TEACHER: Teacher = {
  ...{ iin: '850312240005', organisationBin: '000140000002', region: '19', birthDate: null, names: null },
  ...{ schoolYears: { from: 2023, to: 2025 }, today: '2026-11-24', caseId: 'case', consent: null },
}

type Pulling = Adapter & { readonly delivery: Extract<Adapter['delivery'], { kind: 'pull' }> }

function isPulling(adapter: Adapter | undefined): adapter is Pulling {
  return adapter?.delivery.kind === 'pull'
}

/** A record as the facts that it gives, or why it gives none. */
function normalised(adapter: Adapter, value: unknown, teacher: Teacher): unknown {
  const read = adapter.wire.safeParse(value)
  return read.success ? adapter.normalise(read.data, { teacher }) : read.error.issues.map(({ code }) => code)
}

function factsOf(adapter: Adapter, reply: Reply, teacher: Teacher): unknown {
  return 'outcome' in reply ? reply : reply.records.map(({ value, iin }) => [iin, normalised(adapter, value, teacher)])
}

/** Every call of the adapter is answered by the sample. */
async function pulled({ kind, bytes }: Sample, type: string, teacher = TEACHER): Promise<unknown> {
  const adapter = adapters.find(({ id }) => id === kind) ?? adapters.find(isPulling)
  if (!isPulling(adapter)) return null
  const { source } = createWire(answer(bytes, 200, { 'content-type': type }))
  return factsOf(adapter, await adapter.delivery.fetch(teacher, source), teacher)
}

const isFailure = (error: unknown) => error instanceof SourceFailure || error instanceof TransportFault || failureOf(error) !== null

const TAGS = [
  '<data>',
  '</data>',
  '<a>',
  '</a>',
  '<a/>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE a>',
  '<?xml version="1.0"?>',
  '&amp;',
  '&#0;',
  '&x;',
  'xmlns=""',
  'xmlns:a="b"',
  'xsi:nil="true"',
  'xsi:type="d:Response"',
  '<Fault>',
  '00000',
  '00404',
  'SCSS001',
]
const SIGNS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\',
  '\\u0000',
  '\\ud800',
  '{"a":',
  '[[',
  '{}',
  '""',
  '"__proto__":1',
  '{"type":"authorizationFailed","description":""}',
  '"items":[]',
  '"total":',
  '"page":',
  '"iin":',
  '2026-02-30',
  '1e400',
  '-0',
]

/** Answers of the synchronous channel of the bus. */
export const shep: Parser = {
  name: 'shep',
  words: TAGS,
  largest: LARGEST.xml,
  isDeclared: isFailure,
  read: (sample) => pulled(sample, 'text/xml; charset=utf-8'),
}

/** Answers of `getMessages`. */
export const messages: Parser = {
  name: 'messages',
  words: TAGS,
  largest: LARGEST.messages,
  isDeclared: isFailure,
  async read({ bytes }) {
    const exchange = { id: 'ex_a', at: '2026-11-24T00:00:00.000Z', payloadHash: 'a', signature: 'absent' } as const
    const response = responseOf(bodyOf(parseXml(decodeText(bytes, null), LARGEST.messages)), 'getMessagesResponse', NAMESPACES.async)
    const portal = adapters.find(({ delivery }) => delivery.kind === 'inbox')
    return (await readMessages(response, exchange)).map((taken) => {
      if (portal?.delivery.kind !== 'inbox' || !taken.readable) return taken
      const reading = portal.delivery.read(taken.message)
      return reading.kind === 'record' ? [reading, normalised(portal, reading.value, TEACHER)] : reading
    })
  },
}

/** Answers in JSON. */
export const rest: Parser = {
  name: 'rest',
  words: SIGNS,
  isDeclared: isFailure,
  read: (sample) => pulled(sample, 'application/json'),
}

/** Files with rows; their hash is that of the bytes. */
export const table: Parser = {
  name: 'table',
  words: [';', ',', '"', '""', '\n', '\r\n', '\t', 'IIN', 'FIO', ';;;;;;;;;;', '"\n"', '\u00d0', '0'.repeat(70_000)],
  isDeclared: isFailure,
  async read({ bytes }) {
    const { source } = createWire(() => ({ ...answer(new Uint8Array()), chunks: inChunks(bytes) }))
    const rows: unknown[] = []
    for await (const batch of source.table({ path: '/a', separator: ';', sha256: sha256(bytes) })) rows.push([batch.header, ...batch.rows])
    return rows
  },
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 997) yield bytes.subarray(from, from + 997)
}
