import { startPretendGovernment } from '../../mocks/listen.ts'
import type { Transport } from '../../src/ports.ts'
import { undiciTransport } from '../../src/sources/http-undici.ts'
import { TODAY } from '../support/stack.ts'
import type { Trial } from './fault.ts'
import { prefixOf } from './rig.ts'

/** Real sockets to a pretend government that count what goes over them. */
export interface CountingTransport {
  readonly sockets: { readonly url: string; readonly transport: Transport }
  /** Calls to a source so far. */
  asked(source: string): number
  /** The most calls that were under way at the same time. */
  peak(): number
  /** Variables that switch a source on. */
  with(source: string): Record<string, string>
}

/** Starts it; the trial ends it. `slowMs`: how long an answer of a slow source takes. */
export async function countingTransport(trial: Trial, slowMs = 20): Promise<CountingTransport> {
  const { url, close } = await startPretendGovernment({ today: TODAY, seed: 'journeys', slowMs })
  trial.after(close)
  const { transport, close: end } = undiciTransport()
  trial.after(end)
  const asked = new Map<string, number>()
  let [now, peak] = [0, 0]
  const counted: Transport = async (request) => {
    const source = new URL(request.url).pathname.split('/')[1] ?? ''
    asked.set(source, (asked.get(source) ?? 0) + 1)
    peak = Math.max(peak, ++now)
    return transport(request).finally(() => now--)
  }
  return {
    sockets: { url, transport: counted },
    asked: (source) => asked.get(source) ?? 0,
    peak: () => peak,
    with: (source) => ({ [`${prefixOf(source)}_URL`]: `${url}/${source}` }),
  }
}
