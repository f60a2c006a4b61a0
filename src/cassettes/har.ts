import { Buffer } from 'node:buffer'
import { z } from 'zod'
import type { SourceId } from '../../schemas/section.ts'
import { toBody } from './body.ts'
import { isUnder, keptHeaders, recordedAnswer } from './capture.ts'
import type { RecordedAnswer, RecordedExchange, RecordedRequest } from './cassette.ts'
import { CassetteError } from './cassette-error.ts'
import { leavesOf } from './leaves.ts'
import type { Redactor } from './redactor.ts'

const Header = z.object({ name: z.string(), value: z.string() })

/** What we read of an HTTP archive (HAR 1.2): browsers and proxies write much more. */
const Entry = z.object({
  startedDateTime: z.string(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.array(Header),
    postData: z.object({ text: z.string().default('') }).optional(),
  }),
  response: z.object({
    status: z.int().min(0).max(599),
    headers: z.array(Header),
    content: z.object({ text: z.string().default(''), encoding: z.string().optional() }),
  }),
})
const Har = z.object({ log: z.object({ entries: z.array(Entry) }) })
type Entry = z.infer<typeof Entry>

/** How many values were taken out, by what they looked like. Never the values. */
export interface RedactionPreview {
  readonly numbers: number
  readonly days: number
  readonly texts: number
  readonly headers: number
}

/** An archive as exchanges of one source, redacted; `skipped`: entries of other addresses or methods. */
export interface ImportedHar {
  readonly exchanges: readonly RecordedExchange[]
  readonly skipped: number
  readonly preview: RedactionPreview
}

function headersOf(list: readonly z.infer<typeof Header>[]): Record<string, string> {
  return Object.fromEntries(list.map(({ name, value }) => [name.toLowerCase(), value]))
}

function requestOf({ request }: Entry, baseUrl: string): RecordedRequest {
  const text = request.postData?.text ?? ''
  const headers = keptHeaders(request.headers.map(({ name, value }) => [name, value]))
  const body = text === '' ? null : toBody(new TextEncoder().encode(text))
  return { method: request.method === 'POST' ? 'POST' : 'GET', path: request.url.slice(baseUrl.length), headers, body }
}

/** Status 0 stands where no answer came. */
function answerOf({ response }: Entry): RecordedAnswer {
  if (response.status < 100) return { fault: 'connect' }
  const headers = headersOf(response.headers)
  const { text, encoding } = response.content
  const bytes = Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8')
  return recordedAnswer({ status: response.status, header: (name) => headers[name] ?? null, bytes }, bytes)
}

/** Entries of this source: its base URL, and one of the two methods that the gateway uses. */
function isOurs({ request: { method, url } }: Entry, baseUrl: string): boolean {
  return (method === 'GET' || method === 'POST') && isUnder(url, baseUrl)
}

function valuesOf({ request, answer }: RecordedExchange): readonly string[] {
  const asked = request.body === null ? [] : leavesOf(request.body, request.headers['content-type'] ?? '')
  const told = 'fault' in answer || answer.body === null ? [] : leavesOf(answer.body, answer.headers['content-type'] ?? '')
  return [...asked, ...told].map(([, value]) => value)
}

function kindOf(value: string): 'numbers' | 'days' | 'texts' {
  if (/^\D?\d{4}-\d{2}-\d{2}/.test(value)) return 'days'
  return /\d/.test(value) && !/\p{L}{3}/u.test(value) ? 'numbers' : 'texts'
}

function previewOf(pairs: readonly (readonly [Entry, RecordedExchange, RecordedExchange])[]): RedactionPreview {
  const preview = { numbers: 0, days: 0, texts: 0, headers: 0 }
  for (const [entry, raw, redacted] of pairs) {
    preview.headers += entry.request.headers.length - Object.keys(redacted.request.headers).length
    const after = valuesOf(redacted)
    for (const [place, value] of valuesOf(raw).entries()) if (after[place] !== value) preview[kindOf(value)]++
  }
  return preview
}

/** Reads an HTTP archive (parsed JSON). Throws `CassetteError`: what is wrong and where, never a value. */
export function importHar(har: unknown, source: SourceId, baseUrl: string, redactor: Redactor): ImportedHar {
  const read = Har.safeParse(har)
  if (!read.success) {
    const places = read.error.issues.map((issue) => z.core.toDotPath(issue.path) || 'the whole')
    throw new CassetteError(`no HTTP archive: ${[...new Set(places)].slice(0, 5).join(', ')}`)
  }
  const base = baseUrl.replace(/\/+$/, '')
  const { entries } = read.data.log
  const ours = entries.filter((entry) => isOurs(entry, base))
  const pairs = ours.map((entry, place) => {
    const at = new Date(entry.startedDateTime)
    if (Number.isNaN(at.getTime())) throw new CassetteError(`no HTTP archive: startedDateTime of entry ${place} of ${base}`)
    const raw: RecordedExchange = { source, at: at.toISOString(), request: requestOf(entry, base), answer: answerOf(entry) }
    return [entry, raw, redactor.exchange(raw)] as const
  })
  const exchanges = redactor.settled(pairs.map(([, , redacted]) => redacted))
  return { exchanges, skipped: entries.length - ours.length, preview: previewOf(pairs) }
}
