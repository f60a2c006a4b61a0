import type { Ask, Pull, Reply, Source, Teacher } from '../../adapters/adapter.ts'
import { type Answer, type Asking, bare, failed } from './answer.ts'
import { within } from './deadline.ts'
import type { SourceEvents } from './events.ts'
import { failureOf } from './fault.ts'
import { judgeEmpty, judgeReply } from './judge.ts'
import type { Tally } from './run.ts'
import { createSingleFlight } from './single-flight.ts'

/** An answer with what it cost: shared by all who asked the same at the same time. */
export interface Flown {
  readonly answer: Answer
  readonly tally: Tally
}

/** Sources that answer at once. */
export interface Pulls {
  /** Throws only errors of our own, and `unavailable`/`timeout` where the asker's own limit passes. */
  answer(asking: Asking, delivery: Pull, source: Source): Promise<Flown>
}

/** What makes two questions to one source the same: the person, the consent and whatever else the source may read. Stays in memory. */
function questionOf(source: string, teacher: Teacher): string {
  const { caseId: _, ...question } = teacher
  return JSON.stringify([source, question])
}

function judged(ask: Ask, reply: Reply, events: SourceEvents): Answer {
  if ('outcome' in reply) return bare(reply)
  const { records, subject = null } = reply
  return records.length === 0 ? judgeEmpty(ask, [subject], events) : judgeReply(ask, records, events)
}

async function fetched(asking: Asking, delivery: Pull, source: Source, events: SourceEvents): Promise<Answer> {
  try {
    const reply = await within(asking.deadline, delivery.fetch(asking.ask.teacher, source))
    return judged(asking.ask, reply, events)
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    return failed(failure)
  }
}

/** `shared`: identical questions in flight ask the source once (not on Workers). */
export function createPulls(events: SourceEvents, shared: boolean): Pulls {
  const flights = createSingleFlight<Flown>(({ answer }) => answer.verdict.reason === 'timeout')
  return {
    async answer(asking, delivery, source) {
      const fly = async () => ({ answer: await fetched(asking, delivery, source, events), tally: asking.tally })
      if (!shared) return fly()
      return flights.share(questionOf(asking.ask.adapter.id, asking.ask.teacher), asking.deadline, fly)
    },
  }
}
