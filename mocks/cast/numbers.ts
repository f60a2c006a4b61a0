/*
 * Numbers of people who never were: the seventh digit 1 or 2 says born in the 1800s. Written apart from the gateway's own check, so
 * that one of them cannot hide a mistake of the other.
 */

const ROWS = [
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2],
] as const

function control(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11
}

/** Twelve digits from eleven, or null where no check digit exists. */
export function withCheckDigit(eleven: string): string | null {
  const first = control(eleven, ROWS[0])
  const check = first === 10 ? control(eleven, ROWS[1]) : first
  return check === 10 ? null : `${eleven}${check}`
}

/** The first number from `serial` on that has a check digit. `birthDate` is `18yy-MM-dd`. */
export function iinFor(birthDate: string, sex: 'male' | 'female', serial: number): string {
  const prefix = birthDate.slice(2).replaceAll('-', '') + (sex === 'male' ? '1' : '2')
  for (let step = serial; ; step++) {
    const iin = withCheckDigit(prefix + String(step % 10_000).padStart(4, '0'))
    if (iin) return iin
  }
}

/** An organisation registered in January 2000. */
export function binFor(serial: number): string {
  for (let step = serial; ; step++) {
    const bin = withCheckDigit(`000140${String(step % 100_000).padStart(5, '0')}`)
    if (bin) return bin
  }
}

/** The same number with another eleventh digit: its weight is eleven, so the check digit still fits. */
export function eleventhDigitTypo(iin: string): string {
  return `${iin.slice(0, 10)}${(Number(iin[10]) + 1) % 10}${iin[11]}`
}
