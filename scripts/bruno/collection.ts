import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bruToEnvJsonV2, bruToJsonV2, collectionBruToJson } from '@usebruno/lang'

/** One request of a collection as Bruno's own parser reads it. */
export type BruRequest = ReturnType<typeof bruToJsonV2>

/** A folder of Bruno: its requests in their order, the variables of one environment, the token that requests inherit. */
export interface Collection {
  readonly requests: readonly BruRequest[]
  readonly variables: Readonly<Record<string, string>>
  /** With variables in it; null where the collection has no bearer token. */
  readonly bearer: string | null
}

/** Reads a collection; secrets of the environment are empty until somebody fills them. */
export async function readCollection(folder: string, environment: string): Promise<Collection> {
  const read = (...path: readonly string[]) => readFile(join(folder, ...path), 'utf8')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.bru') && name !== 'collection.bru')
  const requests = await Promise.all(names.map(async (name) => bruToJsonV2(await read(name))))
  const { variables } = bruToEnvJsonV2(await read('environments', `${environment}.bru`))
  const { auth } = collectionBruToJson(await read('collection.bru'))
  return {
    requests: requests.toSorted((one, other) => Number(one.meta.seq) - Number(other.meta.seq)),
    variables: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
    bearer: auth?.bearer?.token ?? null,
  }
}
