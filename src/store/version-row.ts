import type { Vault } from './sealed.ts'
import type { Cause, StoredVersion } from './store.ts'
import { versions } from './tables.ts'

/** The columns of a version. */
export const versionColumns = {
  portfolioId: versions.portfolioId,
  version: versions.version,
  cause: versions.cause,
  at: versions.at,
  etag: versions.etag,
  contentHash: versions.contentHash,
  body: versions.body,
}

type VersionRow = { readonly [Key in keyof typeof versionColumns]: (typeof versions.$inferSelect)[Key] }

/** Binds a sealed text to one version of one portfolio. */
export function rowOf(portfolioId: string, version: number): string {
  return `${portfolioId}/${version}`
}

/** The body of a version in the clear. Throws `StoreUnavailable` where it does not open. */
export function openBody(vault: Vault, portfolioId: string, version: number, body: Uint8Array): string {
  return vault.open({ table: 'versions', column: 'body', row: rowOf(portfolioId, version) }, body)
}

/** A row as the port gives it. */
export function toStored(vault: Vault, row: VersionRow): StoredVersion {
  const { portfolioId, version, at, etag, contentHash } = row
  const body = openBody(vault, portfolioId, version, row.body)
  return { id: portfolioId, version, cause: row.cause as Cause, at, etag, contentHash, body }
}
