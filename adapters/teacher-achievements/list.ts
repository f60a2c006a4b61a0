import { z } from 'zod'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { echoedIin, paddedIin } from '../../schemas/wire.ts'
import type { Loaded, Paging, RawRecord, Source } from '../adapter.ts'

/** Rows of a page; some servers refuse large ones with 500 (quirk Q25). */
const PAGE_SIZES = [500, 100] as const
/** The country has some ten thousand rows; at the smaller size this still reads 300 000. */
const MOST_PAGES = 3000
const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }
const DRIFT: Verdict = { outcome: 'unreadable', reason: 'drift' }

type Row = Readonly<Record<string, unknown>>
const Row = z.record(z.string(), z.unknown())
const Page = z.object({ content: z.array(z.unknown()), totalElements: z.number().int().nonnegative() })
/** The dictionary as a bare list, or as a page that holds all of it. */
const Dictionary = z.union([
  z.array(z.unknown()),
  z
    .object({ content: z.array(z.unknown()), totalElements: z.number().optional() })
    .refine(({ content, totalElements = 0 }) => totalElements <= content.length)
    .transform(({ content }) => content),
])

const LIST: Paging = {
  sizes: PAGE_SIZES,
  most: MOST_PAGES,
  call: ({ page, size }) => ({ method: 'GET', path: '/org-data/TUTOR_AWARDS/find-all-pageable', query: { page, size } }),
  read(body) {
    const page = Page.safeParse(body)
    return page.success ? { rows: page.data.content, total: page.data.totalElements } : null
  },
}

/** An id as text, whether it was sent as text or as a number; null: none. */
function idOf(sent: unknown): string | null {
  return typeof sent === 'string' || typeof sent === 'number' ? String(sent).trim() : null
}

/** The entries of the dictionary by id; null: it is none. */
async function dictionary(source: Source): Promise<ReadonlyMap<string, Row> | null> {
  const { body } = await source.json({ method: 'GET', path: '/common-dictionary/AWARDS/find-all' })
  const list = Dictionary.safeParse(body)
  if (!list.success) return null
  const entries = list.data.flatMap((sent) => {
    const entry = Row.safeParse(sent).data
    const id = idOf(entry?.id)
    return entry && id ? [[id, entry] as const] : []
  })
  return new Map(entries)
}

/** A row with its entry of the dictionary; where there is none, `award` is nowhere, so that a dictionary of other ids is seen as drift. */
function joined(sent: unknown, awards: ReadonlyMap<string, Row>): unknown {
  const row = Row.safeParse(sent).data
  const award = awards.get(idOf(row?.awardId) ?? '')
  return row && award ? { ...row, award } : sent
}

/**
 * The person of a row, by a number whose day and check digit fit; lost leading zeros are put back for that (quirk Q14). A row without such
 * a number can be about anybody in the country: it is kept out of all answers.
 */
export function awardKeys(row: unknown): readonly string[] {
  const number = paddedIin((row as Row | null)?.iin)
  return number === null ? [] : [number]
}

/** The list of the country page by page, joined with the dictionary; a verdict where most rows name nobody readably. */
export async function* loadAwards(source: Source): AsyncGenerator<Loaded> {
  const awards = await dictionary(source)
  if (!awards) {
    yield PROTOCOL
    return
  }
  let [sent, readable] = [0, 0]
  for await (const { rows, exchange } of source.pages(LIST)) {
    const records = rows.map((row): RawRecord => ({ value: joined(row, awards), iin: echoedIin((row as Row | null)?.iin), exchange }))
    sent += records.length
    readable += records.filter(({ value }) => awardKeys(value).length > 0).length
    yield records
  }
  // A row without a readable number is nobody's, and single ones always occur. Where most are such, it is the list that has changed (its
  // numbers masked or moved), and it would read as "nothing" about people who are in it.
  if (readable < sent - readable) yield DRIFT
}
