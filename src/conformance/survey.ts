import { type Asked, ask } from './asked.ts'
import type { Bench } from './bench.ts'
import { askPaged, pagesIn } from './paged.ts'
import { type Provoked, provoke, questionIn, type Resent, resend } from './provoked.ts'
import type { Seen } from './witness.ts'

/** Everything that was seen of one server. */
export interface Survey {
  readonly bench: Bench
  /** About the known person; of a list of everybody, where nobody was named, the list. Null: there was nobody to ask about. */
  readonly known: Asked | null
  readonly again: Asked | null
  readonly nobody: Asked
  /** In short pages; null: nothing to cut. */
  readonly paged: Asked | null
  readonly isPaged: boolean
  readonly provoked: Provoked
  /** The first list asked for once more under its tag; null: no answer had one. */
  readonly unchanged: Resent | null
}

async function underTag(bench: Bench, seen: readonly Seen[]): Promise<Resent | null> {
  const tagged = seen.find(({ method, headers }) => method === 'GET' && headers.has('etag'))
  if (!tagged) return null
  const sent = new Headers(tagged.sent)
  sent.set('if-none-match', tagged.headers.get('etag') ?? '')
  return resend(bench, tagged, { sent })
}

/** A list that is the same whoever is asked about. */
function isOfAll({ adapter, nobody }: Bench): boolean {
  return adapter.delivery.kind === 'snapshot' && adapter.delivery.only(nobody) === null
}

/** Looks at a server: right questions, wrong ones, and the same ones again. One after the other, so that no limit of it is in the way. */
export async function survey(bench: Bench): Promise<Survey> {
  const { nobody: stranger } = bench
  const teacher = bench.known ?? (isOfAll(bench) ? stranger : null)
  const known = teacher && (await ask(bench, teacher))
  const again = known?.verdict === null && teacher ? await ask(bench, teacher) : null
  const nobody = isOfAll(bench) && known ? known : await ask(bench, stranger)
  const paged = known && (await askPaged(bench, known))
  const provoked = await provoke(bench, questionIn(bench, nobody.seen))
  const unchanged = await underTag(bench, known?.seen ?? nobody.seen)
  return { bench, known, again, nobody, paged, isPaged: pagesIn([...(known?.seen ?? []), ...nobody.seen]).length > 0, provoked, unchanged }
}
