import { Buffer } from 'node:buffer'
import type { SourceId } from '../../schemas/section.ts'
import { memoryCopies, memoryInbox, memoryShapes } from '../store/memory.ts'
import type { CopyStore, InboxStore, ShapeStore, Store } from '../store/store.ts'
import type { Mode } from './mode.ts'
import { inMode, type SourceMode } from './modes.ts'
import type { Replay } from './replay.ts'
import { putBack } from './swaps.ts'

/** Modes whose answers are not those of the source at present. */
const UNREAL: readonly Mode[] = ['replay', 'replay-else-record', 'scenario']

/** What modes keep apart is made of. */
export interface ModeStoreDeps {
  readonly sources: readonly SourceMode[]
  readonly replay: Pick<Replay, 'met'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Lists of pseudonyms, in which those who are asked about are found by their own numbers. */
function knowing(copies: CopyStore, { met }: Pick<Replay, 'met'>): CopyStore {
  return {
    ...copies,
    async select(source, scope, keys) {
      const swaps = met()
      const recorded = swaps.filter(([, present]) => keys.includes(present)).map(([pseudonym]) => pseudonym)
      const { parts, bodies } = await copies.select(source, scope, [...keys, ...recorded])
      return { parts, bodies: bodies.map((body) => Buffer.from(putBack(Buffer.from(body), swaps)).toString()) }
    },
  }
}

/** A store whose lists of some sources lie in another one. */
function partedCopies(ours: CopyStore, apart: CopyStore, isApart: (source: string) => boolean): CopyStore {
  const of = (source: string) => (isApart(source) ? apart : ours)
  return {
    parts: (source) => of(source).parts(source),
    select: (source, scope, keys) => of(source).select(source, scope, keys),
    claim: (id, leaseMs) => of(id.source).claim(id, leaseMs),
    extend: (id, leaseMs) => of(id.source).extend(id, leaseMs),
    free: (id) => of(id.source).free(id),
    replace: (id, rows, mark) => of(id.source).replace(id, rows, mark),
    confirm: (id, mark, at) => of(id.source).confirm(id, mark, at),
  }
}

/** A store whose messages of some sources lie in others. */
function partedInbox(ours: InboxStore, apart: ReadonlyMap<string, InboxStore>): InboxStore {
  const of = (source: string) => apart.get(source) ?? ours
  return {
    request: (source, portfolioId) => of(source).request(source, portfolioId),
    openRequest: (source, portfolioId, correlationId) => of(source).openRequest(source, portfolioId, correlationId),
    dropRequest: (source, correlationId) => of(source).dropRequest(source, correlationId),
    closeRequest: (source, correlationId) => of(source).closeRequest(source, correlationId),
    keep: (source, message) => of(source).keep(source, message),
    acknowledged: (source, messageId) => of(source).acknowledged(source, messageId),
    messages: (source, correlationId) => of(source).messages(source, correlationId),
    unapplied: (source, limit) => of(source).unapplied(source, limit),
    applied: (source, messageIds) => of(source).applied(source, messageIds),
  }
}

/** A store whose baselines of some sources lie in another one. */
function partedShapes(ours: ShapeStore, apart: ShapeStore, isApart: (source: string) => boolean): ShapeStore {
  return {
    all: async () => [...(await ours.all()).filter(({ source }) => !isApart(source)), ...(await apart.all())],
    save: (change, answer) => (isApart(change.source) ? apart : ours).save(change, answer),
  }
}

/**
 * What a recording or a scenario told must never be taken for what the source says, by the next process neither: lists of every source
 * that is not `live`, their shapes, and messages that nobody sent, end with the process.
 */
export function modeStore(store: Store, { sources, replay, now }: ModeStoreDeps): Store {
  const lists = new Set<string>(sources.filter(({ mode }) => mode !== 'live').map(({ id }) => id))
  const unreal: ReadonlySet<SourceId> = inMode(sources, ...UNREAL)
  return {
    ...store,
    copies: partedCopies(store.copies, knowing(memoryCopies(now), replay), (source) => lists.has(source)),
    shapes: partedShapes(store.shapes, memoryShapes(), (source) => lists.has(source)),
    inbox: partedInbox(store.inbox, new Map([...unreal].map((id) => [id, memoryInbox(now)]))),
  }
}
