import type { NewSource } from './plan.ts'
import { use } from './text.ts'
import { keyOf } from './wire.ts'

/* What the kinds have in common whose lists name a person in each row: texts of files. */

/** `people.ts` of an adapter. */
export function peopleText(source: NewSource): string {
  const iin = keyOf(source, 'iin')
  return `${use('{ echoedIin, paddedIin }', '../../schemas/wire.ts')}
${use('type { Exchange, RawRecord, Teacher }', '../adapter.ts')}

function sentIn(row: unknown): unknown {
  return (row as { ${iin}?: unknown } | null)?.${iin}
}

/** A row with the number as it was sent: lost zeros are noted where it is compared. */
export function toRecord(value: unknown, exchange: Exchange): RawRecord {
  return { value, iin: echoedIin(sentIn(value)), exchange }
}

/**
 * The person of a row, by a number whose day and check digit fit; lost leading zeros are put back for that. A row without such a number
 * can be about anybody in the country: it is kept out of all answers.
 */
export function rowKeys(row: unknown): readonly string[] {
  const number = paddedIin(sentIn(row))
  return number === null ? [] : [number]
}

/** The key under which this teacher is looked for. */
export function teacherKeys({ iin }: Teacher): readonly string[] {
  return [iin]
}

/** How many of these records name a person readably: where none of a whole list does, all of them would read as "nothing". */
export function readableIn(records: readonly RawRecord[]): number {
  return records.filter(({ value }) => rowKeys(value).length > 0).length
}
`
}

/** `people.test.ts` of an adapter. */
export function peopleTest(source: NewSource): string {
  const iin = keyOf(source, 'iin')
  return `${use('{ expect, test }', 'vitest')}
${use('{ invented, teacher }', '../../test/support/ask-rig.ts')}
${use('{ EXCHANGE }', '../../test/support/scripted-source.ts')}
${use('{ readableIn, rowKeys, teacherKeys, toRecord }', './people.ts')}

const padded = invented(1, '000115')

test.each([
  ['a number', invented(7), invented(7)],
  ['a number that lost its zeros', padded.replace(/^0+/, ''), padded],
])('finds a teacher by %s', (_, sent, iin) => {
  expect(rowKeys({ ${iin}: sent })).toEqual([iin])
  expect(teacherKeys(teacher({ iin }))).toEqual([iin])
  expect(toRecord({ ${iin}: sent }, EXCHANGE)).toEqual({ value: { ${iin}: sent }, iin: sent, exchange: EXCHANGE })
})

test.each([[{}], [{ ${iin}: null }], [{ ${iin}: '-' }], [{ ${iin}: '123456789012' }], [null]])('takes %j for nobody’s', (row) => {
  const records = [row, { ${iin}: invented(7) }].map((value) => toRecord(value, EXCHANGE))
  expect([rowKeys(row), readableIn(records)]).toEqual([[], 1])
})
`
}
