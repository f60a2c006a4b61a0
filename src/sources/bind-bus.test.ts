import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { answer, asyncAnswer, createWire, failureIn, faultAnswer, shepCall } from '../../test/support/wire-rig.ts'
import { TooLarge } from './transport-error.ts'

const bus = (body: string, status = 200) => createWire(answer(body, status, { 'content-type': 'text/xml' })).bus
const message = (data: string, info = '<messageId>n-1</messageId>') =>
  `<messages><messageData>${data}</messageData><messageInfo>${info}</messageInfo></messages>`
const taken = (...messages: string[]) => bus(asyncAnswer('getMessages', `<sessionId>s</sessionId>${messages.join('')}`)).take('SERVICE', 20)
const file = (base64: string) => message(`<data><fileData><name>a</name><base64Data>${base64}</base64Data></fileData></data>`)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('take', () => {
  it('reads the head by name, with the date as an instant and braces dropped', async () => {
    const info =
      '<messageType>RESPONSE</messageType><messageDate>2026-01-15T10:04:58</messageDate><correlationId>{c-1}</correlationId><messageId>n-1</messageId>'
    const [first] = await taken(message('<data><attestationApplicationNotFound><iin>1</iin></attestationApplicationNotFound></data>', info))
    expect(first?.message).toEqual({
      ...{ messageId: 'n-1', correlationId: 'c-1', messageType: 'RESPONSE', messageDate: '2026-01-15T05:04:58.000Z' },
      ...{ root: 'attestationApplicationNotFound', data: { iin: '1' } },
    })
    expect(first).toMatchObject({ readable: true, exchange: { id: expect.stringMatching(/^ex_/), signature: 'absent' } })
  })

  it.each([
    ['yesterday', null],
    ['2026-13-45T10:00:00Z', null],
    ['2026-01-15T10:00:00+06:00', '2026-01-15T04:00:00.000Z'],
    ['2026-01-15T10:00:00.5Z', '2026-01-15T10:00:00.500Z'],
  ])('reads the date %s as %s', async (date, expected) => {
    const [first] = await taken(message('<data/>', `<messageId>n-1</messageId><messageDate>${date}</messageDate>`))
    expect(first?.message.messageDate).toBe(expected)
  })

  it.each([
    ['an element', '<data><typedRequestFormImportData><requesterIin>1</requesterIin></typedRequestFormImportData></data>'],
    [
      'a type',
      '<data xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:type="d:typedRequestFormImportData"><requesterIin>1</requesterIin></data>',
    ],
    ['text', '<data>&lt;typedRequestFormImportData>&lt;requesterIin>1&lt;/requesterIin>&lt;/typedRequestFormImportData></data>'],
  ])('names the root that came as %s', async (_, data) => {
    const [first] = await taken(message(data))
    expect(first?.message).toMatchObject({ root: 'typedRequestFormImportData', data: { requesterIin: '1' } })
  })

  it('keeps the others where one message cannot be read, with its head', async () => {
    const [bad, good] = await taken(message('<data>&lt;a>&lt;b></data>'), message('<data/>', '<messageId>n-2</messageId>'))
    expect(bad).toMatchObject({ readable: false, message: { messageId: 'n-1', root: '', data: {} } })
    expect(good).toMatchObject({ readable: true, message: { messageId: 'n-2' } })
  })

  it('measures files and keeps none of their bytes', async () => {
    const [first] = await taken(file('aGVs\r\n bG8=&#13;'))
    expect(first?.message.data.fileData).toEqual({ name: 'a', base64Data: { sha256: sha256('hello'), size: 5 } })
    const [several] = await taken(message('<data><base64Data>aGVsbG8=</base64Data><base64Data>aGVsbG8=</base64Data></data>'))
    expect(JSON.stringify(several?.message.data)).not.toContain('aGVs')
  })

  it.each([
    ['nothing', '', ''],
    ['what is no base64', 'aGVsbG8*', 'hello'],
  ])('marks a file of %s as broken', async (_, base64, decoded) => {
    const [first] = await taken(file(base64))
    expect(first?.message.data.fileData).toMatchObject({ base64Data: { sha256: sha256(decoded), size: decoded.length, broken: true } })
  })

  it('returns nothing from an empty queue', async () => {
    expect(await taken()).toEqual([])
  })

  it('fails without another attempt where the batch is too large', async () => {
    const { bus: flooded, requests } = createWire(() => Promise.reject(new TooLarge()))
    expect(await failureIn(flooded.take('SERVICE', 20))).toBe('unreadable/protocol no')
    expect(requests[0]?.maxBytes).toBe(12 * 1024 * 1024)
  })
})

describe('send and acknowledge', () => {
  it('accept a receipt', async () => {
    const receipt = '<messageId>r-1</messageId><responseDate>2026-01-15T10:00:00</responseDate>'
    await expect(bus(asyncAnswer('sendMessage', receipt)).send(shepCall(), 'id-1')).resolves.toBeUndefined()
    await expect(bus(asyncAnswer('sendDeliveryNotification', receipt)).acknowledge('n-1', 'SERVICE')).resolves.toBeUndefined()
  })

  it.each([
    ['a fault', faultAnswer('SCE004'), 500, 'unavailable/shep_fault no'],
    ['a refused sender', '', 401, 'unavailable/auth renew'],
    ['the answer to something else', asyncAnswer('getMessages', ''), 200, 'unreadable/protocol once'],
  ])('fail on %s', async (_, body, status, expected) => {
    expect(await failureIn(bus(body, status).send(shepCall(), 'id-1'))).toBe(expected)
    expect(await failureIn(bus(body, status).acknowledge('n-1', 'SERVICE'))).toBe(expected)
  })
})
