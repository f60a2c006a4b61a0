import { timingSafeEqual } from 'node:crypto'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { type Database, instantAt, once, type StoreParts } from './database.ts'
import { savingStatements, savingValues, touchingValues } from './portfolio-writes.ts'
import type { Vault } from './sealed.ts'
import { type Latest, type PortfolioStore, StoreUnavailable } from './store.ts'
import { portfolios, versions } from './tables.ts'
import { type HeadRow, headColumns, rowOf, toHead, toStored, versionColumns } from './version-row.ts'

const value = sql.placeholder
/** Above every version number. */
const NEWEST = 2_147_483_647
const heldColumns = { id: portfolios.id, revision: portfolios.revision, request: portfolios.request, held: portfolios.held }
const isNewest = and(eq(versions.portfolioId, portfolios.id), eq(versions.version, portfolios.version))

function statements(db: Database) {
  const id = value('id')
  return {
    /** Finds the row or makes it: one of both is there, but where another writer made it after this statement began. */
    open: once(() => {
      const add = db.insert(portfolios).values({
        ...{ id, keyIndex: value('key'), personIndex: value('person'), organisationBin: value('organisationBin') },
        ...{ createdAt: value('now'), updatedAt: value('now') },
      })
      const made = db
        .$with('made')
        .as(add.onConflictDoNothing({ target: portfolios.keyIndex }).returning({ madeId: sql<string>`${portfolios.id}`.as('made_id') }))
      return db
        .with(made)
        .select({ madeId: made.madeId, found: heldColumns, version: headColumns })
        .from(sql`(select 1) as one`)
        .leftJoin(made, sql`true`)
        .leftJoin(portfolios, eq(portfolios.keyIndex, value('key')))
        .leftJoin(versions, isNewest)
        .prepare('portfolio_open')
    }),
    byId: once(() =>
      db
        .select({ ...heldColumns, version: headColumns })
        .from(portfolios)
        .leftJoin(versions, isNewest)
        .where(eq(portfolios.id, id))
        .prepare('portfolio_by_id'),
    ),
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
    owner: once(() =>
      db
        .select({ personIndex: portfolios.personIndex, organisationBin: portfolios.organisationBin })
        .from(portfolios)
        .where(eq(portfolios.id, id))
        .prepare('portfolio_owner'),
    ),
  }
}
type WithHeld = Pick<typeof portfolios.$inferSelect, keyof typeof heldColumns>

/** Null where no version was stored yet. */
function toLatest(vault: Vault, found: WithHeld, version: HeadRow | null): Latest | null {
  const { revision, request, held } = found
  if (!version || !request || !held) return null
  const row = rowOf(found.id, version.version)
  return {
    ...toHead(version),
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

  /** Null: somebody else has made it since this statement began, and the next one sees it. */
  async function open(values: Record<string, unknown>) {
    const [row] = await guard.run(() => prepared.open().execute(values))
    if (row?.found) return { id: row.found.id, latest: toLatest(vault, row.found, row.version) }
    return row?.madeId ? { id: row.madeId, latest: null } : null
  }
  return {
    async open(iin, caseId, id, organisationBin) {
      const values = { id, key: vault.index('portfolio', iin, caseId), person: person(iin), organisationBin, now: instantAt(clock) }
      const opened = (await open(values)) ?? (await open(values))
      if (!opened) throw new StoreUnavailable('contention')
      return opened
    },
    async latest(id) {
      const [found] = await guard.run(() => prepared.byId().execute({ id }))
      return found ? toLatest(vault, found, found.version) : null
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
