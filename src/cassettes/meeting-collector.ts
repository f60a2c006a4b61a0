import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { Collector } from '../deps.ts'
import type { PortfolioStore } from '../store/store.ts'
import type { Replay } from './replay.ts'

/** A collector that tells the replay about whom it will be asked, before it is. */
export function meetingCollector(collector: Collector, replay: Replay, portfolios: Pick<PortfolioStore, 'latest'>): Collector {
  return {
    collect(request, options) {
      replay.meet(request.iin)
      return collector.collect(request, options)
    },
    async refresh(id, sources, options) {
      const latest = await portfolios.latest(id)
      if (latest) replay.meet((JSON.parse(latest.request) as PortfolioRequest).iin)
      return collector.refresh(id, sources, options)
    },
    takeUp: collector.takeUp,
  }
}
