import { diplomas } from '../../adapters/diplomas/index.ts'
import type { Shapes } from '../../src/sources/shapes.ts'

/** A diploma as it always comes. */
export const USUAL = {
  number: '1',
  level: { code: '06' },
  institution: { nameRu: 'Университет' },
  issueDate: '2012-06-30',
  registrationNumber: '145',
  status: { code: '1' },
}

/** One answer of the diplomas; the keys for which it cannot be used. */
export function told(shapes: Shapes, change: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const watch = shapes.begin(diplomas, () => {})
  watch.see({ ...USUAL, ...change })
  return watch.end()
}

/** The diplomas have come in one shape long enough to know it. */
export function settled(shapes: Shapes): void {
  for (let answer = 0; answer < 60; answer++) told(shapes)
}
