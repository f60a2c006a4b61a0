import { adapters } from '../../adapters/index.ts'
import type { Cassette } from '../../src/cassettes/cassette.ts'
import { claimFor, createPretendLine, pretendGovernment } from './pretend-line.ts'
import { AT, recording } from './recorded-line.ts'

/** A case of one source as it went over the wire of the pretend government, whose people need no pseudonyms. Nothing is expected of it yet. */
export async function recordedCase(source: string): Promise<Cassette> {
  const adapter = adapters.find(({ id }) => id === source)!
  const { government, exchanges } = recording(pretendGovernment(), adapter)
  const claim = claimFor(adapter)
  await createPretendLine(government, adapter).collect(claim)
  return { version: 1, recordedAt: AT, claim: { ...claim } as Cassette['claim'], exchanges, expected: null }
}
