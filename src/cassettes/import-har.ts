import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { RecordedExchange } from './cassette.ts'
import { readHar } from './har.ts'
import { createRecorder, type RecorderDeps } from './recorder.ts'
import { type RedactionPreview, redactionPreview } from './redaction-preview.ts'

/** Whose archive it is: of one source, below its base URL, about the person of one claim. */
export interface Archive {
  readonly har: unknown
  readonly source: SourceId
  readonly baseUrl: string
  readonly claim: PortfolioRequest
}

/** What importing is made of; `redactor` runs before anything is handed to `store`. */
export type HarDeps = Pick<RecorderDeps, 'store' | 'redactor' | 'expected'>

/** What became of the entries of an archive. */
export interface ImportedHar {
  /** Names of the cassettes that were written; none where nothing was taken. */
  readonly written: readonly string[]
  readonly taken: number
  readonly elsewhere: number
  readonly bodiless: number
  /** Entries about persons whom the claim does not name. */
  readonly others: number
  readonly redacted: RedactionPreview
}

/**
 * Records what an HTTP archive tells, as if the gateway had asked it: redacted before the store gets it, the person's exchanges in the
 * cassette of the case, the others in that of the source. The former recording of this source is replaced, that of other sources stays.
 * Throws `CassetteError`, and what the store throws.
 */
export async function importHar({ har, source, baseUrl, claim }: Archive, { store, redactor, expected }: HarDeps): Promise<ImportedHar> {
  const { exchanges, ...left } = readHar(har, source, baseUrl)
  const written: string[] = []
  const failures: unknown[] = []
  const taken: RecordedExchange[] = []
  let [at, others] = [Date.parse(exchanges[0]?.at ?? ''), 0]
  const noting: typeof store = {
    ...store,
    async write(name, cassette) {
      await store.write(name, cassette)
      written.push(name)
    },
  }
  const recorder = createRecorder({
    ...{ store: noting, redactor, expected, now: () => at, dropped: () => void others++, failed: (error) => void failures.push(error) },
  })
  if (exchanges.length > 0) {
    const { close } = recorder.open(claim, (one) => one === source)
    for (const exchange of exchanges) {
      const before = others
      at = Date.parse(exchange.at)
      recorder.asked(source, exchange.request).ended(exchange.answer)
      if (others === before) taken.push(exchange)
    }
    if (taken.length > 0) await close()
  }
  if (failures.length > 0) throw failures[0]
  return { ...left, written, taken: taken.length, others, redacted: redactionPreview(taken, redactor) }
}
