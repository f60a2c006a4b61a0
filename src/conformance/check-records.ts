import { z } from 'zod'
import type { RawRecord } from '../../adapters/adapter.ts'
import { WireDay } from '../../schemas/wire.ts'
import { createBaseline } from '../sources/drift.ts'
import { recordsOf } from './check-answers.ts'
import { FORMS, PROMISED } from './contract.ts'
import { type Finding, keptUnless, NOT_APPLICABLE } from './finding.ts'
import { pagesIn, twiceOn } from './paged.ts'
import type { Survey } from './survey.ts'

/* The promises about single records. What is seen is told as names of keys and counts: a value may be about a person. */

const MOST_TOLD = 10

/** How often each was seen, the most frequent first. */
function tally(names: readonly string[]): readonly string[] {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length] as const)
  return counts
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_TOLD)
    .map(([name, count]) => `${name} ×${count}`)
}

function overRecords(survey: Survey, wrongIn: (record: RawRecord) => readonly string[]): Finding {
  const records = recordsOf(survey)
  return 'state' in records ? records : keptUnless(tally(records.flatMap(wrongIn)))
}

/** `records.read`. */
export function recordsRead(survey: Survey): Finding {
  const { wire } = survey.bench.adapter
  return overRecords(survey, ({ value }) => (wire.safeParse(value).error?.issues ?? []).map(({ path }) => `/${path.join('/')}`))
}

/** `records.once`. */
export function recordsOnce(survey: Survey): Finding {
  const records = recordsOf(survey)
  if ('state' in records) return records
  // Of pages an adapter has dropped what stands twice already; a row on two pages is told by `pages.whole`.
  const pages = pagesIn(survey.known?.seen ?? []).map(({ rows }) => rows)
  const twice = twiceOn(pages.length > 0 ? pages : [records.map(({ value }) => JSON.stringify(value))])
  return keptUnless(twice === 0 ? [] : [`twice ×${twice}`])
}

/** `keys.present`: a key that is there and empty is present. */
export function keysPresent(survey: Survey): Finding {
  const { baseline } = survey.bench.adapter
  return overRecords(survey, ({ value }) => {
    const keys = createBaseline(baseline)
    keys.see(value)
    return keys.missing()
  })
}

function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path))
  const [key, ...rest] = path
  if (key === undefined) return [value]
  return typeof value === 'object' && value !== null ? valuesAt((value as Readonly<Record<string, unknown>>)[key], rest) : []
}

/** What a list of codes or a form can be about; a value of a wrong type is told by `records.read`. */
const isTold = (value: unknown) => (typeof value === 'string' && value !== '' && value !== '-') || typeof value === 'number'

/** `codes.known`. */
export function codesKnown(survey: Survey): Finding {
  const codes = Object.entries(PROMISED[survey.bench.adapter.id]?.codes ?? {})
  if (codes.length === 0) return NOT_APPLICABLE
  return overRecords(survey, ({ value }) =>
    codes.flatMap(([path, known]) =>
      valuesAt(value, path.split('.'))
        .filter((code) => isTold(code) && !known.includes(String(code)))
        .map(() => path),
    ),
  )
}

/** The keys of a record that are days: its schema reads them as such. */
function dayKeys({ bench: { adapter } }: Survey): readonly string[] {
  if (!(adapter.wire instanceof z.ZodObject)) return []
  const shape: Readonly<Record<string, unknown>> = adapter.wire.shape
  return Object.keys(shape).filter((key) => shape[key] === WireDay)
}

/** `dates.form`. */
export function datesForm(survey: Survey): Finding {
  const keys = dayKeys(survey)
  const form = FORMS[PROMISED[survey.bench.adapter.id]?.dates ?? 'day']
  if (keys.length === 0) return NOT_APPLICABLE
  return overRecords(survey, ({ value }) =>
    keys.filter((key) => valuesAt(value, [key]).some((day) => isTold(day) && !form.test(String(day)))),
  )
}
