import type { RecordedExchange } from './cassette.ts'
import { leavesOf } from './leaves.ts'
import type { Redactor } from './redactor.ts'

/** How many values were taken out, by what they looked like. Never the values. */
export interface RedactionPreview {
  readonly numbers: number
  readonly days: number
  readonly texts: number
}

function valuesOf({ request, answer }: RecordedExchange): readonly string[] {
  const asked = request.body === null ? [] : leavesOf(request.body, request.headers['content-type'] ?? '')
  const told = 'fault' in answer || answer.body === null ? [] : leavesOf(answer.body, answer.headers['content-type'] ?? '')
  return [...asked, ...told].map(([, value]) => value)
}

function kindOf(value: string): keyof RedactionPreview {
  if (/^\D?\d{4}-\d{2}-\d{2}/.test(value)) return 'days'
  return /\d/.test(value) && !/\p{L}{3}/u.test(value) ? 'numbers' : 'texts'
}

/** What a redactor makes of exchanges, counted. */
export function redactionPreview(exchanges: readonly RecordedExchange[], redactor: Redactor): RedactionPreview {
  const preview = { numbers: 0, days: 0, texts: 0 }
  for (const raw of exchanges) {
    const after = valuesOf(redactor.exchange(raw))
    for (const [place, value] of valuesOf(raw).entries()) if (after[place] !== value) preview[kindOf(value)]++
  }
  return preview
}
