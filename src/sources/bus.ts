import type { Exchange, InboxMessage, ShepCall } from '../../adapters/adapter.ts'

/** One message as it was taken from the queue; `readable` false: its data could not be read, only its head. */
export interface TakenMessage {
  readonly message: InboxMessage
  readonly exchange: Exchange
  readonly readable: boolean
}

/** The asynchronous channel of one source (contract page, B). Everything throws `SourceFailure`. */
export interface Bus {
  send(call: ShepCall, messageId: string): Promise<void>
  take(serviceId: string, amount: number): Promise<readonly TakenMessage[]>
  acknowledge(messageId: string, serviceId: string): Promise<void>
}
