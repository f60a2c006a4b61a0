import type { Change } from '../cassettes/entry.ts'
import type { Screen } from './terminal.ts'

const MARKS = { add: '+', remove: '-', replace: '~' } as const

function short(value: unknown, most: number): string {
  const text = JSON.stringify(value) ?? 'null'
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** One difference on a line: where, what was expected or there before, and what there is now. */
export function changeLine({ op, pointer, before, after }: Change, { paint, width }: Screen): string {
  const most = Math.max(20, Math.floor((width - pointer.length) / 2))
  const values = { add: short(after, 2 * most), remove: short(before, 2 * most), replace: `${short(before, most)} → ${short(after, most)}` }
  return paint(op === 'add' ? 'green' : op === 'remove' ? 'red' : 'yellow', `  ${MARKS[op]} ${pointer || '/'}  ${values[op]}`)
}
