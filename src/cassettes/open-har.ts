import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Adapter } from '../../adapters/adapter.ts'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import { ConfigError, type Environment, prefixOf, readConfig } from '../config.ts'
import { keyFile } from '../store/key-file.ts'
import { CassetteFault } from './cases.ts'
import { CassetteError } from './cassette-error.ts'
import { folderCassettes } from './folder.ts'
import { type HarDeps, type ImportedHar, importHar } from './import-har.ts'
import { createRedactor } from './redactor.ts'
import { replayCase } from './replay-case.ts'

/** An archive that is to become cassettes. Persons come by a file: arguments are seen by everybody on the machine. */
export interface HarWish {
  readonly file: string
  readonly source: string
  /** The file of the claim: a body of `POST /v1/portfolios`. */
  readonly claim: string
  /** Null: `<ID>_URL`. */
  readonly url: string | null
  /** Null: the folder in which the gateway records. */
  readonly out: string | null
  /** `DATA_DIR` has the key of the pseudonyms, so that the same person is the same one as in what the gateway recorded. */
  readonly environment: Environment
}

/** What was imported into which files, or why nothing was; `config`: names of keys, never values. */
export type HarOutcome =
  | (Omit<ImportedHar, 'written'> & { readonly kind: 'imported'; readonly files: readonly string[] })
  | { readonly kind: 'no_such_source' | 'no_server' }
  | { readonly kind: 'config'; readonly faults: readonly string[] }

interface Settings {
  readonly dataDir: string
  readonly folder: string
  readonly baseUrl: string
}

async function jsonIn(file: string, fault: CassetteFault['fault']): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CassetteFault(file, 'missing')
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new CassetteFault(file, fault, 'JSON')
  }
}

async function claimIn(file: string): Promise<PortfolioRequest> {
  const read = PortfolioRequest.safeParse(await jsonIn(file, 'no_claim'))
  if (read.success) return read.data
  const places = read.error.issues.map((issue) => z.core.toDotPath(issue.path) || 'the whole')
  throw new CassetteFault(file, 'no_claim', [...new Set(places)].join(', '))
}

/** By the keys that count here: what else the environment holds is none of our concern. Null: no address. Throws `ConfigError`. */
function settingsOf({ id }: Adapter, { url, out, environment }: HarWish): Settings | null {
  const key = `${prefixOf(id)}URL`
  const { DATA_DIR, CASSETTES_DIR, [key]: known } = environment
  const { dataDir, cassettesDir, sources } = readConfig({ DATA_DIR, CASSETTES_DIR, [key]: url ?? known }, [id])
  const baseUrl = sources[0]?.settings.url
  return baseUrl ? { dataDir, folder: out ?? cassettesDir, baseUrl } : null
}

/** A fault of the archive bears the name of its file. */
async function ofFile<Result>(file: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw error instanceof CassetteError ? new CassetteFault(file, 'no_archive', error.message) : error
  }
}

async function imported(
  wish: HarWish,
  source: SourceId,
  { dataDir, folder, baseUrl }: Settings,
  adapters: readonly Adapter[],
): Promise<HarOutcome> {
  const claim = await claimIn(wish.claim)
  const archive = { har: await jsonIn(wish.file, 'no_archive'), source, baseUrl, claim }
  const store = folderCassettes(folder)
  const redactor = createRedactor(keyFile(null, dataDir, 'cassettes.key'), adapters)
  const expected: HarDeps['expected'] = async (one, lists) => (await replayCase([one, ...lists], { adapters })).portfolio as never
  const { written, ...rest } = await ofFile(wish.file, importHar(archive, { store, redactor, expected }))
  if (rest.taken === 0) throw new CassetteFault(wish.file, rest.others > 0 ? 'others_only' : 'no_entries')
  return { kind: 'imported', ...rest, files: written.map((name) => join(folder, `${name}.json`)) }
}

/** Makes cassettes of an HTTP archive. Throws `CassetteFault`; then nothing was written. */
export async function openHar(wish: HarWish, adapters: readonly Adapter[]): Promise<HarOutcome> {
  const adapter = adapters.find(({ id }) => id === wish.source)
  if (!adapter) return { kind: 'no_such_source' }
  try {
    const settings = settingsOf(adapter, wish)
    return settings ? await imported(wish, adapter.id, settings, adapters) : { kind: 'no_server' }
  } catch (error) {
    if (error instanceof ConfigError) return { kind: 'config', faults: error.faults }
    throw error
  }
}
