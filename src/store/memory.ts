import type {
  ActionStore,
  CopyId,
  CopyPart,
  CopyRow,
  CopyStore,
  InboxStore,
  SaveVersion,
  ShapeStore,
  StoredAction,
  StoredMessage,
  StoredShape,
} from './store.ts'

interface Request {
  readonly portfolioId: string
  readonly correlationId: string
  readonly sentAt: string
  open: boolean
}

/** An inbox store in memory, for processes that end with it. `log` names what was done, in order. */
export function memoryInbox(now: () => number): InboxStore & { readonly log: string[]; readonly kept: Map<string, StoredMessage> } {
  const requests = new Map<string, Request>()
  const newest = new Map<string, Request>()
  const kept = new Map<string, StoredMessage>()
  const answers = new Map<string | null, StoredMessage[]>()
  const applied = new Set<string>()
  const log: string[] = []
  return {
    log,
    kept,
    async request(_, portfolioId) {
      return newest.get(portfolioId) ?? null
    },
    async openRequest(_, portfolioId, correlationId) {
      if (newest.get(portfolioId)?.open) return false
      const request = { portfolioId, correlationId, sentAt: new Date(now()).toISOString(), open: true }
      requests.set(correlationId, request)
      newest.set(portfolioId, request)
      log.push(`open ${correlationId}`)
      return true
    },
    async dropRequest(_, correlationId) {
      const dropped = requests.get(correlationId)
      requests.delete(correlationId)
      const before = [...requests.values()].findLast(({ portfolioId }) => portfolioId === dropped?.portfolioId)
      if (dropped && before) newest.set(dropped.portfolioId, before)
      else if (dropped) newest.delete(dropped.portfolioId)
      log.push(`drop ${correlationId}`)
    },
    async closeRequest(_, correlationId) {
      const request = requests.get(correlationId)
      if (request) request.open = false
    },
    async keep(_, message) {
      log.push(`keep ${message.messageId}`)
      if (kept.has(message.messageId)) return false
      kept.set(message.messageId, message)
      answers.set(message.correlationId, [...(answers.get(message.correlationId) ?? []), message])
      return true
    },
    async acknowledged(_, messageId) {
      log.push(`acknowledged ${messageId}`)
    },
    async messages(_, correlationId) {
      return answers.get(correlationId) ?? []
    },
    async unapplied() {
      return [...requests.values()].flatMap(({ portfolioId, correlationId }) => {
        const open = (answers.get(correlationId) ?? []).map(({ messageId }) => messageId).filter((id) => !applied.has(id))
        return open.length > 0 ? [{ portfolioId, messageIds: open }] : []
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

/** A store of shape baselines in memory; `keep` keeps the answers that come along. */
export function memoryShapes(keep: (answer: SaveVersion['answer']) => void = () => {}): ShapeStore {
  const shapes = new Map<string, StoredShape>()
  return {
    all: async () => [...shapes.values()],
    async save(change, answer) {
      if ((shapes.get(change.source)?.revision ?? 0) !== change.revision) return false
      shapes.set(change.source, { ...change, revision: change.revision + 1 })
      keep(answer)
      return true
    },
  }
}

/** A store of operators' words in memory; `keep` keeps the answers that come along. */
export function memoryActions(keep: (answer: SaveVersion['answer']) => void = () => {}): ActionStore & { readonly said: StoredAction[] } {
  const said: StoredAction[] = []
  return {
    said,
    newest: async () => [...said],
    async append(action, answer) {
      said.push(action)
      keep(answer)
    },
  }
}
