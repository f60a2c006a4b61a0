import type { CopyId, CopyPart, CopyRow, CopyStore, InboxStore, StoredMessage } from '../../src/store/store.ts'

interface Request {
  readonly portfolioId: string
  readonly correlationId: string
  readonly sentAt: string
  open: boolean
}

/** An inbox store in memory, for tests of one process. `log` names what was done, in order. */
export function memoryInbox(): InboxStore & { readonly log: string[]; readonly kept: Map<string, StoredMessage> } {
  const requests: Request[] = []
  const kept = new Map<string, StoredMessage>()
  const applied = new Set<string>()
  const log: string[] = []
  const byCorrelation = (id: string | null) => requests.find((request) => request.correlationId === id)
  return {
    log,
    kept,
    async request(_, portfolioId) {
      return requests.findLast((request) => request.portfolioId === portfolioId) ?? null
    },
    async openRequest(_, portfolioId, correlationId) {
      if (requests.some((request) => request.portfolioId === portfolioId && request.open)) return false
      requests.push({ portfolioId, correlationId, sentAt: new Date().toISOString(), open: true })
      log.push(`open ${correlationId}`)
      return true
    },
    async dropRequest(_, correlationId) {
      const index = requests.findIndex((request) => request.correlationId === correlationId)
      requests.splice(index, 1)
      log.push(`drop ${correlationId}`)
    },
    async closeRequest(_, correlationId) {
      const request = byCorrelation(correlationId)
      if (request) request.open = false
    },
    async keep(_, message) {
      log.push(`keep ${message.messageId}`)
      if (kept.has(message.messageId)) return false
      kept.set(message.messageId, message)
      return true
    },
    async acknowledged(_, messageId) {
      log.push(`acknowledged ${messageId}`)
    },
    async messages(_, correlationId) {
      return [...kept.values()].filter((message) => message.correlationId === correlationId)
    },
    async unapplied() {
      const open = [...kept.values()].filter((message) => !applied.has(message.messageId))
      return requests.flatMap(({ portfolioId, correlationId }) => {
        const messageIds = open.filter((message) => message.correlationId === correlationId).map((message) => message.messageId)
        return messageIds.length > 0 ? [{ portfolioId, messageIds }] : []
      })
    },
    async applied(_, messageIds) {
      for (const id of messageIds) applied.add(id)
    },
  }
}

/** A store of copies in memory; leases are held until they are freed or over. */
export function memoryCopies(now: () => number): CopyStore & { readonly leases: Map<string, number> } {
  const copies = new Map<string, { readonly source: string; readonly part: CopyPart; readonly rows: readonly CopyRow[] }>()
  const leases = new Map<string, number>()
  const idOf = ({ source, scope }: CopyId) => `${source} ${scope}`
  const ofSource = (source: string) => [...copies.values()].filter((copy) => copy.source === source)
  const keep = (id: CopyId, part: Omit<CopyPart, 'scope'>, rows: readonly CopyRow[]) => {
    copies.set(idOf(id), { source: id.source, part: { ...part, scope: id.scope }, rows })
    return { ...part, scope: id.scope }
  }
  return {
    leases,
    parts: async (source) => ofSource(source).map(({ part }) => part),
    async select(source, scope, keys) {
      const chosen = ofSource(source).filter(({ part }) => scope === null || part.scope === scope)
      const rows = chosen.flatMap((copy) => copy.rows.filter((row) => row.keys.some((key) => keys.includes(key))))
      return { parts: chosen.map(({ part }) => part), bodies: rows.map((row) => row.body) }
    },
    async claim(id, leaseMs) {
      if ((leases.get(idOf(id)) ?? 0) > now()) return false
      leases.set(idOf(id), now() + leaseMs)
      return true
    },
    async extend(id, leaseMs) {
      leases.set(idOf(id), now() + leaseMs)
    },
    async free(id) {
      leases.delete(idOf(id))
    },
    async replace(id, pages, mark) {
      const rows: CopyRow[] = []
      for await (const page of pages) rows.push(...page)
      return keep(id, { ...mark(), loadedAt: new Date(now()).toISOString(), rows: rows.length }, rows)
    },
    async confirm(id, mark, at) {
      const former = copies.get(idOf(id))
      const rows = former?.rows ?? []
      keep(id, { ...mark, loadedAt: new Date(at).toISOString(), rows: rows.length }, rows)
    },
  }
}
