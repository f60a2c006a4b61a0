import type { Adapter, Ask, Inbox } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { type Answer, type Asking, bare, failed } from './answer.ts'
import { pause, within } from './deadline.ts'
import type { SourceFailure } from './failure.ts'
import { failureOf, isHeldBack } from './fault.ts'
import { lookIn } from './inbox-look.ts'
import { createMailboxes, type Mailboxes, type MailboxesDeps } from './mailboxes.ts'
import { createRecency } from './recency.ts'
import type { SourceSettings } from './settings.ts'

/** Sources that answer later: one REQUEST, and messages that come at least once, in any order (contract page, B). */
export interface InboxDesk {
  /** Sends where no request is open, waits until 85 % of the budget, else `deferred`/`async`. Throws only errors of our own. */
  answer(asking: Asking, delivery: Inbox): Promise<Answer>
  /** What is stored for the newest request of this portfolio, without sending; null: nothing was ever requested. */
  recall(ask: Ask, delivery: Inbox): Promise<Answer | null>
  /** One poll for everybody; the number of messages taken. Throws `SourceFailure`. 0 where the source is not configured. */
  poll(adapter: Adapter): Promise<number>
  /** Whether a collection of this portfolio may still be on its way to the store in this process. */
  isBusy(portfolioId: string): boolean
}

/** What the desk is made of. */
export interface InboxDeskDeps extends MailboxesDeps {
  readonly settings: (source: SourceId) => SourceSettings | null
  /** A UUID: our `messageId` and the `correlationId` of the answer. */
  readonly newId: () => string
}

/** Waiting ended without the RESPONSE. */
export const ASYNC: Verdict = { outcome: 'deferred', reason: 'async' }
/** From the end of an ask until its version is surely stored, milliseconds. */
const BUSY_MS = 3000
/** Rounds of two askers who open and drop a request of the same portfolio in turn. */
const OPEN_ROUNDS = 3

/** What leaves it open whether the bus has taken the message: its answer may still come, and must be known then (fault U47). */
function maybeTaken({ verdict }: SourceFailure): boolean {
  return verdict.outcome === 'unreadable' || ['timeout', 'connect', 'http_5xx', 'html'].includes(verdict.reason ?? '')
}

/** Opens a request in the store and then sends it; what was surely not sent is taken back, what may have been stays known. Null: another asker opened one. */
async function request(asking: Asking, delivery: Inbox, deps: InboxDeskDeps): Promise<{ readonly correlationId: string } | Answer | null> {
  const { ask } = asking
  const { store } = deps
  const newest = await store.request(ask.adapter.id, ask.portfolioId)
  if (newest?.open) return newest
  const correlationId = deps.newId()
  if (!(await store.openRequest(ask.adapter.id, ask.portfolioId, correlationId))) return null
  try {
    const bus = deps.bindBus(asking.settings, ask.adapter.access, asking.run)
    await within(asking.deadline, bus.send(delivery.send(ask.teacher), correlationId))
  } catch (error) {
    const failure = failureOf(error)
    await (failure && maybeTaken(failure) ? store.closeRequest : store.dropRequest)(ask.adapter.id, correlationId)
    if (!failure) throw error
    return failed(failure)
  }
  return { correlationId }
}

/** The pause before the next poll, milliseconds: doubling, the last one so that a poll still fits; null: no time is left. */
function nextPause(interval: number, leftMs: number, pollMs: number): number | null {
  const pauseMs = interval < leftMs ? interval : Math.max(pollMs, leftMs - pollMs)
  return pauseMs < leftMs ? pauseMs : null
}

/** Polls and looks until the RESPONSE is there or 85 % of the budget are over. */
async function wait(asking: Asking, delivery: Inbox, correlationId: string, mailboxes: Mailboxes, deps: InboxDeskDeps): Promise<Answer> {
  const { ask, settings, whole } = asking
  const mailbox = mailboxes.of(ask.adapter, settings)
  for (let interval = settings.pollMs; ; interval *= 2) {
    const stored = await lookIn(deps.store, deps.events, ask, delivery, correlationId)
    if (stored) return stored
    const pauseMs = nextPause(interval, whole.endsAt - deps.clock.monotonic(), settings.pollMs)
    if (pauseMs === null || !(await pause(pauseMs, whole.signal))) break
    try {
      await within(whole, mailbox.poll())
    } catch (error) {
      const failure = failureOf(error)
      if (!failure) throw error
      // The message may still come, but nobody of ours can fetch it now.
      if (isHeldBack(failure.verdict.reason)) break
    }
  }
  return (await lookIn(deps.store, deps.events, ask, delivery, correlationId)) ?? bare(ASYNC)
}

/** The desk of all inbox sources of a process (Node) or of a request (Workers). */
export function createInboxDesk(deps: InboxDeskDeps): InboxDesk {
  const mailboxes = createMailboxes(deps)
  const recency = createRecency(deps.clock.monotonic, BUSY_MS)

  async function answer(asking: Asking, delivery: Inbox): Promise<Answer> {
    for (let round = 0; round < OPEN_ROUNDS; round++) {
      const opened = await request(asking, delivery, deps)
      if (opened) return 'verdict' in opened ? opened : wait(asking, delivery, opened.correlationId, mailboxes, deps)
    }
    return bare(ASYNC)
  }
  return {
    async answer(asking, delivery) {
      const { portfolioId } = asking.ask
      recency.begin(portfolioId)
      try {
        return await answer(asking, delivery)
      } finally {
        recency.end(portfolioId)
      }
    },
    async recall(ask, delivery) {
      const newest = await deps.store.request(ask.adapter.id, ask.portfolioId)
      return newest && ((await lookIn(deps.store, deps.events, ask, delivery, newest.correlationId)) ?? bare(ASYNC))
    },
    async poll(adapter) {
      const settings = deps.settings(adapter.id)
      return settings?.url ? mailboxes.of(adapter, settings).poll() : 0
    },
    isBusy: recency.isRecent,
  }
}
