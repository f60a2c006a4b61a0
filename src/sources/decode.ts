import { unreadable } from './body.ts'

const strict = new TextDecoder('utf-8', { fatal: true })
const latin1 = new TextDecoder('latin1')
const DECLARED = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/
const CHARSET = /\bcharset\s*=\s*"?([A-Za-z0-9._-]+)/i
const WINDOWS_1251 = /^(?:windows-1251|cp1251|x-cp1251)$/i

/** The encoding that the document or the headers name, in that order. */
function declared(bytes: Uint8Array, contentType: string | null): string {
  return DECLARED.exec(latin1.decode(bytes.subarray(0, 200)))?.[1] ?? CHARSET.exec(contentType ?? '')?.[1] ?? ''
}

/**
 * Text by its bytes: strict UTF-8 first whatever is declared, else windows-1251 where that is declared (quirk Q06).
 * A byte order mark is dropped. Anything else is `unreadable`/`encoding`.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  try {
    return strict.decode(bytes)
  } catch {
    if (WINDOWS_1251.test(declared(bytes, contentType))) return new TextDecoder('windows-1251').decode(bytes)
    throw unreadable('encoding', 'not UTF-8 and nothing else declared')
  }
}
