import type { Ask, Inbox } from '../../adapters/adapter.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import type { InboxStore } from '../store/store.ts'
import { type Answer, bare } from './answer.ts'
import type { SourceEvents } from './events.ts'
import { fold } from './inbox-fold.ts'
import { judgeEmpty, judgeReply } from './judge.ts'

const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }

/** The answer that is stored already; null while the RESPONSE is not there. A request whose RESPONSE is there is closed. */
export async function lookIn(
  store: InboxStore,
  events: SourceEvents,
  ask: Ask,
  delivery: Inbox,
  correlationId: string,
): Promise<Answer | null> {
  const folded = fold(await store.messages(ask.adapter.id, correlationId), delivery)
  if (folded.state === 'waiting') return null
  await store.closeRequest(ask.adapter.id, correlationId)
  if (folded.state === 'unreadable') return bare(PROTOCOL)
  // Every message that names a person is compared, not only the one whose number stays.
  if (folded.state === 'empty') return judgeEmpty(ask, folded.iins, events)
  const echoes = folded.iins.filter((iin) => iin !== null)
  const records = (echoes.length > 0 ? echoes : [null]).map((iin) => ({ value: folded.value, iin, exchange: folded.exchange }))
  const judged = judgeReply(ask, records, events)
  return { ...judged, records: judged.records.slice(-1) }
}
