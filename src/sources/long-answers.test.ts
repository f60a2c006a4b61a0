import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { turnsDuring } from '../../test/support/turns.ts'
import { answer, asyncAnswer, createWire, faultAnswer, shepCall, syncAnswer } from '../../test/support/wire-rig.ts'
import { timedOut } from './deadline.ts'
import { escapeXml } from './shep-build.ts'
import { parseXmlInTurns } from './xml.ts'

const RESULT = '<messageResult><code>00000</code></messageResult>'
const MANY = '<more/>'.repeat(40_000)
const HEADERS = { 'content-type': 'text/xml; charset=utf-8' }
const packed = (text: string) => gzipSync(text).toString('base64')
const ask = (body: string, status = 200, signal?: AbortSignal) =>
  createWire(answer(body, status, HEADERS), signal ? { signal } : {}).source.shep(shepCall())

/** A signal that fires while others have their turn, and why. */
function soon() {
  const [controller, cause] = [new AbortController(), timedOut()]
  setImmediate(() => setImmediate(() => controller.abort(cause)))
  return { signal: controller.signal, cause }
}

describe('a long answer', () => {
  it.each([
    ['data', syncAnswer(`<data>${RESULT}${MANY}</data>`), 200],
    ['a document as text', syncAnswer(`<data>${escapeXml(`<a>${RESULT}${MANY}</a>`)}</data>`), 200],
    ['a Fault of the provider', faultAnswer('P1').replace('<detail>', `<detail>${MANY}`), 500],
  ])('lets others have their turn, and ends with its limit, in %s', async (_, body, status) => {
    expect(await turnsDuring(ask(body, status))).toBeGreaterThanOrEqual(4)
    const { signal, cause } = soon()
    await expect(ask(body, status, signal)).rejects.toBe(cause)
  })

  it('lets others have their turn between the messages of a queue, none of which is lost by it', async () => {
    const message = `<messages><messageInfo><messageId>n</messageId></messageInfo><messageData/></messages>`
    const { bus } = createWire(answer(asyncAnswer('getMessages', message.repeat(5)), 200, HEADERS))
    expect(await turnsDuring(bus.take('SERVICE', 5))).toBeGreaterThanOrEqual(5)
    expect(await bus.take('SERVICE', 5)).toHaveLength(5)
  })

  it('reads what is packed once, and refuses what is packed in each other', async () => {
    const document = `<Response>${RESULT}</Response>`
    expect(await ask(syncAnswer(`<data>${packed(document)}</data>`))).toHaveProperty('data')
    const nested = Array.from({ length: 40 }).reduce<string>(packed, document)
    await expect(ask(syncAnswer(`<data>${nested}</data>`))).rejects.toThrow('unreadable/protocol: text that is no document')
  })

  it('refuses data of too many different names', async () => {
    const names = Array.from({ length: 1001 }, (_, name) => `<k${name}/>`).join('')
    await expect(ask(syncAnswer(`<data>${RESULT}<a>${names}</a></data>`))).rejects.toThrow('too many different elements')
  })

  it('reads data no second time as a part of the whole where they are too much', async () => {
    const body = syncAnswer(`<data>${RESULT}${MANY}${MANY}</data>`)
    const once = await turnsDuring(parseXmlInTurns(body, { maxChars: 1024 * 1024, signal: null }))
    expect(await turnsDuring(ask(body))).toBeLessThan(once * 1.5)
  })
})
