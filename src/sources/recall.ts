import type { Ask, AskAll, Outcome } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Clock } from '../ports.ts'
import { type Answer, bare, statusOf } from './answer.ts'
import { defect, unasked, verdictBefore } from './ask.ts'
import type { SourceEvents } from './events.ts'
import { ASYNC, type InboxDesk } from './inbox.ts'
import { newTally } from './run.ts'
import type { SourceSettings } from './settings.ts'

/** What recalling is made of. */
export interface RecallDeps {
  readonly settings: (source: SourceId) => SourceSettings | null
  readonly inbox: Pick<InboxDesk, 'recall'>
  readonly events: SourceEvents
  readonly clock: Clock
}

async function recallOne(ask: Ask, deps: RecallDeps): Promise<Outcome> {
  const { delivery, id } = ask.adapter
  const verdict = verdictBefore(ask, deps.settings(id))
  if (verdict) return unasked(ask, verdict)
  if (delivery.kind !== 'inbox') return unasked(ask, { outcome: 'not_asked', reason: 'not_needed' })
  const [beganAt, askedAt] = [deps.clock.monotonic(), new Date(deps.clock.now()).toISOString()]
  let answer: Answer
  try {
    answer = (await deps.inbox.recall(ask, delivery)) ?? bare(ASYNC)
  } catch (error) {
    answer = defect(error, id, deps.events)
  }
  const stamp = { endedAt: deps.clock.now(), durationMs: deps.clock.monotonic() - beganAt, askedAt, tally: newTally() }
  return { status: statusOf(id, answer, stamp), records: answer.records }
}

/** Answers from what the inboxes have kept, without sending anything: for taking up what came later. Never throws. */
export function createRecallAll(deps: RecallDeps): AskAll {
  return (asks) => Promise.all(asks.map((ask) => recallOne(ask, deps)))
}
