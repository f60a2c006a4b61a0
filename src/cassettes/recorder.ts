import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Cassette, RecordedAnswer, RecordedExchange, RecordedRequest } from './cassette.ts'
import { messagesIn, operationOf, withMessages } from './inbox-text.ts'
import { createOwners, type Owner } from './owners.ts'
import { questionOf } from './question.ts'
import type { Redactor } from './redactor.ts'
import { createShelf, type Shelf } from './shelf.ts'
import { namesAny, spoken } from './swaps.ts'

/** Where cassettes go and come from: a folder, or a map in memory. Names tell nothing about a person. */
export interface CassetteStore {
  read(name: string): Promise<Cassette | null>
  /** What was recorded for nobody, of every source. */
  lists(): Promise<readonly Cassette[]>
  write(name: string, cassette: Cassette): Promise<void>
}

/** What recording is made of. `redactor` runs before anything is handed to `store`. */
export interface RecorderDeps {
  readonly store: CassetteStore
  readonly redactor: Redactor
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** What replaying a cassette gives, beside the cassettes of the lists; null: not wanted. */
  readonly expected: ((cassette: Cassette, lists: readonly Cassette[]) => Promise<Cassette['expected']>) | null
  /** Told of an exchange about a person for whom no portfolio is being collected: it is nowhere kept. */
  readonly dropped: (source: SourceId) => void
  /** Told of what could not be written: recording never spoils what is recorded. */
  readonly failed: (error: unknown) => void
}

/** One question under way. */
export interface Pending {
  /** What came of it. */
  ended(answer: RecordedAnswer): void
}

/** Whether a case records a source anew; `asked`: whether it was asked at all. */
export type Renews = (source: SourceId, asked: boolean) => boolean

/** Collects what is asked and answered, case by case. */
export interface Recorder {
  /** Begins a case; what of it is still under way at its end counts as a `timeout`. The former recording of the case stays where it is not renewed. */
  open(claim: PortfolioRequest, renews: Renews): { close(): Promise<void> }
  asked(source: SourceId, request: RecordedRequest): Pending
  /** Everything is written. */
  flush(): Promise<void>
}

/** Parts of an answer that hands out messages of several cases; any other answer is one part. */
function partsOf(answer: RecordedAnswer, known: (id: string) => Owner | null): readonly (readonly [Owner | null, RecordedAnswer])[] {
  const messages = messagesIn(answer)
  const ownerOf = (correlationId: string | null) => (correlationId === null ? null : known(correlationId))
  const owners = new Set(messages.map(({ correlationId }) => ownerOf(correlationId)))
  // Nobody's part shows that nothing was there: it is what the next poll of anybody finds.
  return [...owners.add(null)].map((owner) => [owner, withMessages(answer, (one) => ownerOf(one.correlationId) === owner)])
}

/** A recorder for one process. */
export function createRecorder(deps: RecorderDeps): Recorder {
  const { redactor, now } = deps
  const owners = createOwners()
  const shelf: Shelf = createShelf(deps)

  function keep(owner: Owner | null, source: SourceId, request: RecordedRequest, answer: RecordedAnswer): void {
    const exchange: RecordedExchange = redactor.exchange({ source, at: new Date(now()).toISOString(), request, answer })
    shelf.add(owner, exchange)
  }

  /** What an inbox handed out, each message to its case; what is linked is known when a later one speaks of it. */
  function keepParts(source: SourceId, request: RecordedRequest, answer: RecordedAnswer): void {
    for (const [owner, part] of partsOf(answer, owners.byId)) {
      if (owner) for (const { messageId } of messagesIn(part)) owners.link(owner, messageId)
      keep(owner, source, request, part)
    }
  }

  /** Whose exchange it is: those whose number or ids stand in the question, else those whose ids stand in the answer. */
  function settle(source: SourceId, request: RecordedRequest, answer: RecordedAnswer, asking: readonly Owner[]): void {
    if (operationOf(request) === 'take') keepParts(source, request, answer)
    else if (asking.length > 0) for (const owner of asking) keep(owner, source, request, answer)
    else if (namesAny(request)) deps.dropped(source)
    else keep(null, source, request, answer)
  }

  return {
    open(claim, renews) {
      const owner = owners.open(claim.iin)
      shelf.open(owner, redactor.claim(claim), renews)
      return {
        close() {
          for (const { source, request } of owners.close(owner)) keep(owner, source, request, { fault: 'timeout' })
          return shelf.put(owner)
        },
      }
    },

    asked(source, request) {
      const named = owners.named(spoken(request))
      const ids = [...questionOf(request).ids.values()]
      const asking = named.length > 0 ? named : ids.map((id) => owners.byId(id)).filter((owner) => owner !== null)
      if (operationOf(request) === 'send') for (const owner of asking) for (const id of ids) owners.link(owner, id)
      const call = { source, request }
      for (const owner of asking) owner.underWay.add(call)
      return {
        ended(answer) {
          const still = asking.filter((owner) => owner.underWay.delete(call))
          // All of them were closed, and have it as a timeout.
          if (asking.length === 0 || still.length > 0) settle(source, request, answer, still)
        },
      }
    },
    flush: () => shelf.flush(),
  }
}
