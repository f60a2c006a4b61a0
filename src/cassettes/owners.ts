import type { SourceId } from '../../schemas/section.ts'
import type { RecordedRequest } from './cassette.ts'

/** A case that is or was recorded. */
export interface Owner {
  readonly iin: string
  /** What was asked for it and is not answered yet. */
  readonly underWay: Set<{ readonly source: SourceId; readonly request: RecordedRequest }>
}

/** Whose a question is. */
export interface Owners {
  open(iin: string): Owner
  /** Ends a case; what was still under way. Its ids stay known: an inbox may bring its message later. */
  close(owner: Owner): readonly { readonly source: SourceId; readonly request: RecordedRequest }[]
  /** Open cases whose number stands in a text. */
  named(text: string): readonly Owner[]
  /** Remembers an id of this case. */
  link(owner: Owner, id: string | null): void
  byId(id: string): Owner | null
}

/** Messages that come later than so many questions after theirs are nobody's. */
const MOST_IDS = 20_000

/**
 * A question belongs to the case whose person it names. Nothing has to be carried along the asking for that, so it holds for what is
 * shared between requests too: a login, a list or a poll names nobody, whoever began it.
 */
export function createOwners(): Owners {
  const open = new Set<Owner>()
  const ids = new Map<string, Owner>()
  return {
    open(iin) {
      const owner: Owner = { iin, underWay: new Set() }
      open.add(owner)
      return owner
    },
    close(owner) {
      open.delete(owner)
      const left = [...owner.underWay]
      owner.underWay.clear()
      return left
    },
    named: (text) => [...open].filter(({ iin }) => text.includes(iin)),
    link(owner, id) {
      if (id === null) return
      ids.set(id, owner)
      const [oldest] = ids.keys()
      if (ids.size > MOST_IDS && oldest !== undefined) ids.delete(oldest)
    },
    byId: (id) => ids.get(id) ?? null,
  }
}
