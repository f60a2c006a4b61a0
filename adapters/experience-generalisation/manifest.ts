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
const Manifest = z.array(Entry)

/** The beginning of a day in Kazakhstan, which has one time zone. */
function beginningOf(day: string): string {
  return new Date(`${day}T00:00:00+05:00`).toISOString()
}

/** A day that has not come yet says nothing of the age of a file. */
function toDrop({ file, rows, sha256, region, date }: Entry, today: string): Drop {
  return { scope: region, tag: sha256.toLowerCase(), asOf: date > today ? null : beginningOf(date), file, rows }
}

/** The newest entry of each region; null where two of one day announce different files. */
function newest(entries: readonly Entry[]): readonly Entry[] | null {
  const regions = new Map<string, Entry>()
  for (const entry of entries) {
    const before = regions.get(entry.region)
    if (before?.date === entry.date && before.sha256.toLowerCase() !== entry.sha256.toLowerCase()) return null
    if (!before || before.date < entry.date) regions.set(entry.region, entry)
  }
  return [...regions.values()]
}

/** The files that there are now, one of each region; a manifest of another shape is `unreadable`/`protocol`. */
export async function dropsIn(source: Source, today: string): Promise<readonly Drop[] | Verdict> {
  const { body } = await source.json({ method: 'GET', path: '/drops/manifest.json' })
  const manifest = Manifest.safeParse(body)
  const entries = manifest.success ? newest(manifest.data) : null
  return entries?.map((entry) => toDrop(entry, today)) ?? PROTOCOL
}
