import type { Seen } from './witness.ts'

const CHARSET = /charset=["']?([\w-]+)/i
const DECLARATION = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/
/** UTF-8 taken for Latin-1 letters: the first byte of a Cyrillic letter as Ð to Ó, its second one as a control or a sign. */
const MOJIBAKE = /[ÐÑÒÓ][\u0080-\u00bf]/
const latin1 = new TextDecoder('latin1')
const MARK = '\u00ef\u00bb\u00bf'

/** The text of an answer as far as anybody can tell. */
export function textOf({ bytes }: Pick<Seen, 'bytes'>): string {
  return new TextDecoder().decode(bytes())
}

/** JSON of an answer; null: it is none. */
export function jsonOf(seen: Pick<Seen, 'bytes'>): unknown {
  try {
    return JSON.parse(textOf(seen))
  } catch {
    return null
  }
}

/** What a message to or of the bus is. */
export function isXml(seen: Pick<Seen, 'sent'>): boolean {
  return seen.sent.get('content-type')?.startsWith('text/xml') ?? false
}

/** Whether these are bytes of gzip. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function canDecode(charset: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** What is wrong with the encoding of a text that declares one, or is UTF-8 because it declares none; null: nothing. */
export function encodingFault({ headers, bytes }: Pick<Seen, 'headers' | 'bytes'>): string | null {
  const body = bytes()
  if (isPacked(body)) return null
  const start = latin1.decode(body.subarray(0, 200))
  const declared = [CHARSET.exec(headers.get('content-type') ?? '')?.[1], DECLARATION.exec(start)?.[1]].flatMap((name) => name ?? [])
  const [charset = 'utf-8', other = charset] = declared.map((name) => name.toLowerCase())
  if (charset !== other) return `${charset} ≠ ${other}`
  if (!canDecode(charset, body)) return `not ${charset}`
  if (start.startsWith(`${MARK}{`) || start.startsWith(`${MARK}[`)) return 'mark before JSON'
  const text = new TextDecoder(charset).decode(body)
  return MOJIBAKE.test(text) || text.includes('\uFFFD') ? 'letters lost' : null
}

/** What is wrong with the encoding of a file: windows-1251, or UTF-8 with its mark (contract page, C). */
export function fileFault({ bytes }: Pick<Seen, 'bytes'>): string | null {
  const body = bytes()
  const isMarked = latin1.decode(body.subarray(0, 3)) === MARK
  if (!canDecode('utf-8', body)) return isMarked ? 'not utf-8' : null
  const isAscii = body.every((byte) => byte < 0x80)
  return isMarked || isAscii ? null : 'utf-8 without its mark'
}
