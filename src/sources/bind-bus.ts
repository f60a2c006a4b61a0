import type { Bus } from './bus.ts'
import type { Run } from './failure.ts'
import { buildAcknowledge, buildSend, buildTake, NAMESPACES } from './shep-build.ts'
import { type BusDeps, exchangeBytes, exchangeXml, headOf } from './shep-call.ts'
import { readMessages } from './shep-inbox.ts'
import { headAlone, isTooMuch } from './shep-oversized.ts'
import { bodyOf, responseOf } from './shep-read.ts'
import { respondedAt } from './skew.ts'
import { LARGEST } from './wire.ts'
import { parseXmlInTurns } from './xml.ts'

/** What the asynchronous channel is bound with. */
export interface BindBusDeps extends BusDeps {
  readonly run: Run
}

/** The asynchronous channel of one source: send, take, acknowledge (wire formats, 2). Throws `SourceFailure`. */
export function bindBus(deps: BindBusDeps): Bus {
  const { run, newId } = deps

  function operate(xml: () => string, operation: string, maxBytes: number) {
    return run(async (signal) => {
      const { text, exchange } = await exchangeXml(xml(), signal, maxBytes, deps)
      const root = await parseXmlInTurns(text, { maxChars: maxBytes, signal })
      const response = responseOf(bodyOf(root), operation, NAMESPACES.async)
      deps.heard?.('responseDate', respondedAt(response))
      return { response, exchange }
    })
  }
  return {
    async send(call, messageId) {
      await operate(() => buildSend(call, headOf(messageId, deps)), 'sendMessageResponse', LARGEST.xml)
    },
    async take(serviceId, amount) {
      const take = () => buildTake(serviceId, amount, headOf(newId(), deps))
      try {
        const { response, exchange } = await operate(take, 'getMessagesResponse', LARGEST.messages)
        return await readMessages(response, exchange)
      } catch (error) {
        if (amount > 1 || !isTooMuch(error)) throw error
        const { answer, exchange } = await run((signal) => exchangeBytes(take(), signal, LARGEST.oversized, deps))
        const head = headAlone(answer.bytes, exchange)
        if (!head) throw error
        return [head]
      }
    },
    async acknowledge(messageId, serviceId) {
      await operate(() => buildAcknowledge(messageId, serviceId, headOf(newId(), deps)), 'sendDeliveryNotificationResponse', LARGEST.xml)
    },
  }
}
