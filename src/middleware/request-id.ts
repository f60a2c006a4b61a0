import { iinFault, letters } from '../../schemas/identifiers.ts'

const SAFE = /^[A-Za-z0-9._~:+/=@-]{1,128}$/
const TWELVE_DIGITS = /(?<!\d)\d{12}(?!\d)/g

function holdsPersonNumber(text: string): boolean {
  return [...text.matchAll(TWELVE_DIGITS)].some(([digits]) => iinFault(digits) === null)
}

/** The id of a request: the caller's own where it is 1–128 safe characters and holds no person number, else one of ours. */
export function requestIdOf(given: string | undefined, randomHex: (bytes: number) => string): string {
  if (given !== undefined && SAFE.test(given) && !holdsPersonNumber(given)) return given
  return letters(randomHex(16))
}
