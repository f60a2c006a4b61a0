import type { Vault } from './sealed.ts'
import type { Cause, StoredVersion, VersionHead } from './store.ts'
import { versions } from './tables.ts'

/** The columns of a version without its body. */
export const headColumns = {
  portfolioId: versions.portfolioId,
  version: versions.version,
  cause: versions.cause,
  at: versions.at,
  etag: versions.etag,
  contentHash: versions.contentHash,
}
/** All of them. */
export const versionColumns = { ...headColumns, body: versions.body }

type RowOf<Columns> = { readonly [Key in keyof Columns & keyof typeof versions.$inferSelect]: (typeof versions.$inferSelect)[Key] }
export type HeadRow = RowOf<typeof headColumns>

/** Binds a sealed text to one version of one portfolio. */
export function rowOf(portfolioId: string, version: number): string {
  return `${portfolioId}/${version}`
}

/** The body of a version in the clear. Throws `StoreUnavailable` where it does not open. */
export function openBody(vault: Vault, portfolioId: string, version: number, body: Uint8Array): string {
  return vault.open({ table: 'versions', column: 'body', row: rowOf(portfolioId, version) }, body)
}

/** A row as the port gives it, without the body. */
export function toHead({ portfolioId, version, cause, at, etag, contentHash }: HeadRow): VersionHead {
  return { id: portfolioId, version, cause: cause as Cause, at, etag, contentHash }
}

/** A whole row as the port gives it. */
export function toStored(vault: Vault, row: RowOf<typeof versionColumns>): StoredVersion {
  return { ...toHead(row), body: openBody(vault, row.portfolioId, row.version, row.body) }
}
