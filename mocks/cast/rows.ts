import type { Crowd } from './crowd.ts'
import type { Person } from './person.ts'

/** A long list of which only what is read is made. */
export interface Rows<Row> {
  readonly length: number
  slice(start: number, end: number): readonly Row[]
}

/** One mark for so many people: from the nearest one on the rows are counted. */
const STRIDE = 1000

/**
 * The rows of everybody, one person after the other. How many there are is a matter of the archetype alone, so nobody is drawn to be
 * counted; counting happens once, when the list is first read, and leaves one number for a thousand people.
 */
export function rowsOf<Row>(crowd: Crowd, recordsOf: (person: Person) => readonly Row[]): Rows<Row> {
  const counts = new Map(crowd.published.map((person) => [person.archetype, recordsOf(person).length]))
  const countAt = (index: number) => counts.get(crowd.sketchAt(index).archetype) ?? 0
  let counted: { readonly marks: readonly number[]; readonly total: number } | undefined

  function count() {
    const marks: number[] = []
    let total = 0
    for (let index = 0; index < crowd.size; index++) {
      if (index % STRIDE === 0) marks.push(total)
      total += countAt(index)
    }
    return { marks, total }
  }
  const tally = () => {
    counted ??= count()
    return counted
  }

  return {
    get length() {
      return tally().total
    },
    slice(start, end) {
      const mark = Math.max(
        0,
        tally().marks.findLastIndex((before) => before <= start),
      )
      let before = tally().marks[mark] ?? 0
      const rows: Row[] = []
      for (let index = mark * STRIDE; index < crowd.size && before < end; index++) {
        const own = countAt(index)
        if (before + own > start) rows.push(...recordsOf(crowd.at(index)).slice(Math.max(0, start - before), end - before))
        before += own
      }
      return rows
    },
  }
}
