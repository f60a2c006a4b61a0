import type { SourceId } from '../../schemas/section.ts'
import { createAcquaintances } from './acquaintances.ts'
import { bytesOfAnswer } from './capture.ts'
import type { Cassette, RecordedAnswer, RecordedExchange, RecordedRequest } from './cassette.ts'
import { operationOf } from './inbox-text.ts'
import { createMailbag, type Mailbag } from './mailbag.ts'
import { type Nearest, nearestOf } from './nearest.ts'
import { type Question, questionOf } from './question.ts'
import type { Redactor } from './redactor.ts'
import { namesAny, namesOf, putBack, type Swaps } from './swaps.ts'

/** What was recorded for a question, its bytes with the ids and numbers of the present one; or why there is nothing. */
export type Replayed =
  | { readonly found: true; readonly answer: RecordedAnswer; readonly bytes: Uint8Array }
  | { readonly found: false; readonly nearest: Nearest | null }

/** Recorded answers, each question's in their order, the last one again and again. */
export interface Replay {
  answer(source: SourceId, request: RecordedRequest): Replayed
  has(source: SourceId): boolean
  /** This person will be asked about: answers to questions that name nobody then know a real one by the real number. */
  meet(iin: string): void
  /** Each of those with the pseudonym that the recordings have. */
  met(): Swaps
}

/** What replaying is made of. `redactor` null: whoever asks is a pseudonym already. */
export interface ReplayDeps {
  readonly cassettes: readonly Cassette[]
  readonly redactor: Redactor | null
  /** Sources that deliver lists: these stay as they were recorded, and whoever selects from them puts the real numbers back. */
  readonly lists: ReadonlySet<SourceId>
}

/** The recordings of one question. */
interface Series {
  readonly question: Question
  readonly exchanges: RecordedExchange[]
  next: number
}

interface Source {
  readonly series: Map<string, Series>
  readonly mailbag: Mailbag
}

function indexed(cassettes: readonly Cassette[]): ReadonlyMap<SourceId, Source> {
  const sources = new Map<SourceId, Source>()
  for (const exchange of cassettes.flatMap(({ exchanges }) => exchanges)) {
    const source = sources.get(exchange.source) ?? { series: new Map<string, Series>(), mailbag: createMailbag() }
    sources.set(exchange.source, source)
    if (source.mailbag.put(exchange)) continue
    const question = questionOf(exchange.request)
    const key = keyOf(question)
    const series = source.series.get(key) ?? { question, exchanges: [], next: 0 }
    series.exchanges.push(exchange)
    source.series.set(key, series)
  }
  return sources
}

function keyOf({ key, conditional }: Question): string {
  return conditional ? `if changed ${key}` : key
}

/** Who asks whether something changed may be told all of it; who has nothing is never told that nothing changed. */
function seriesOf({ series }: Source, question: Question): Series | undefined {
  return series.get(keyOf(question)) ?? (question.conditional ? series.get(question.key) : undefined)
}

/** The next of a series; the last one stays. */
function step(series: Series): RecordedExchange | undefined {
  return series.exchanges[Math.min(series.next++, series.exchanges.length - 1)]
}

function replayed(answer: RecordedAnswer, swaps: Swaps): Replayed {
  const bytes = 'fault' in answer ? new Uint8Array() : putBack(bytesOfAnswer(answer), swaps)
  return { found: true, answer, bytes }
}

/** The ids of ours in two questions that are alike. */
function pairsOf(recorded: ReadonlyMap<string, string>, present: ReadonlyMap<string, string>): Swaps {
  return [...recorded].flatMap(([place, id]) => {
    const now = present.get(place)
    return now === undefined ? [] : [[id, now] as const]
  })
}

/** Cassettes as something that can be asked. What was asked before is known to it: for one run of the line, or one process. */
export function createReplay({ cassettes, redactor, lists }: ReplayDeps): Replay {
  const sources = indexed(cassettes)
  const acquaintances = createAcquaintances(redactor, new Set(cassettes.map(({ claim }) => String(claim?.iin))))

  /** The recording as it was asked, else as the pseudonyms of those would ask who are named. */
  function find(id: SourceId, source: Source, request: RecordedRequest): { readonly series: Series; readonly names: Swaps } | null {
    const verbatim = seriesOf(source, questionOf(request))
    if (verbatim) return { series: verbatim, names: lists.has(id) || namesAny(request) ? [] : acquaintances.met() }
    const series = redactor ? seriesOf(source, questionOf(redactor.request(id, request))) : undefined
    return series && redactor ? { series, names: namesOf(request, redactor) } : null
  }

  /** No message waits: an inbox that was looked into before is empty, anything else was not recorded. */
  function missed(id: SourceId, source: Source, request: RecordedRequest): Replayed {
    const empty = operationOf(request) === 'take' ? source.mailbag.empty() : null
    if (empty) return replayed(empty, [])
    const asked = questionOf(redactor ? redactor.request(id, request) : request)
    return { found: false, nearest: nearestOf(asked, [...source.series.values()]) }
  }

  function asked(id: SourceId, source: Source, request: RecordedRequest): Replayed {
    const found = find(id, source, request)
    const exchange = found ? step(found.series) : undefined
    if (!found || !exchange) return missed(id, source, request)
    const ids = pairsOf(questionOf(exchange.request).ids, questionOf(request).ids)
    if (operationOf(request) === 'send') source.mailbag.sent(ids, found.names)
    return replayed(exchange.answer, [...ids, ...found.names])
  }

  return {
    has: (id) => sources.has(id),
    meet: acquaintances.meet,
    met: acquaintances.met,
    answer(id, request) {
      const source = sources.get(id)
      if (!source) return { found: false, nearest: null }
      const waiting = operationOf(request) === 'take' ? source.mailbag.take() : null
      return waiting ? replayed(waiting.answer, waiting.swaps) : asked(id, source, request)
    },
  }
}
