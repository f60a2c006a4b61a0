import { z } from 'zod'
import { SourceId } from '../../schemas/section.ts'

/*
 * A cassette: one file for one case, that is, for one portfolio request and all that its sources were asked and answered. What is
 * asked for nobody in particular (lists, dictionaries, logins) stands in a cassette without a claim. Redacted before it is written:
 * no person's number, name or document number of a real answer is in it.
 */

/**
 * A body whose bytes can be had again: `json` where the text is exactly `JSON.stringify(json)` in UTF-8; `text`, whose pieces joined
 * without anything between are the whole text, in its `encoding` (a label of the WHATWG Encoding Standard, or `kz-1048`); else bytes.
 */
export const CassetteBody = z.union([
  z.strictObject({ json: z.json() }),
  z.strictObject({ encoding: z.string(), text: z.array(z.string()) }),
  z.strictObject({ base64: z.base64() }),
])
export type CassetteBody = z.infer<typeof CassetteBody>

const Headers = z.record(z.string(), z.string())

/** What was asked: `path` with its query, after the base URL of the source. No header that shows who we are is kept. */
export const RecordedRequest = z.strictObject({
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  headers: Headers,
  body: CassetteBody.nullable(),
})
export type RecordedRequest = z.infer<typeof RecordedRequest>

/** What came: an answer, or why none came (a reason of `TransportFault`). Header names in lower case. */
export const RecordedAnswer = z.union([
  z.strictObject({ status: z.int().min(100).max(599), headers: Headers, body: CassetteBody.nullable() }),
  z.strictObject({ fault: z.enum(['timeout', 'connect', 'dns', 'tls', 'protocol']) }),
])
export type RecordedAnswer = z.infer<typeof RecordedAnswer>

/** One question and its answer, in the order in which they ended. */
export const RecordedExchange = z.strictObject({
  source: SourceId,
  at: z.iso.datetime(),
  request: RecordedRequest,
  answer: RecordedAnswer,
})
export type RecordedExchange = z.infer<typeof RecordedExchange>

/** A whole cassette. `claim`: the body of `POST /v1/portfolios`, redacted; null: asked for nobody. `expected`: the portfolio that replaying gives. */
export const Cassette = z.strictObject({
  version: z.literal(1),
  recordedAt: z.iso.datetime(),
  claim: z.record(z.string(), z.json()).nullable(),
  exchanges: z.array(RecordedExchange),
  expected: z.json(),
})
export type Cassette = z.infer<typeof Cassette>
