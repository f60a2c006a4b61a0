import type { NewSource } from './plan.ts'
import { use } from './text.ts'
import { keyOf } from './wire.ts'

/* What the kinds have in common whose lists name a person in each row: texts of files. */

/** `people.ts` of an adapter. */
export function peopleText(source: NewSource): string {
  const iin = keyOf(source, 'iin')
  return `${use('{ iinFault }', '../../schemas/identifiers.ts')}
${use('{ echoedIin }', '../../schemas/wire.ts')}
${use('type { Exchange, RawRecord, Teacher }', '../adapter.ts')}

/** Under this key stand the rows that do not say readably whom they are about: they may be about anybody. */
const UNREADABLE = 'unreadable'

function echoed(row: unknown): string | null {
  return echoedIin((row as { ${iin}?: unknown } | null)?.${iin})
}

/** The number of a row, its lost leading zeros put back; null: none that is valid. */
function numberOf(row: unknown): string | null {
  const padded = echoed(row)?.padStart(12, '0') ?? ''
  return iinFault(padded) === null ? padded : null
}

/** A row with the person whom it names; one without a number that is valid says nothing readable about anybody. */
export function toRecord(value: unknown, exchange: Exchange): RawRecord {
  return numberOf(value) === null ? { value, iin: null, exchange, unreadable: true } : { value, iin: echoed(value), exchange }
}

/** The people whom a row is about. */
export function rowKeys(row: unknown): readonly string[] {
  return [numberOf(row) ?? UNREADABLE]
}

/** The keys under which this teacher is looked for. */
export function teacherKeys({ iin }: Teacher): readonly string[] {
  return [iin, UNREADABLE]
}
`
}

/** `people.test.ts` of an adapter. */
export function peopleTest(source: NewSource): string {
  const iin = keyOf(source, 'iin')
  return `${use('{ expect, test }', 'vitest')}
${use('{ invented, teacher }', '../../test/support/ask-rig.ts')}
${use('{ EXCHANGE }', '../../test/support/scripted-source.ts')}
${use('{ rowKeys, teacherKeys, toRecord }', './people.ts')}

const padded = invented(1, '000115')

test.each([
  ['a number', invented(7), invented(7)],
  ['a number that lost its zeros', padded.replace(/^0+/, ''), padded],
])('finds a teacher by %s', (_, sent, iin) => {
  expect(rowKeys({ ${iin}: sent })).toEqual([iin])
  expect(teacherKeys(teacher({ iin }))).toContain(iin)
  expect(toRecord({ ${iin}: sent }, EXCHANGE)).toEqual({ value: { ${iin}: sent }, iin: sent, exchange: EXCHANGE })
})

test.each([[{}], [{ ${iin}: null }], [{ ${iin}: '-' }], [{ ${iin}: '123456789012' }], [null]])('keeps %j for everybody, and says that nobody can tell', (row) => {
  expect(teacherKeys(teacher())).toContain(rowKeys(row)[0])
  expect(toRecord(row, EXCHANGE)).toMatchObject({ iin: null, unreadable: true })
})
`
}
