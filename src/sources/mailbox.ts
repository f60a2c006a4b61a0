import type { SourceId } from '../../schemas/section.ts'
import type { Clock } from '../ports.ts'
import type { InboxStore } from '../store/store.ts'
import type { Bus, TakenMessage } from './bus.ts'
import { pause } from './deadline.ts'
import type { SourceEvents } from './events.ts'
import { failureOf, isHeldBack } from './fault.ts'
import { toStored } from './inbox-fold.ts'

/** The queue of one sender: whoever polls takes whatever is there, for everybody. */
export interface Mailbox {
  /** Takes what waits, keeps it, and only then acknowledges it. The number of messages taken; throws `SourceFailure`. */
  poll(): Promise<number>
}

/** What a mailbox is made of. */
export interface MailboxDeps {
  readonly source: SourceId
  readonly serviceId: string
  readonly bus: Bus
  readonly store: InboxStore
  /** The shortest time between two polls, milliseconds. */
  readonly pollMs: number
  readonly clock: Clock
  readonly events: SourceEvents
  /** False on Workers: a poll is then never joined by another request, and uses one connection at a time. */
  readonly shared: boolean
}

/** What one poll may ask for (contract page, B). */
export const LARGEST_AMOUNT = 20
const NEVER = new AbortController().signal

/** A message that could not be acknowledged comes again, and is known then. */
async function acknowledge({ message }: TakenMessage, deps: MailboxDeps): Promise<void> {
  try {
    await deps.bus.acknowledge(message.messageId, deps.serviceId)
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    deps.events.happened(deps.source, 'poll_failed', { reason: failure.verdict.reason })
    return
  }
  await deps.store.acknowledged(deps.source, message.messageId)
}

/** One mailbox per source: polls are joined, and never closer together than `pollMs`. */
export function createMailbox(deps: MailboxDeps): Mailbox {
  const { source, store, events } = deps
  let current: Promise<number> | null = null
  let nextAt = 0
  let amount = LARGEST_AMOUNT

  /** A batch that cannot be read as a whole is taken message by message, so that one does not hold up the others. */
  async function take(): Promise<readonly TakenMessage[]> {
    try {
      const taken = await deps.bus.take(deps.serviceId, amount)
      amount = Math.min(amount * 2, LARGEST_AMOUNT)
      return taken
    } catch (error) {
      if (failureOf(error)?.verdict.outcome === 'unreadable') amount = 1
      throw error
    }
  }

  async function keep(taken: TakenMessage): Promise<void> {
    if (!taken.readable) events.happened(source, 'message_quarantined', { exchangeId: taken.exchange.id })
    await store.keep(source, toStored(taken))
  }

  async function pollNow(): Promise<number> {
    await pause(nextAt - deps.clock.monotonic(), NEVER)
    nextAt = deps.clock.monotonic() + deps.pollMs
    try {
      const taken = await take()
      for (const message of taken) await keep(message)
      if (deps.shared) await Promise.all(taken.map((message) => acknowledge(message, deps)))
      else for (const message of taken) await acknowledge(message, deps)
      return taken.length
    } catch (error) {
      const reason = failureOf(error)?.verdict.reason
      if (!isHeldBack(reason)) events.happened(source, 'poll_failed', { reason })
      throw error
    }
  }

  return {
    poll() {
      if (!deps.shared) return pollNow()
      current ??= pollNow().finally(() => {
        current = null
      })
      return current
    },
  }
}
