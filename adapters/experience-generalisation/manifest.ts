import { z } from 'zod'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { dayIn } from '../../schemas/wire.ts'
import type { Part, Source } from '../adapter.ts'

/** The file of a region, as the manifest announces it: scope is the region, tag the hash of the file. */
export interface Drop extends Part {
  readonly tag: string
  readonly file: string
  /** How many rows the file has, its header left out. */
  readonly rows: number
}

const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }
/** A plain name: no folder, no way up, no other host. */
const FILE = /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/
const Entry = z.object({
  file: z.string().regex(FILE),
  rows: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/i),
  region: z.string().regex(/^\d{2}$/),
  date: z.string().transform(dayIn).pipe(z.string()),
})
type Entry = z.infer<typeof Entry>
/** Of an entry that cannot be read, the region whose file it may announce. */
const Regional = z.object({ region: z.string() })

/** The beginning of a day in Kazakhstan, which has one time zone. */
function beginningOf(day: string): string {
  return new Date(`${day}T00:00:00+05:00`).toISOString()
}

/** A day that has not come yet says nothing of the age of a file. */
function toDrop({ file, rows, sha256, region, date }: Entry, today: string): Drop {
  return { scope: region, tag: sha256.toLowerCase(), asOf: date > today ? null : beginningOf(date), file, rows }
}

/** The newest entry of a region; null where two of one day announce different files. */
function newest(entries: readonly Entry[]): Entry | null {
  const [first, ...others] = entries.toSorted((one, other) => (one.date < other.date ? 1 : -1))
  const rivals = others.filter(({ date, sha256 }) => date === first?.date && sha256.toLowerCase() !== first.sha256.toLowerCase())
  return first && rivals.length === 0 ? first : null
}

/**
 * The entries that count, one of each region. One that cannot be read is left out, and with it all others of its region: nobody can say
 * which of them is the newest. To the teachers of that region nothing is delivered; the other regions go on.
 */
function readable(sent: readonly unknown[]): readonly Entry[] {
  const entries = sent.map((one) => Entry.safeParse(one).data)
  const spoilt = new Set(sent.filter((_, place) => !entries[place]).map((one) => Regional.safeParse(one).data?.region))
  const trusted = entries.flatMap((entry) => (entry && !spoilt.has(entry.region) ? [entry] : []))
  const regions = Map.groupBy(trusted, ({ region }) => region)
  return [...regions.values()].flatMap((own) => newest(own) ?? [])
}

/** The files that there are now, one of each region; a manifest of another shape, or of no readable entry, is `unreadable`/`protocol`. */
export async function dropsIn(source: Source, today: string): Promise<readonly Drop[] | Verdict> {
  const { body } = await source.json({ method: 'GET', path: '/drops/manifest.json' })
  if (!Array.isArray(body)) return PROTOCOL
  const entries = readable(body)
  return body.length > 0 && entries.length === 0 ? PROTOCOL : entries.map((entry) => toDrop(entry, today))
}
