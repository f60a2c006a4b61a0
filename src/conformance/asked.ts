import type { Inbox, Part, Pull, RawRecord, Snapshot, Teacher } from '../../adapters/adapter.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { type Bench, look } from './bench.ts'
import { fetchThrough, type Posted } from './posted.ts'
import type { Seen } from './witness.ts'

/** What one question came to: records (none: the source says that it has nothing), or a verdict; and all that went over the wire for it. */
export interface Asked {
  readonly records: readonly RawRecord[]
  /** Null: it answered. */
  readonly verdict: Verdict | null
  /** The person whom the answer as a whole names; null: nobody. */
  readonly subject: string | null
  readonly seen: readonly Seen[]
  /** How the messages went; null: it is no inbox. */
  readonly posted: Posted | null
}

type Answer = Pick<Asked, 'records' | 'verdict' | 'subject'>

const bare = (verdict: Verdict | null, records: readonly RawRecord[] = []): Answer => ({ records, verdict, subject: null })

async function pull({ fetch }: Pull, teacher: Teacher, bench: Bench): Promise<Asked> {
  const looked = await look(bench, bench.settings.timeoutMs, ({ source }) => fetch(teacher, source))
  const { seen } = looked
  if ('verdict' in looked) return { ...bare(looked.verdict), seen, posted: null }
  const reply = looked.result
  const answer = 'outcome' in reply ? bare(reply) : { ...bare(null, reply.records), subject: reply.subject ?? null }
  return { ...answer, seen, posted: null }
}

/** All rows of a part; a verdict at its end is that of the part. */
async function loadPart(delivery: Snapshot, part: Part, bench: Bench): Promise<Asked> {
  const looked = await look(bench, bench.waitMs, async ({ source }): Promise<Answer> => {
    const records: RawRecord[] = []
    for await (const loaded of delivery.load(part, null, source)) {
      if (typeof loaded === 'string') continue
      if ('outcome' in loaded) return bare(loaded)
      if (!('tag' in loaded)) for (const record of loaded) records.push(record)
    }
    return bare(null, records)
  })
  const answer = 'verdict' in looked ? bare(looked.verdict) : looked.result
  return { ...answer, seen: looked.seen, posted: null }
}

/** A list part by part; the first part that fails decides, and the others are looked at all the same. */
async function snapshot(delivery: Snapshot, teacher: Teacher, bench: Bench): Promise<Asked> {
  const looked = await look(bench, bench.settings.timeoutMs, ({ source }) => delivery.parts(teacher, teacher.today, source))
  const { seen } = looked
  const parts = 'verdict' in looked ? looked.verdict : looked.result
  if ('outcome' in parts) return { ...bare(parts), seen, posted: null }
  const loaded: Asked[] = []
  for (const part of parts) loaded.push(await loadPart(delivery, part, bench))
  const verdict = loaded.find((one) => one.verdict !== null)?.verdict ?? null
  const records = loaded.flatMap((one) => [...one.records])
  return { ...bare(verdict, records), seen: [...seen, ...loaded.flatMap((one) => [...one.seen])], posted: null }
}

async function inbox(delivery: Inbox, teacher: Teacher, bench: Bench): Promise<Asked> {
  const { posted, answer, seen } = await fetchThrough(delivery, teacher, bench)
  return { ...bare(answer.verdict, answer.records), subject: answer.subject, seen, posted }
}

/** Asks about a teacher in the way of the source. */
export function ask(bench: Bench, teacher: Teacher): Promise<Asked> {
  const { delivery } = bench.adapter
  if (delivery.kind === 'pull') return pull(delivery, teacher, bench)
  return delivery.kind === 'inbox' ? inbox(delivery, teacher, bench) : snapshot(delivery, teacher, bench)
}
