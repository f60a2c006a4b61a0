import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Collected, Collector } from '../deps.ts'
import type { PortfolioStore } from '../store/store.ts'
import type { Recorder, Renews } from './recorder.ts'

/** What a collector that records is made of. `renewed`: sources of which each collection makes a new recording. */
export interface RecordingDeps {
  readonly recorder: Recorder
  readonly portfolios: Pick<PortfolioStore, 'latest'>
  readonly renewed: ReadonlySet<SourceId>
}

/** A collector whose every collection is a case of the recorder: the cassette is written before the answer is given. */
export function recordingCollector(collector: Collector, { recorder, portfolios, renewed }: RecordingDeps): Collector {
  async function recorded(claim: PortfolioRequest, renews: Renews, work: () => Promise<Collected>): Promise<Collected> {
    const { close } = recorder.open(claim, renews)
    try {
      return await work()
    } finally {
      await close()
    }
  }
  return {
    collect: (request, options) =>
      recorded(
        request,
        (source) => renewed.has(source),
        () => collector.collect(request, options),
      ),
    async refresh(id, sources, options) {
      const work = () => collector.refresh(id, sources, options)
      const latest = await portfolios.latest(id)
      const claim = latest && (JSON.parse(latest.request) as PortfolioRequest)
      return claim ? recorded(claim, (source, asked) => asked && renewed.has(source), work) : work()
    },
    takeUp: collector.takeUp,
  }
}
