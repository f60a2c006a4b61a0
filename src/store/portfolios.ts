import { timingSafeEqual } from 'node:crypto'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { type Database, instantAt, once, type StoreParts } from './database.ts'
import { savingStatements, savingValues, touchingValues } from './portfolio-writes.ts'
import type { Vault } from './sealed.ts'
import { type Latest, type PortfolioStore, StoreUnavailable } from './store.ts'
import { portfolios, versions } from './tables.ts'
import { rowOf, toStored, versionColumns } from './version-row.ts'

const value = sql.placeholder
/** Above every version number. */
const NEWEST = 2_147_483_647
const heldColumns = { id: portfolios.id, revision: portfolios.revision, request: portfolios.request, held: portfolios.held }
const isNewest = and(eq(versions.portfolioId, portfolios.id), eq(versions.version, portfolios.version))

function statements(db: Database) {
  const withLatest = () =>
    db
      .select({ ...heldColumns, version: versionColumns })
      .from(portfolios)
      .leftJoin(versions, isNewest)
  const id = value('id')
  return {
    byKey: once(() =>
      withLatest()
        .where(eq(portfolios.keyIndex, value('key')))
        .prepare('portfolio_by_key'),
    ),
    byId: once(() => withLatest().where(eq(portfolios.id, id)).prepare('portfolio_by_id')),
    newest: once(() =>
      db.select(versionColumns).from(portfolios).innerJoin(versions, isNewest).where(eq(portfolios.id, id)).prepare('version_newest'),
    ),
    version: once(() =>
      db
        .select(versionColumns)
        .from(versions)
        .where(and(eq(versions.portfolioId, id), eq(versions.version, value('version'))))
        .prepare('version_by_number'),
    ),
    versions: once(() =>
      db
        .select(versionColumns)
        .from(versions)
        .where(and(eq(versions.portfolioId, id), lt(versions.version, value('before'))))
        .orderBy(desc(versions.version))
        .limit(value('limit'))
        .prepare('versions_before'),
    ),
    insert: once(() =>
      db
        .insert(portfolios)
        .values({
          id,
          keyIndex: value('key'),
          personIndex: value('person'),
          organisationBin: value('organisationBin'),
          createdAt: value('now'),
          updatedAt: value('now'),
        })
        .onConflictDoNothing({ target: portfolios.keyIndex })
        .returning({ id: portfolios.id })
        .prepare('portfolio_insert'),
    ),
    owner: once(() =>
      db
        .select({ personIndex: portfolios.personIndex, organisationBin: portfolios.organisationBin })
        .from(portfolios)
        .where(eq(portfolios.id, id))
        .prepare('portfolio_owner'),
    ),
  }
}
type WithLatest = Awaited<ReturnType<ReturnType<ReturnType<typeof statements>['byId']>['execute']>>[number]

/** Null where no version was stored yet. */
function toLatest(vault: Vault, found: WithLatest): Latest | null {
  const { revision, request, held, version } = found
  if (!version || !request || !held) return null
  const row = rowOf(found.id, version.version)
  return {
    ...toStored(vault, version),
    revision,
    request: vault.open({ table: 'portfolios', column: 'request', row }, request),
    held: vault.open({ table: 'portfolios', column: 'held', row }, held),
  }
}

/** Portfolios and their versions over either driver. */
export function createPortfolios({ db, vault, clock, guard }: StoreParts): PortfolioStore {
  const prepared = statements(db)
  const write = savingStatements(db)
  const person = (iin: string) => vault.index('person', iin)

  /** The id of the new row; null: somebody has just made one. */
  async function insert(key: Uint8Array, iin: string, id: string, organisationBin: string): Promise<string | null> {
    const values = { id, key, person: person(iin), organisationBin, now: instantAt(clock) }
    const made = await guard.run(() => prepared.insert().execute(values))
    return made[0]?.id ?? null
  }
  async function byKey(key: Uint8Array) {
    const [found] = await guard.run(() => prepared.byKey().execute({ key }))
    return found ? { id: found.id, latest: toLatest(vault, found) } : null
  }
  return {
    async open(iin, caseId, candidateId, organisationBin) {
      const key = vault.index('portfolio', iin, caseId)
      const found = await byKey(key)
      if (found) return found
      const id = await insert(key, iin, candidateId, organisationBin)
      if (id !== null) return { id, latest: null }
      const theirs = await byKey(key)
      if (!theirs) throw new StoreUnavailable('contention')
      return theirs
    },
    async latest(id) {
      const [found] = await guard.run(() => prepared.byId().execute({ id }))
      return found ? toLatest(vault, found) : null
    },
    async save(change) {
      const values = savingValues(vault, change, instantAt(clock))
      return (await guard.run(() => write.save().execute(values))).length > 0
    },
    async touch(change) {
      const values = { ...touchingValues(vault, change), now: instantAt(clock) }
      return (await guard.run(() => write.touch().execute(values))).length > 0
    },
    async version(id, version) {
      const [row] = await guard.run(() =>
        version === 'latest' ? prepared.newest().execute({ id }) : prepared.version().execute({ id, version }),
      )
      return row ? toStored(vault, row) : null
    },
    async versions(id, before, limit) {
      const rows = await guard.run(() => prepared.versions().execute({ id, before: before ?? NEWEST, limit }))
      return rows.map((row) => toStored(vault, row))
    },
    async owner(id) {
      const [row] = await guard.run(() => prepared.owner().execute({ id }))
      if (!row) return null
      return { organisationBin: row.organisationBin, isAbout: (iin) => timingSafeEqual(row.personIndex, person(iin)) }
    },
  }
}
