import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import { sha256 } from '../sources/wire.ts'
import type { Cassette, RecordedExchange } from './cassette.ts'
import type { Owner } from './owners.ts'
import { questionOf } from './question.ts'
import type { RecorderDeps, Renews } from './recorder.ts'

/** What of a claim names its file. */
type RedactedClaim = Pick<PortfolioRequest, 'iin' | 'caseId'>

/** Recordings by case and, for what is asked for nobody, by source. */
export interface Shelf {
  /** `claim`: redacted. */
  open(owner: Owner, claim: RedactedClaim, renews: Renews): void
  /** A redacted exchange; owner null: for nobody. One that comes after its case was put away is written at once. */
  add(owner: Owner | null, exchange: RecordedExchange): void
  /** Writes a case, and the lists that changed before. Never throws. */
  put(owner: Owner): Promise<void>
  flush(): Promise<void>
}

interface Tape {
  readonly name: string
  readonly claim: Cassette['claim']
  readonly at: string
  readonly exchanges: RecordedExchange[]
  /** What stays of an exchange of the former recording, told when all of this one is known. */
  readonly stays: (former: RecordedExchange) => boolean
  /** The former recording; undefined: not looked for yet. */
  former?: Cassette | null
}

/** The file of a case: by what it claims, so that the same case is recorded over itself. */
function nameOfCase({ iin, caseId }: RedactedClaim): string {
  return `case-${sha256(JSON.stringify([iin, caseId])).slice(0, 16)}`
}

/** The file of what a source is asked for nobody. */
function nameOfLists(source: SourceId): string {
  return `lists-${source}`
}

const keyOf = ({ request }: RecordedExchange) => questionOf(request).key

/** One poll or login after another brings nothing new but its instants. */
function newsOf(answer: RecordedExchange['answer']): string {
  const bare = JSON.stringify(answer).replace(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?/g, '*')
  return sha256(bare)
}

function caseTape(claim: RedactedClaim, renews: Renews, at: string): Tape {
  const exchanges: RecordedExchange[] = []
  const isRenewed = (source: SourceId) =>
    renews(
      source,
      exchanges.some((one) => one.source === source),
    )
  return { name: nameOfCase(claim), claim: claim as Cassette['claim'], at, exchanges, stays: (former) => !isRenewed(former.source) }
}

/** Of a list stays what was not asked for again. `news`: the last answer to each question. */
function listTape(source: SourceId, at: string, news: ReadonlyMap<string, string>): Tape {
  return { name: nameOfLists(source), claim: null, at, exchanges: [], stays: (former) => !news.has(keyOf(former)) }
}

/** What is asked for nobody, by source; the same answer to the same question once. */
function createLists(at: () => string) {
  const lists = new Map<SourceId, { readonly tape: Tape; readonly news: Map<string, string> }>()
  const changed = new Set<Tape>()
  function listOf(source: SourceId) {
    const known = lists.get(source)
    if (known) return known
    const news = new Map<string, string>()
    const list = { tape: listTape(source, at(), news), news }
    lists.set(source, list)
    return list
  }
  return {
    add(exchange: RecordedExchange): void {
      const { tape, news } = listOf(exchange.source)
      const [key, told] = [keyOf(exchange), newsOf(exchange.answer)]
      const isNew = news.get(key) !== told
      news.set(key, told)
      if (!isNew) return
      tape.exchanges.push(exchange)
      changed.add(tape)
    },
    /** Those that changed since they were last taken. */
    taken(): readonly Tape[] {
      const tapes = [...changed]
      changed.clear()
      return tapes
    },
  }
}

/** Shelves in memory over the store. Writes come one after another, so that none overtakes a later one. */
export function createShelf({ store, redactor, now, expected, failed }: RecorderDeps): Shelf {
  const cases = new WeakMap<Owner, Tape>()
  const put = new WeakSet<Owner>()
  let queue: Promise<void> = Promise.resolve()
  const at = () => new Date(now()).toISOString()
  const lists = createLists(at)
  const inTurn = (work: () => Promise<void>) => {
    queue = queue.then(work).catch(failed)
    return queue
  }

  async function cassetteOf(tape: Tape): Promise<Cassette> {
    if (tape.former === undefined) tape.former = await store.read(tape.name)
    const exchanges = [...(tape.former?.exchanges.filter(tape.stays) ?? []), ...tape.exchanges]
    return { version: 1, recordedAt: tape.at, claim: tape.claim, exchanges: [...redactor.settled(exchanges)], expected: null }
  }
  async function writeLists(): Promise<void> {
    for (const tape of lists.taken()) await store.write(tape.name, await cassetteOf(tape))
  }
  async function write(tape: Tape): Promise<void> {
    await writeLists()
    const cassette = await cassetteOf(tape)
    // Not the lists of this process alone: those that were recorded before, and only replayed now, belong to the case too.
    const portfolio = expected ? await expected(cassette, await store.lists()) : null
    await store.write(tape.name, { ...cassette, expected: portfolio })
  }

  return {
    open: (owner, claim, renews) => void cases.set(owner, caseTape(claim, renews, at())),
    add(owner, exchange) {
      const tape = owner ? cases.get(owner) : undefined
      if (tape) tape.exchanges.push(exchange)
      else lists.add(exchange)
      if (owner && tape && put.has(owner)) void inTurn(() => write(tape))
    },
    put(owner) {
      put.add(owner)
      const tape = cases.get(owner)
      return tape ? inTurn(() => write(tape)) : Promise.resolve()
    },
    flush: () => inTurn(writeLists),
  }
}
