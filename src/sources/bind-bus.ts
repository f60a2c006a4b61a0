import type { Bus } from './bus.ts'
import type { Run } from './failure.ts'
import { buildAcknowledge, buildSend, buildTake, NAMESPACES } from './shep-build.ts'
import { type BusDeps, exchangeXml, headOf } from './shep-call.ts'
import { readMessages } from './shep-inbox.ts'
import { responseOf } from './shep-read.ts'
import { LARGEST } from './wire.ts'

export interface BindBusDeps extends BusDeps {
  readonly run: Run
}

/** The asynchronous channel of one source: send, take, acknowledge (wire formats, 2). Throws `SourceFailure`. */
export function bindBus(deps: BindBusDeps): Bus {
  const { run, newId } = deps

  function operate(xml: () => string, operation: string, maxBytes: number) {
    return run(async (signal) => {
      const { body, exchange } = await exchangeXml(xml(), signal, maxBytes, deps)
      responseOf(body, operation, NAMESPACES.async)
      return { body, exchange }
    })
  }
  return {
    async send(call, messageId) {
      await operate(() => buildSend(call, headOf(messageId, deps)), 'sendMessageResponse', LARGEST.xml)
    },
    async take(serviceId, amount) {
      const taken = await operate(() => buildTake(serviceId, amount, headOf(newId(), deps)), 'getMessagesResponse', LARGEST.messages)
      return readMessages(taken.body, taken.exchange)
    },
    async acknowledge(messageId, serviceId) {
      await operate(() => buildAcknowledge(messageId, serviceId, headOf(newId(), deps)), 'sendDeliveryNotificationResponse', LARGEST.xml)
    },
  }
}
