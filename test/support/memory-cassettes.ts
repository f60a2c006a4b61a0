import type { Cassette } from '../../src/cassettes/cassette.ts'
import type { CassetteStore } from '../../src/cassettes/recorder.ts'

/** Cassettes in memory, for tests. */
export function memoryCassettes(): CassetteStore & { readonly kept: ReadonlyMap<string, Cassette> } {
  const kept = new Map<string, Cassette>()
  return {
    kept,
    read: async (name) => kept.get(name) ?? null,
    lists: async () => [...kept.values()].filter(({ claim }) => claim === null),
    async write(name, cassette) {
      kept.set(name, cassette)
    },
  }
}
