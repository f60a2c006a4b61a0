import type { Received, Source } from '../../adapters/adapter.ts'
import type { Tally } from './run.ts'

/** The same source; the tally remembers the last exchange, so that an answer without records can name it too. */
export function observed(source: Source, tally: Tally): Source {
  const noted = <Body>(received: Received<Body>): Received<Body> => {
    tally.exchangeId = received.exchange.id
    return received
  }
  return {
    json: async (call) => noted(await source.json(call)),
    text: async (call) => noted(await source.text(call)),
    bytes: async (call) => noted(await source.bytes(call)),
    async shep(call) {
      const reply = await source.shep(call)
      if ('exchange' in reply) tally.exchangeId = reply.exchange.id
      return reply
    },
  }
}
