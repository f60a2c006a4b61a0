import { unreadable } from './body.ts'

const strict = new TextDecoder('utf-8', { fatal: true })
const latin1 = new TextDecoder('latin1')
const DECLARED = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/
const CHARSET = /\bcharset\s*=\s*"?([A-Za-z0-9._-]+)/i
const WINDOWS_1251 = /^(?:windows-1251|cp1251|x-cp1251)$/i

/** Whether the document or the headers name windows-1251; either may be wrong about UTF-8, which is tried before. */
function isDeclared1251(bytes: Uint8Array, contentType: string | null): boolean {
  const names = [DECLARED.exec(latin1.decode(bytes.subarray(0, 200)))?.[1], CHARSET.exec(contentType ?? '')?.[1]]
  return names.some((name) => name !== undefined && WINDOWS_1251.test(name))
}

/** Whether nothing is wrong with UTF-8 but that it ends in the middle of a letter: the answer was cut, it is in no other encoding. */
function isCut(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }) !== ''
  } catch {
    return false
  }
}

/**
 * Text by its bytes: strict UTF-8 first whatever is declared, else windows-1251 where that is declared (quirk Q06).
 * A byte order mark is dropped. UTF-8 cut in the middle of a letter is `unreadable`/`protocol`, anything else `unreadable`/`encoding`.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  try {
    return strict.decode(bytes)
  } catch {
    if (isDeclared1251(bytes, contentType)) return new TextDecoder('windows-1251').decode(bytes)
    if (isCut(bytes)) throw unreadable('protocol', 'cut in the middle of a letter')
    throw unreadable('encoding', 'not UTF-8 and nothing else declared')
  }
}
