import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { Problem } from '../../schemas/problem.ts'
import type { Trial } from './fault.ts'

/*
 * The books of a caller: what he asked to have written, and what of it was acknowledged. Whatever happens to the gateway or to its store
 * meanwhile, all that was acknowledged must be there afterwards, and nothing twice.
 */

/** Sends a request to the gateway, wherever it is. */
export type Send = (
  method: string,
  path: string,
  options?: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Response>

/** Where a caller's requests go, and what may come of them beside an answer. */
export interface LedgerOptions {
  readonly send: Send
  /** Claims of the cast, without their cases. */
  readonly claims: readonly PortfolioRequest[]
  /** Codes of problems that the fault excuses. */
  readonly excused?: readonly string[]
  /** Whether the connection itself may break: the gateway dies. */
  readonly mayBreak?: boolean
}

interface Acknowledged {
  readonly id: string
  readonly version: number
  readonly status: number
  readonly etag: string | null
  readonly text: string
}
interface Entry {
  readonly claim: PortfolioRequest
  readonly key: string
  readonly portfolio: number
  acknowledged: Acknowledged | null
}

/** The books. */
export interface Ledger {
  /** Has portfolios made and then changed by so many callers at once; `acknowledged` hears of each answer. Resolves when all have ended. */
  write(portfolios: number, callers: number, acknowledged?: (count: number) => unknown): Promise<void>
  /** Sends again, under its key, what was not acknowledged. */
  settle(): Promise<void>
  /** Looks whether all that was acknowledged is there, once; what was lost or doubled is a violation. The number of the acknowledged. */
  verify(): Promise<number>
}

const RECOVERY_MS = 30_000
const WAIT = { prefer: 'wait=4' }
const CATEGORIES = ['expert', 'researcher'] as const
let series = 0

/** One request: acknowledged, or a reason that must be an honest one. */
async function sent(entry: Entry, trial: Trial, { send, excused = [], mayBreak = false }: LedgerOptions): Promise<Response | null> {
  const { claim, key } = entry
  const begun = performance.now()
  const answer = await send('POST', '/v1/portfolios', { body: claim, headers: { ...WAIT, 'idempotency-key': key } }).catch(() => null)
  trial.took(performance.now() - begun)
  if (!answer) {
    trial.holds('O1', mayBreak, 'a connection that broke')
    return null
  }
  if (answer.ok) return answer
  const problem = Problem.safeParse(await answer.json())
  trial.holds('O2', problem.success, `a problem that is not as its schema, status ${answer.status}`)
  const code = problem.data?.code ?? ''
  trial.holds('O2', excused.includes(code), `${answer.status} ${code}`)
  trial.holds('O2', answer.headers.has('retry-after'), `${code} without Retry-After`)
  return null
}

/** The same until it is answered: everything is as before within 30 s. */
async function answered(entry: Entry, trial: Trial, options: LedgerOptions): Promise<Response | null> {
  const begun = performance.now()
  for (;;) {
    const answer = await sent(entry, trial, options)
    if (answer || performance.now() - begun > RECOVERY_MS) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function read(answer: Response): Promise<Acknowledged> {
  const text = await answer.text()
  const { id, version } = JSON.parse(text) as { id: string; version: number }
  return { id, version, status: answer.status, etag: answer.headers.get('etag'), text }
}

/** Versions of a portfolio as its history has them, newest first; who is told to come again does. */
async function versionsOf(id: string, send: Send, begun = performance.now()): Promise<readonly number[]> {
  const answer = await send('GET', `/v1/portfolios/${id}/history`)
  if (answer.status === 503 && performance.now() - begun < RECOVERY_MS) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    return versionsOf(id, send, begun)
  }
  const { items } = (await answer.json()) as { readonly items: readonly { readonly version: number }[] }
  return items.map(({ version }) => version)
}

export function createLedger(trial: Trial, options: LedgerOptions): Ledger {
  const { send } = options
  // Heads claim other categories than teachers.
  const claims = options.claims.filter(({ post }) => post === 'teacher')
  const entries: Entry[] = []
  const name = `l${process.pid}-${trial.seed}-${series++}`
  let count = 0

  async function one(entry: Entry, acknowledged: (count: number) => unknown): Promise<boolean> {
    const answer = await sent(entry, trial, options)
    // A body that breaks off was not received.
    entry.acknowledged = answer ? await read(answer).catch(() => null) : null
    if (entry.acknowledged) acknowledged(++count)
    return entry.acknowledged !== null
  }
  function entryOf(portfolio: number, category: (typeof CATEGORIES)[number]): Entry {
    const claim = { ...claims[portfolio % claims.length], caseId: `${name}-${portfolio}`, claimedCategory: category } as PortfolioRequest
    const entry = { claim, key: `${name}-${portfolio}-${category}`, portfolio, acknowledged: null }
    entries.push(entry)
    return entry
  }
  async function lookAt(entry: Entry, first: Acknowledged): Promise<void> {
    const again = await answered(entry, trial, options)
    if (!again) return trial.violated('O3', 'lost: a key that was answered is refused, also 30 s after the fault')
    const now = await read(again)
    const isSame = now.text === first.text && now.etag === first.etag && now.status === first.status
    trial.holds('O3', isSame, 'lost: a key is answered otherwise than before')
    trial.holds('O3', again.headers.get('idempotent-replayed') === 'true', 'doubled: a key that was answered ran again')
    const versions = await versionsOf(first.id, send)
    trial.holds('O3', versions.filter((version) => version === first.version).length === 1, `lost: version ${first.version}`)
    const made = entries.filter(({ portfolio }) => portfolio === entry.portfolio).length
    trial.holds('O3', versions.length <= made, `doubled: ${versions.length} versions of ${made} requests`)
  }
  return {
    async write(portfolios, callers, acknowledged = () => {}) {
      let next = 0
      async function caller(): Promise<void> {
        for (let portfolio = next++; portfolio < portfolios; portfolio = next++) {
          for (const category of CATEGORIES) if (!(await one(entryOf(portfolio, category), acknowledged))) break
        }
      }
      await Promise.all(Array.from({ length: callers }, caller))
    },
    async settle() {
      for (const entry of entries.filter(({ acknowledged }) => acknowledged === null)) await one(entry, () => {})
    },
    async verify() {
      const known = entries.flatMap((entry) => (entry.acknowledged ? [[entry, entry.acknowledged] as const] : []))
      await Promise.all(known.map(([entry, first]) => lookAt(entry, first)))
      return known.length
    },
  }
}
