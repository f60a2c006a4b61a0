import { windows1251 } from './cyrillic.ts'

/* What happens to a good answer on its way. */

/** Tells the host on a real port what to do with the connection: `cut:<bytes>` promise more bytes than are sent, `close` drop it afterwards. */
export const WIRE = 'x-mock-wire'
const CHUNK = 64 * 1024
const HUGE = 64 * 1024 * 1024
const BOMB = 32 * 1024 * 1024
const DEEP = 1000

const isJson = ({ headers }: Response) => /\bjson\b/.test(headers.get('content-type') ?? '')

/** The same head over another body. */
function over(body: BodyInit, { status, headers }: Response, more: Readonly<Record<string, string>> = {}): Response {
  const head = new Headers(headers)
  for (const [name, value] of Object.entries(more)) head.set(name, value)
  return new Response(body, { status, headers: head })
}

async function packed(bytes: BlobPart): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(stream as ReadableStream).arrayBuffer()
}

/** The bomb is packed once for all. */
let bomb: Promise<ArrayBuffer> | null = null
function bombOf(): Promise<ArrayBuffer> {
  bomb ??= packed(new Uint8Array(BOMB).fill(0x20))
  return bomb
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2))
  for (const [place, unit] of ['\uFEFF', ...text.split('')].entries()) view.setUint16(2 * place, unit.charCodeAt(0), true)
  return new Uint8Array(view.buffer)
}

/** Blanks before a body, made as they are read. */
function huge(): ReadableStream<Uint8Array> {
  let left = HUGE
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(CHUNK).fill(0x20))
      left -= CHUNK
      if (left <= 0) controller.close()
    },
  })
}

/** Half of a body, then the connection breaks. */
function broken(half: Uint8Array): ReadableStream<Uint8Array> {
  let isSent = false
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(new TypeError('connection broken (mock)'))
      else controller.enqueue(half)
      isSent = true
    },
  })
}

async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await answer.arrayBuffer())
}

async function halfOf(answer: Response): Promise<readonly [half: Uint8Array<ArrayBuffer>, whole: number]> {
  const bytes = await bytesOf(answer)
  return [bytes.slice(0, Math.floor(bytes.length / 2)), bytes.length]
}

type Change = (answer: Response) => Promise<Response> | Response

const untyped: Change = async (answer) => {
  const bare = over(await bytesOf(answer), answer)
  bare.headers.delete('content-type')
  return bare
}

const CHANGES: Readonly<Record<string, Change>> = {
  'gzip-surprise': async (answer) => over(await packed(await answer.arrayBuffer()), answer),
  'gzip-bomb': async (answer) => over(await bombOf(), answer, { 'content-encoding': 'gzip' }),
  'packed-twice': async (answer) =>
    over(await packed(await packed(await answer.arrayBuffer())), answer, { 'content-encoding': 'gzip, gzip' }),
  'huge-body': (answer) => over(huge(), answer),
  bom: async (answer) => over(`\uFEFF${await answer.text()}`, answer),
  'utf-16': async (answer) => over(utf16(await answer.text()), answer),
  'type-wrong': async (answer) => over(await bytesOf(answer), answer, { 'content-type': 'application/octet-stream' }),
  'type-missing': untyped,
  'socket-closed': async (answer) => over(await bytesOf(answer), answer, { [WIRE]: 'close' }),
  'cut-clean': async (answer) => over((await halfOf(answer))[0], answer),
  'reset-mid-body': async (answer) => over(broken((await halfOf(answer))[0]), answer),
  truncated: async (answer) => {
    const [half, whole] = await halfOf(answer)
    return over(half, answer, { [WIRE]: `cut:${whole}` })
  },
}

/** A member more at the beginning: of the object, or of an object before all others of the list. */
function withMember(text: string, member: string): string {
  return text.startsWith('{') ? `{${member},${text.slice(1)}` : text.replace('[', `[{${member}},`)
}

type Lists = (list: readonly unknown[]) => unknown

/** The lists of an answer, whether it is one or holds them one or two levels down. */
function relisted(text: string, change: Lists): string {
  const bent = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return change(value)
    if (typeof value !== 'object' || value === null || depth === 0) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bent(item, depth - 1)]))
  }
  return JSON.stringify(bent(JSON.parse(text), 2))
}

/** Every text that is no single word of a code, with a character more; a word is a key of somebody. */
function retexted(text: string, more: string): string {
  return JSON.stringify(JSON.parse(text, (_, value) => (typeof value === 'string' && value.includes(' ') ? `${value}${more}` : value)))
}

const JSON_TEXTS: Readonly<Record<string, (text: string) => string>> = {
  // By hand, as somebody who adds a row below the last one.
  'trailing-comma': (text) => text.replace(/([}\]])\s*$/, ',$1'),
  'json-nan': (text) => withMember(text, '"ratio":NaN'),
  'json-twice': (text) => withMember(text, '"page":1,"page":2'),
  'json-deep': (text) => withMember(text, `"deep":${'['.repeat(DEEP)}${']'.repeat(DEEP)}`),
  'json-proto': (text) => withMember(text, '"__proto__":{"admin":true}'),
  'json-nul': (text) => retexted(text, '\u0000'),
  'json-surrogate': (text) => retexted(text, '\ud800'),
  'object-for-list': (text) => relisted(text, (list) => list[0] ?? {}),
  'null-list': (text) => relisted(text, () => null),
}

/** A text of JSON under a scenario: for a source that must know what it sends, because it gives it a tag. */
export function jsonUnder(text: string, scenario: string): string {
  return JSON_TEXTS[scenario]?.(text) ?? text
}

/** A good answer after its way under a scenario. */
export async function onTheWay(answer: Response, scenario: string): Promise<Response> {
  const change = CHANGES[scenario]
  if (change) return change(answer)
  if (!isJson(answer)) return answer
  if (scenario === 'json-1251')
    return over(windows1251(await answer.text()), answer, { 'content-type': 'application/json; charset=windows-1251' })
  return JSON_TEXTS[scenario] ? over(jsonUnder(await answer.text(), scenario), answer) : answer
}
