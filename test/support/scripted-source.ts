import type { Exchange, HttpCall, Received, ShepCall, ShepReply, Source, TableFile, TableRows } from '../../adapters/adapter.ts'
import { readPages } from '../../src/sources/pages.ts'

/** The exchange of every scripted answer. */
export const EXCHANGE: Exchange = { id: 'ex_1', at: '2026-11-24T05:00:00.000Z', payloadHash: '00', signature: 'absent' }

/** A source that answers as a test says and remembers what it was asked: for adapters alone, without the wire. */
export function scriptedSource(script: {
  readonly json?: (call: HttpCall) => unknown
  readonly shep?: (call: ShepCall) => unknown
  readonly table?: (file: TableFile) => Iterable<Omit<TableRows, 'exchange'>>
}) {
  const calls: (HttpCall | ShepCall | TableFile)[] = []
  const refuse = () => Promise.reject(new Error('not scripted'))
  async function json(call: HttpCall): Promise<Received<unknown>> {
    calls.push(call)
    return { body: script.json?.(call), status: 200, exchange: EXCHANGE }
  }
  const source: Source = {
    json,
    pages: (paging) => readPages(json, paging),
    async shep(call): Promise<ShepReply> {
      calls.push(call)
      return script.shep?.(call) as ShepReply
    },
    async *table(file) {
      calls.push(file)
      for (const rows of script.table?.(file) ?? []) yield { ...rows, exchange: EXCHANGE }
    },
    text: refuse,
    bytes: refuse,
  }
  return { source, calls }
}
