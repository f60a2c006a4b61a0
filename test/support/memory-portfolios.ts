import type { IdempotencyStore, KeptAnswer, PortfolioStore, StoredVersion } from '../../src/store/store.ts'

interface Opened {
  readonly id: string
  readonly iin: string
  readonly caseId: string
  readonly organisationBin: string
}

function refuse(): never {
  throw new Error('the routes do not call this')
}

/** Portfolios in memory: what the routes read, and a way to put versions in. */
export function memoryPortfolios() {
  const opened: Opened[] = []
  const stored: StoredVersion[] = []
  const of = (id: string) => stored.filter((version) => version.id === id)
  const store: PortfolioStore = {
    ...{ open: refuse, save: refuse, touch: refuse, latest: refuse },
    async version(id, version) {
      const all = of(id)
      return (version === 'latest' ? all.at(-1) : all.find((candidate) => candidate.version === version)) ?? null
    },
    async versions(id, before, limit) {
      const below = of(id).filter((version) => before === null || version.version < before)
      return below.reverse().slice(0, limit)
    },
    async owner(id) {
      const found = opened.find((portfolio) => portfolio.id === id)
      return found ? { isAbout: (iin) => iin === found.iin, organisationBin: found.organisationBin } : null
    },
  }
  return {
    store,
    count: (id: string) => of(id).length,
    add: (version: StoredVersion) => stored.push(version),
    open(iin: string, caseId: string, organisationBin: string): { readonly id: string; readonly created: boolean } {
      const known = opened.find((portfolio) => portfolio.iin === iin && portfolio.caseId === caseId)
      if (known) return { id: known.id, created: false }
      const id = `pf_${opened.length + 1}`
      opened.push({ id, iin, caseId, organisationBin })
      return { id, created: true }
    },
  }
}

/** Reservations by their key as JSON. */
export type Kept = Map<string, { hash: string; leaseUntil: number; answer: KeptAnswer | null }>

/** Reservations in memory; the answer is put in by whoever has the effect. */
export function memoryIdempotency(kept: Kept, now: () => number): IdempotencyStore {
  return {
    async reserve(key, hash, leaseMs) {
      const id = JSON.stringify(key)
      const known = kept.get(id)
      if (!known || (known.answer === null && known.leaseUntil <= now())) {
        kept.set(id, { hash, leaseUntil: now() + leaseMs, answer: null })
        return { state: 'reserved' }
      }
      if (known.hash !== hash) return { state: 'mismatch' }
      return known.answer ? { state: 'done', answer: known.answer } : { state: 'running' }
    },
    async release(key) {
      const id = JSON.stringify(key)
      if (kept.get(id)?.answer === null) kept.delete(id)
    },
  }
}
