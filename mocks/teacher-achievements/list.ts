import { bend, type Spots, type WireRecord } from '../bend.ts'
import { type Rows, rowsOf } from '../cast/rows.ts'
import type { World } from '../world.ts'
import { awardsOf, nobodysAward, ofOthers, withUnknown } from './records.ts'

const SPOTS: Spots = {
  subject: 'iin',
  names: [],
  drift: 'date',
  typed: 'date',
  text: 'orderNumber',
  code: 'kind',
  blanks: ['result', 'level', 'orderNumber'],
}

/** One list after the other. */
function joined(first: Rows<WireRecord>, second: Rows<WireRecord>): Rows<WireRecord> {
  const [border, length] = [first.length, first.length + second.length]
  return {
    length,
    slice: (start, end) => [
      ...first.slice(start, Math.min(end, border)),
      ...(end > border ? second.slice(Math.max(0, start - border), end - border) : []),
    ],
  }
}

/** The rows of a page under a scenario; `wrong-type` spoils the first row of the list alone. */
function bentPage(rows: readonly WireRecord[], start: number, scenario: string): readonly WireRecord[] {
  if (scenario === 'award-unknown') return withUnknown(rows, start)
  return scenario === 'wrong-type' && start > 0 ? rows : bend(scenario, rows, SPOTS, '')
}

function bent(rows: Rows<WireRecord>, scenario: string): Rows<WireRecord> {
  if (scenario === 'empty') return []
  if (scenario === 'one-record') return rows.slice(0, 1)
  if (scenario === 'duplicates') return joined(rows, rows)
  return { length: rows.length, slice: (start, end) => bentPage(rows.slice(start, end), start, scenario) }
}

/** The list of the country: everybody's rows, and one that does not say readably whose it is. */
export function createList({ crowd, today }: World) {
  const everybodys = rowsOf(crowd, (person) => awardsOf(person, today))
  const nobodys = crowd.published.slice(0, 1).map(nobodysAward)
  const own = joined(everybodys, nobodys)
  return (scenario: string): Rows<WireRecord> => bent(scenario === 'long-list' ? joined(own, ofOthers(today)) : own, scenario)
}
