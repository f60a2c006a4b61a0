import { Buffer } from 'node:buffer'
import { gunzipSync, gzipSync } from 'node:zlib'
import { wireText } from '../../schemas/wire.ts'
import { birthDate } from './birth-date.ts'
import { throughGarbling } from './garbled.ts'
import type { Keyed } from './keyed.ts'
import type { Kind } from './kinds.ts'
import type { KnownNames } from './known-names.ts'
import { decoded } from './pairs-text.ts'
import { fullName, patronymic, personName } from './person-name.ts'
import { numbersIn, personNumber } from './person-number.ts'
import { pseudoFile } from './pseudo-file.ts'
import { documentNumber, scrambled } from './shape.ts'

/** What stands in place of every credential, in questions and in answers, so that a replayed login still works. */
export const CREDENTIAL = 'redacted'

/** How base64 of a gzip stream begins (src/sources/shep-data.ts). */
const PACKED = /^\s*H4sI[A-Za-z0-9+/=\s]+$/
const HASH = /^[0-9a-f]{64}$/i
const ESCAPED = /(?:%[0-9a-f]{2})+/gi
/** By this word a session that is over is known (src/sources/error-object.ts). */
const SESSION_OVER = 'authorizationFailed'
/** Larger than any answer: what packs more is no answer. */
const LARGEST = 64 * 1024 * 1024

/** An address of e-mail, or a telephone number of the country: a name that was given up would stand in the one, the other is one. */
const CONTACT =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+|(?:\+7[\s(-]*|(?<!\d)8[\s(-]+)7\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/gu

/** A text that says nothing about anybody but may name somebody. */
function plain(text: string, keyed: Keyed, names: KnownNames): string {
  if (HASH.test(text)) return text
  const calm = text.replace(CONTACT, (contact) => scrambled(contact, keyed))
  return numbersIn(calm, keyed, (between) => names.without(withoutEscaped(between, names)))
}

/** Known names that an address spells with percent signs. */
function withoutEscaped(text: string, names: KnownNames): string {
  return text.replace(ESCAPED, (written) => {
    const read = decoded(written)
    const other = names.without(read)
    return other === read ? written : encodeURIComponent(other)
  })
}

/** Free text: of it only the shape stays, with the pseudonyms of person numbers. Blanks round it are no part of it. */
function free(text: string, keyed: Keyed): string {
  const clean = text.normalize('NFC').trim()
  return text.normalize('NFC').replace(clean, () => numbersIn(clean, keyed, (between) => scrambled(between, keyed)))
}

const CHANGES: Readonly<Record<Kind, (text: string, keyed: Keyed, names: KnownNames) => string>> = {
  name: personName,
  patronymic,
  full_name: fullName,
  birth_date: birthDate,
  number: personNumber,
  document: documentNumber,
  text: free,
  file: pseudoFile,
  plain,
  credential: () => CREDENTIAL,
  unknown: free,
}

/** A value of this kind without persons. What says that there is nothing stays as it is. */
export function redactedLeaf(kind: Kind, text: string, keyed: Keyed, names: KnownNames): string {
  if (text === SESSION_OVER || (kind !== 'number' && /^[\s\p{P}]*$/u.test(text)) || isNothing(text)) return text
  if (kind === 'file' || kind === 'credential') return CHANGES[kind](text, keyed, names)
  return throughGarbling(text, (meant) => CHANGES[kind](meant, keyed, names))
}

function isNothing(text: string): boolean {
  return text.length < 20 && wireText(text) === null
}

/** Text that was packed and written as base64, changed inside (quirk Q34); null: it was not. */
export function insidePacked(text: string, change: (inner: string) => string): string | null {
  if (!PACKED.test(text)) return null
  try {
    const inner = gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST }).toString('utf8')
    return gzipSync(change(inner)).toString('base64')
  } catch {
    return null
  }
}
