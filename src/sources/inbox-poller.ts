import type { Adapter } from '../../adapters/adapter.ts'
import type { Log } from '../ports.ts'
import type { InboxStore } from '../store/store.ts'
import { failureOf } from './fault.ts'
import type { InboxDesk } from './inbox.ts'
import { LARGEST_AMOUNT } from './mailbox.ts'

/** What a round is made of. */
export interface InboxTickDeps {
  readonly adapters: readonly Adapter[]
  readonly desk: Pick<InboxDesk, 'poll' | 'isBusy'>
  readonly store: Pick<InboxStore, 'unapplied' | 'applied'>
  /** Makes a new version of the portfolio from what is stored; may be called twice for the same message. */
  readonly takeUp: (portfolioId: string) => Promise<boolean>
  readonly log: Log
}

/** The background side of the inboxes. */
export interface InboxPoller {
  /** One round; the number of portfolios taken up. Rounds never overlap: a second caller gets the one under way. Never throws. */
  tick(): Promise<number>
  /** No further round begins; resolves when the one under way has ended. */
  stop(): Promise<void>
}

const EVERY_MS = 5000
const PORTFOLIOS_PER_ROUND = 200
const POLLS_PER_ROUND = 10

/** Empties the queue as far as one round may. */
async function drain(adapter: Adapter, deps: InboxTickDeps): Promise<void> {
  for (let polls = 0; polls < POLLS_PER_ROUND; polls++) {
    if ((await deps.desk.poll(adapter)) < LARGEST_AMOUNT) return
  }
}

/**
 * One round for every inbox source: polls, and takes up what came. While a collection of the portfolio may still be storing, its
 * messages stay unapplied and are taken up once more afterwards, so that its version cannot bury them. Used by the timer and by cron.
 */
export function createInboxTick(deps: InboxTickDeps): () => Promise<number> {
  const sources = deps.adapters.filter((adapter) => adapter.delivery.kind === 'inbox')
  /** Messages taken up while their portfolio was busy, by portfolio. */
  const provisional = new Map<string, string>()

  async function takeUp(source: Adapter, portfolioId: string, messageIds: readonly string[]): Promise<boolean> {
    const [busy, ids] = [deps.desk.isBusy(portfolioId), messageIds.join(' ')]
    if (busy && provisional.get(portfolioId) === ids) return false
    try {
      // Without a version there is nothing to lay it on yet: it stays for a later round.
      if (!(await deps.takeUp(portfolioId))) return false
      if (busy) provisional.set(portfolioId, ids)
      else {
        await deps.store.applied(source.id, messageIds)
        provisional.delete(portfolioId)
      }
      return true
    } catch (error) {
      deps.log.error({ source: source.id, kind: 'take_up' }, 'message not taken up', error)
      return false
    }
  }

  async function round(source: Adapter): Promise<number> {
    try {
      await drain(source, deps)
    } catch (error) {
      // A failing source has told its events already.
      if (!failureOf(error)) deps.log.error({ source: source.id, kind: 'poll' }, 'inbox not polled', error)
    }
    const unapplied = await deps.store.unapplied(source.id, PORTFOLIOS_PER_ROUND)
    let count = 0
    for (const { portfolioId, messageIds } of unapplied) if (await takeUp(source, portfolioId, messageIds)) count++
    return count
  }

  return async () => {
    let count = 0
    for (const source of sources) {
      try {
        count += await round(source)
      } catch (error) {
        deps.log.error({ source: source.id, kind: 'inbox' }, 'inbox round failed', error)
      }
    }
    return count
  }
}

/** Starts the rounds, `everyMs` (5 s) apart from the end of one to the beginning of the next. The timer keeps no process alive. */
export function startInboxPoller(deps: InboxTickDeps & { readonly everyMs?: number }): InboxPoller {
  const round = createInboxTick(deps)
  let [running, stopped]: [Promise<number> | null, boolean] = [null, false]

  const tick = () => {
    running ??= round().finally(() => {
      running = null
    })
    return running
  }
  function schedule(): ReturnType<typeof setTimeout> {
    const next = setTimeout(() => {
      void tick().finally(() => {
        if (!stopped) timer = schedule()
      })
    }, deps.everyMs ?? EVERY_MS)
    next.unref()
    return next
  }
  let timer = schedule()
  return {
    tick,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
