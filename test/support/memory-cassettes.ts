import type { Cassette } from './cassette.ts'
import type { CassetteStore } from './recorder.ts'

/** Cassettes in memory, where there is no folder: for tests and for Workers. */
export function memoryCassettes(): CassetteStore & { readonly kept: ReadonlyMap<string, Cassette> } {
  const kept = new Map<string, Cassette>()
  return {
    kept,
    read: async (name) => kept.get(name) ?? null,
    async write(name, cassette) {
      kept.set(name, cassette)
    },
  }
}
