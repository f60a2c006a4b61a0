import { z } from 'zod'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { iinRepairs, WireWhole } from '../../schemas/wire.ts'
import type { Exchange, Loaded, Part, RawRecord, Source } from '../adapter.ts'
import { numberOf } from './person.ts'

const FIRST_YEAR = 2023
const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }
const NOT_THERE: Verdict = { outcome: 'unavailable', reason: 'http_4xx' }
const [NOT_MODIFIED, NOT_FOUND] = [304, 404]
/** A tag as the protocol knows it, strong or weak. Only such a one is sent back. */
const ETAG = /^(?:W\/)?"[\x21\x23-\x7e]{0,200}"$/
const List = z.object({ year: WireWhole, rows: z.array(z.unknown()) })

/** The list of a year. */
export interface Year extends Part {
  readonly isCurrent: boolean
}

/** The years from the first list to that of `today`. */
export function yearsUntil(today: string): readonly Year[] {
  const current = Number(today.slice(0, 4))
  const years = Array.from({ length: Math.max(current - FIRST_YEAR + 1, 0) }, (_, place) => FIRST_YEAR + place)
  return years.map((year) => ({ scope: String(year), tag: null, asOf: null, isCurrent: year === current }))
}

function isRow(sent: unknown): sent is Readonly<Record<string, unknown>> {
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent)
}

/** A row with the year of its list. One without a number is nobody's for certain; what is no row at all spoils none of its neighbours. */
function recordOf(sent: unknown, year: number, exchange: Exchange): RawRecord {
  const [value, iin] = [isRow(sent) ? { ...sent, year } : sent, numberOf(sent)]
  if (!isRow(sent) || iin === null) return { value, iin: null, exchange, unreadable: true }
  const repairs = iinRepairs(sent.iin)
  return repairs.length === 0 ? { value, iin, exchange } : { value, iin, exchange, repairs }
}

/** What keeps the list of a year: its tag, or where it has none, its hash. */
function tagOf(etag: string | null | undefined, { payloadHash }: Exchange): string {
  return etag && ETAG.test(etag) ? etag : `sha256:${payloadHash}`
}

/** What an answer without a list says. The list of the year that is not over is published at its end; one that was there is missed. */
function absent(status: number, kept: string | null, { isCurrent }: Year): Loaded {
  // "Not modified" is no answer where nothing was kept.
  if (status === NOT_MODIFIED) return kept === null ? PROTOCOL : 'unchanged'
  return isCurrent && kept === null ? [] : NOT_THERE
}

/** The list of a year, asked for only if it has changed. */
export async function* loadYear(part: Year, kept: string | null, source: Source): AsyncGenerator<Loaded> {
  const known = kept !== null && ETAG.test(kept) ? kept : null
  const { body, status, exchange, tag } = await source.json({
    method: 'GET',
    path: `/reserve/1000-leaders/${part.scope}.json`,
    ...(known !== null && { headers: { 'if-none-match': known } }),
    bodiless: [NOT_MODIFIED, NOT_FOUND],
  })
  if (status === NOT_MODIFIED || status === NOT_FOUND) return yield absent(status, status === NOT_FOUND ? kept : known, part)
  const now = tagOf(tag, exchange)
  if (now === kept && known === null) return yield 'unchanged'
  const list = List.safeParse(body)
  if (!list.success || list.data.year !== Number(part.scope)) return yield PROTOCOL
  yield list.data.rows.map((row) => recordOf(row, Number(part.scope), exchange))
  yield { tag: now }
}
