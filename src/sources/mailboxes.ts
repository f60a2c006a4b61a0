import type { Access, Adapter } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Clock, Metrics } from '../ports.ts'
import type { InboxStore } from '../store/store.ts'
import type { Bus } from './bus.ts'
import { createDeadlines } from './deadline.ts'
import type { SourceEvents } from './events.ts'
import type { Run } from './failure.ts'
import type { Lanes } from './lane.ts'
import { createMailbox, type Mailbox } from './mailbox.ts'
import { createRun, newTally } from './run.ts'
import type { SourceSettings } from './settings.ts'

/** The mailboxes of a process (Node) or of a request (Workers). */
export interface Mailboxes {
  of(adapter: Adapter, settings: SourceSettings): Mailbox
}

/** What the mailboxes are made of. */
export interface MailboxesDeps {
  readonly store: InboxStore
  readonly lanes: Lanes
  readonly bindBus: (settings: SourceSettings, access: Access, run: Run) => Bus
  readonly clock: Clock
  /** From 0 up to 1. */
  readonly random: () => number
  readonly metrics: Metrics
  readonly events: SourceEvents
  /** False on Workers, where no promise may be shared between requests. */
  readonly shared: boolean
}

/** Every call of a poll has the source's whole limit: a poll belongs to nobody's budget. */
function pollRun(settings: SourceSettings, deps: MailboxesDeps): Run {
  const { clock, random, metrics } = deps
  return async (attempt) => {
    const lane = deps.lanes.of(settings.id)
    const deadlines = createDeadlines(clock)
    const rest = { source: settings.id, lane, gate: null, priority: 'interactive' as const, clock, random, metrics, tally: newTally() }
    try {
      return await createRun({ ...rest, deadline: deadlines.at(settings.timeoutMs) })(attempt)
    } finally {
      deadlines.clear()
    }
  }
}

/** One mailbox per source, made when first needed. */
export function createMailboxes(deps: MailboxesDeps): Mailboxes {
  const { store, clock, events, shared } = deps
  const mailboxes = new Map<SourceId, Mailbox>()
  return {
    of(adapter, settings) {
      const known = mailboxes.get(adapter.id)
      if (known) return known
      const bus = deps.bindBus(settings, adapter.access, pollRun(settings, deps))
      const { pollMs } = settings
      const mailbox = createMailbox({ source: adapter.id, serviceId: adapter.service, bus, store, pollMs, clock, events, shared })
      mailboxes.set(adapter.id, mailbox)
      return mailbox
    },
  }
}
