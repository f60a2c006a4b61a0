import { vi } from 'vitest'
import type { Inbox, Reading } from '../../adapters/adapter.ts'
import type { TakenMessage } from '../../src/sources/bus.ts'
import { SourceFailure } from '../../src/sources/failure.ts'
import { adapterOf, askOf, createRig, invented, type RigOptions, record } from './ask-rig.ts'

/** The person asked about. */
export const mine = invented(1)
const delivery: Inbox = {
  kind: 'inbox',
  send: () => ({ serviceId: 'SERVICE', namespace: 'urn:x', shape: 'typed', root: 'r', answer: 'a', fields: {} }),
  read: (message) => message.data.reading as Reading,
}
/** A source whose messages carry what they say. */
export const adapter = adapterOf({ id: 'egov-portal', delivery })
/** A failure of the bus that is not tried again. */
export const failure = (reason: 'connect' | 'protocol') =>
  new SourceFailure(reason === 'connect' ? { outcome: 'unavailable', reason } : { outcome: 'unreadable', reason }, 'no', 'x')

/** A message as it is taken from the queue. */
export function message(id: string, correlationId: string, reading: Reading, messageType = 'RESPONSE', readable = true): TakenMessage {
  const head = { messageId: id, correlationId, messageType, messageDate: '2026-01-15T10:00:00.000Z' }
  return { message: { ...head, root: 'r', data: { reading } }, exchange: record(null).exchange, readable }
}
/** What a RESPONSE with an application says. */
export const application = (iin: string | null = mine): Reading => ({ kind: 'record', final: true, iin, value: { number: '7' } })

/** A bus whose queue is filled by the test. What is acknowledged leaves it. */
function scriptedBus() {
  const bus = {
    log: [] as string[],
    queue: [] as TakenMessage[],
    sendFails: null as Error | null,
    takeFails: null as Error | null,
    async send(_: unknown, id: string) {
      bus.log.push(`send ${id}`)
      if (bus.sendFails) throw bus.sendFails
    },
    async take(_: string, amount: number) {
      bus.log.push(`take ${amount} at ${Math.round(performance.now())}`)
      if (bus.takeFails) throw bus.takeFails
      return bus.queue.slice(0, amount)
    },
    async acknowledge(id: string) {
      bus.log.push(`acknowledge ${id}`)
      bus.queue = bus.queue.filter((taken) => taken.message.messageId !== id)
    },
  }
  return bus
}

/** The policy of asking over this bus. */
export function rigOf(options: RigOptions = {}) {
  const bus = scriptedBus()
  const rig = createRig({ bus, adapters: [adapter], ...options })
  const ask = async (portfolioId = 'pf_1', budgetMs = 4000) => {
    const pending = rig.askAll([askOf(adapter, { portfolioId })], budgetMs)
    await vi.runAllTimersAsync()
    const [outcome] = await pending
    return { ...outcome!.status, records: outcome!.records }
  }
  return { ...rig, bus, ask }
}
/** When was polled, and for how many. */
export const polls = (bus: ReturnType<typeof scriptedBus>) => bus.log.filter((line) => line.startsWith('take'))
