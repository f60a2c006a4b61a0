import { Buffer } from 'node:buffer'
import { z } from 'zod'
import type { SourceId } from '../../schemas/section.ts'
import { toBody } from './body.ts'
import { isUnder, keptHeaders, recordedAnswer } from './capture.ts'
import type { RecordedAnswer, RecordedExchange, RecordedRequest } from './cassette.ts'
import { CassetteError } from './cassette-error.ts'

const Pair = z.object({ name: z.string(), value: z.string().default('') })
const Size = z.number().optional()

/** What we read of an HTTP archive (HAR 1.2): browsers and proxies write much more. */
const Entry = z.object({
  startedDateTime: z.string(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.array(Pair),
    bodySize: Size,
    postData: z.object({ text: z.string().optional(), params: z.array(Pair).optional() }).optional(),
  }),
  response: z.object({
    status: z.int().min(0).max(599),
    headers: z.array(Pair),
    content: z.object({ size: Size, text: z.string().optional(), encoding: z.string().optional() }),
  }),
})
const Har = z.object({ log: z.object({ entries: z.array(Entry) }) })
type Entry = z.infer<typeof Entry>

/** An archive as exchanges of one source. NOT redacted: they go to a recorder and nowhere else. */
export interface ReadHar {
  readonly exchanges: readonly RecordedExchange[]
  /** Entries of other addresses or methods. */
  readonly elsewhere: number
  /** Entries of the source whose body the archive leaves out: an answer that had one must not look empty. */
  readonly bodiless: number
}

/** A form may stand there as its fields alone. */
function sentText({ request: { postData } }: Entry): string {
  const fields = (postData?.params ?? []).map(({ name, value }): [string, string] => [name, value])
  return postData?.text || new URLSearchParams(fields).toString()
}

function requestOf(entry: Entry, baseUrl: string): RecordedRequest {
  const { method, url, headers } = entry.request
  const text = sentText(entry)
  const kept = keptHeaders(headers.map(({ name, value }) => [name, value]))
  const body = text === '' ? null : toBody(new TextEncoder().encode(text))
  return { method: method === 'POST' ? 'POST' : 'GET', path: url.slice(baseUrl.length), headers: kept, body }
}

/** Status 0 stands where no answer came. */
function answerOf({ response }: Entry): RecordedAnswer {
  if (response.status < 100) return { fault: 'connect' }
  const headers = new Map(response.headers.map(({ name, value }) => [name.toLowerCase(), value]))
  const { text = '', encoding } = response.content
  const bytes = Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8')
  return recordedAnswer({ status: response.status, header: (name) => headers.get(name) ?? null, bytes }, bytes)
}

/** Entries of this source: its base URL, and one of the two methods that the gateway uses. */
function isOurs({ request: { method, url } }: Entry, baseUrl: string): boolean {
  return (method === 'GET' || method === 'POST') && isUnder(url, baseUrl)
}

function isWhole(entry: Entry): boolean {
  const { size = 0, text } = entry.response.content
  const unasked = (entry.request.bodySize ?? 0) > 0 && sentText(entry) === ''
  return !unasked && (size <= 0 || text !== undefined)
}

function entriesOf(har: unknown): readonly Entry[] {
  const read = Har.safeParse(har)
  if (read.success) return read.data.log.entries
  const places = read.error.issues.map((issue) => z.core.toDotPath(issue.path) || 'the whole')
  throw new CassetteError([...new Set(places)].slice(0, 5).join(', '))
}

/** Reads an HTTP archive (parsed JSON). Throws `CassetteError`: the places that are wrong, never a value. */
export function readHar(har: unknown, source: SourceId, baseUrl: string): ReadHar {
  const base = baseUrl.replace(/\/+$/, '')
  const entries = entriesOf(har)
  const ours = entries.filter((entry) => isOurs(entry, base))
  const whole = ours.filter(isWhole)
  const exchanges = whole.map((entry) => {
    const at = new Date(entry.startedDateTime)
    if (Number.isNaN(at.getTime())) throw new CassetteError(`log.entries[${entries.indexOf(entry)}].startedDateTime`)
    return { source, at: at.toISOString(), request: requestOf(entry, base), answer: answerOf(entry) }
  })
  return { exchanges, elsewhere: entries.length - ours.length, bodiless: ours.length - whole.length }
}
