import { memoryActions, memoryCopies, memoryInbox, memoryShapes } from '../../src/store/memory.ts'
import type { Latest, PortfolioStore, SaveVersion, Store, StoredVersion } from '../../src/store/store.ts'
import { type Kept, memoryIdempotency } from './memory-portfolios.ts'

interface Opened {
  readonly id: string
  readonly iin: string
  organisationBin: string
  readonly versions: (Latest & StoredVersion)[]
}

function keep(kept: Kept, answer: SaveVersion['answer']): void {
  if (!answer) return
  const { actor, route, key, ...rest } = answer
  const reservation = kept.get(JSON.stringify({ actor, route, key }))
  if (reservation) reservation.answer = rest
}

/** The store gives no body with what is needed to collect anew. */
function latestOf({ versions }: Opened): Latest | null {
  const newest = versions.at(-1)
  if (!newest) return null
  const { body: _, ...latest } = newest
  return latest
}

function revisionOf({ versions }: Opened): number {
  return versions.at(-1)?.revision ?? 0
}

function portfoliosIn(kept: Kept): PortfolioStore {
  const opened = new Map<string, Opened>()
  const byId = (id: string) => [...opened.values()].find((portfolio) => portfolio.id === id)
  return {
    async open(iin, caseId, candidateId, organisationBin) {
      const key = `${iin} ${caseId}`
      const known = opened.get(key) ?? { id: candidateId, iin, organisationBin, versions: [] }
      opened.set(key, known)
      return { id: known.id, latest: latestOf(known) }
    },
    async latest(id) {
      const portfolio = byId(id)
      return portfolio ? latestOf(portfolio) : null
    },
    async save({ after, answer, organisationBin, ...change }) {
      const portfolio = byId(change.id)
      if (!portfolio || portfolio.versions.length !== after || revisionOf(portfolio) !== change.revision) return false
      portfolio.versions.push({ ...change, version: after + 1, revision: change.revision + 1 })
      portfolio.organisationBin = organisationBin
      keep(kept, answer)
      return true
    },
    async touch({ id, version, revision, request, held, answer }) {
      const versions = byId(id)?.versions ?? []
      const last = versions.at(-1)
      if (last?.version !== version || last.revision !== revision) return false
      versions[versions.length - 1] = { ...last, request, held, revision: revision + 1 }
      keep(kept, answer)
      return true
    },
    async version(id, version) {
      const versions = byId(id)?.versions ?? []
      return (version === 'latest' ? versions.at(-1) : versions[version - 1]) ?? null
    },
    async versions(id, before, limit) {
      const below = (byId(id)?.versions ?? []).filter(({ version }) => before === null || version < before)
      return below.reverse().slice(0, limit)
    },
    async owner(id) {
      const portfolio = byId(id)
      return portfolio ? { isAbout: (iin) => iin === portfolio.iin, organisationBin: portfolio.organisationBin } : null
    },
  }
}

/** A store in memory, for tests that are not about storing. */
export function memoryStore(): Store {
  const kept: Kept = new Map()
  const now = () => Date.now()
  return {
    portfolios: portfoliosIn(kept),
    idempotency: memoryIdempotency(kept, now),
    inbox: memoryInbox(now),
    copies: memoryCopies(now),
    shapes: memoryShapes((answer) => keep(kept, answer)),
    actions: memoryActions((answer) => keep(kept, answer)),
    ready: async () => {},
    sweep: async () => {},
    close: async () => {},
  }
}
