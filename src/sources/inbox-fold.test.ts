import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Inbox, Reading } from '../../adapters/adapter.ts'
import type { StoredMessage } from '../store/store.ts'
import { fold } from './inbox-fold.ts'

/** Reads messages whose data is the reading itself. */
const delivery: Inbox = { kind: 'inbox', send: () => expect.fail('sent'), read: (message) => message.data.reading as Reading }
const exchange = { id: 'ex_1', at: '', payloadHash: '', signature: 'absent' } as const

function message(id: string, messageType: string, messageDate: string | null, reading: Reading, readable = true): StoredMessage {
  const body = JSON.stringify({ root: 'root', data: { reading }, exchange, readable })
  return { messageId: id, correlationId: 'c', messageType, messageDate, body }
}
const says = (value: Record<string, unknown>, final: boolean): Reading => ({ kind: 'record', final, iin: null, value })
const response = message('m1', 'RESPONSE', '2026-01-15T10:00:00.000Z', says({ status: 'IN_PROGRESS', post: 'teacher' }, true))
const notice = message('m2', 'NOTIFICATION', '2026-01-15T11:00:00.000Z', says({ status: 'DONE' }, false))
const early = message('m3', 'NOTIFICATION', '2026-01-15T09:00:00.000Z', says({ status: 'NEW', extra: 1 }, false))
const undated = message('m0', 'NOTIFICATION', null, says({ status: 'UNKNOWN', lost: 1 }, false))

test('lays messages over one another by their date, whatever the order of arrival (U47)', () => {
  const all = [response, notice, early, undated]
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (arrived) => {
      expect(fold(arrived, delivery)).toMatchObject({ state: 'record', value: { status: 'DONE', post: 'teacher', extra: 1, lost: 1 } })
    }),
  )
})

test('waits while only notifications are there', () => {
  expect(fold([notice, early], delivery)).toEqual({ state: 'waiting' })
})

test('waits for a RESPONSE even where a notification calls itself final', () => {
  expect(fold([message('m', 'NOTIFICATION', null, says({}, true))], delivery).state).toBe('waiting')
})

test('returns empty for the not-found answer', () => {
  expect(fold([message('m', 'RESPONSE', null, { kind: 'empty', iin: null })], delivery).state).toBe('empty')
})

test.each([
  ['that the adapter cannot read', message('m', 'RESPONSE', null, { kind: 'unreadable' })],
  ['that the bus could not read', message('m', 'RESPONSE', null, says({}, true), false)],
])('returns unreadable for a RESPONSE %s', (_, stored) => {
  expect(fold([stored], delivery).state).toBe('unreadable')
})

test('prefers a readable RESPONSE to an unreadable one', () => {
  expect(fold([response, message('z', 'RESPONSE', null, { kind: 'unreadable' })], delivery).state).toBe('record')
})
