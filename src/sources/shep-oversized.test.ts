import { expect, it } from 'vitest'
import { answer, asyncAnswer, createWire } from '../../test/support/wire-rig.ts'
import type { HttpRequest } from '../ports.ts'
import { headAlone } from './shep-oversized.ts'
import { TooLarge } from './transport-error.ts'

const exchange = { id: 'ex_1', at: '2026-11-24T05:00:00.000Z', payloadHash: '00', signature: 'not_checked' } as const
const huge = asyncAnswer(
  'getMessages',
  `<messages><messageInfo><messageId>n-9</messageId><correlationId>c-9</correlationId></messageInfo><messageData/></messages>`,
)

/** A queue whose only message passes every cap but the last. */
function queue(request: HttpRequest) {
  if (request.maxBytes <= 12 * 1024 * 1024) throw new TooLarge()
  return answer(huge, 200, { 'content-type': 'text/xml' })
}

it('knows a message that is too large even alone by its head', async () => {
  const [message, ...others] = await createWire(queue).bus.take('SERVICE', 1)
  expect(others).toEqual([])
  expect(message).toMatchObject({ readable: false, message: { messageId: 'n-9', correlationId: 'c-9', root: '', data: {} } })
})

it.each([
  ['elements', '<a/>'.repeat(60_000)],
  ['levels', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
])('knows a message of too many %s by its head, so that it does not hold up the queue', async (_, data) => {
  const wide = answer(huge.replace('<messageData/>', `<messageData>${data}</messageData>`), 200, { 'content-type': 'text/xml' })
  const [message, ...others] = await createWire(wide).bus.take('SERVICE', 1)
  expect(others).toEqual([])
  expect(message).toMatchObject({ readable: false, message: { messageId: 'n-9', root: '', data: {} } })
  await expect(createWire(wide).bus.take('SERVICE', 20)).rejects.toMatchObject({ verdict: { outcome: 'unreadable', reason: 'protocol' } })
})

it('leaves a batch that is too large to be asked for one by one', async () => {
  await expect(createWire(queue).bus.take('SERVICE', 20)).rejects.toMatchObject({ verdict: { outcome: 'unreadable', reason: 'protocol' } })
})

it.each(['no head at all', '<messageInfo><messageId>n-9</messageId>', '<messageInfo><messageType>RESPONSE</messageType></messageInfo>'])(
  'gives up where %s is found',
  (text) => {
    expect(headAlone(new TextEncoder().encode(text), exchange)).toBeNull()
  },
)
