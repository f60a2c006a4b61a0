import type { CopyInfo, CopyRow, CopyStore, InboxStore, StoredMessage } from '../../src/store/store.ts'

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
  const copies = new Map<string, { readonly info: CopyInfo; readonly rows: readonly CopyRow[] }>()
  const leases = new Map<string, number>()
  const idOf = (source: string, scope: string) => `${source} ${scope}`
  return {
    leases,
    info: async (source, scope) => copies.get(idOf(source, scope))?.info ?? null,
    async select(source, scope, keys) {
      const copy = copies.get(idOf(source, scope))
      if (!copy) return null
      const rows = copy.rows.filter((row) => row.keys.some((key) => keys.includes(key)))
      return { info: copy.info, bodies: rows.map((row) => row.body) }
    },
    async claim(source, scope, leaseMs) {
      const id = idOf(source, scope)
      if ((leases.get(id) ?? 0) > now()) return false
      leases.set(id, now() + leaseMs)
      return true
    },
    async replace(source, scope, pages) {
      const rows: CopyRow[] = []
      for await (const page of pages) rows.push(...page)
      const info = { loadedAt: new Date(now()).toISOString(), rows: rows.length }
      copies.set(idOf(source, scope), { info, rows })
      leases.delete(idOf(source, scope))
      return info
    },
    async free(source, scope) {
      leases.delete(idOf(source, scope))
    },
  }
}
