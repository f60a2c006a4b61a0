import { expect, test } from 'vitest'
import { teacher } from '../../test/support/ask-rig.ts'
import type { Inbox, InboxMessage } from '../adapter.ts'
import { egovPortal } from './index.ts'
import { readMessage } from './read.ts'

const IIN = '790704100017'
const FORM = 'typedRequestFormImportData'

function message(root: string, data: Record<string, unknown>, messageType = 'RESPONSE'): InboxMessage {
  return { messageId: 'm-1', correlationId: 'c-1', messageType, messageDate: null, root, data }
}

function valuesOf(updatedValues: unknown) {
  const reading = readMessage(message(FORM, { requesterIin: IIN, updatedValues }))
  return reading.kind === 'record' ? reading.value : null
}

test.each([
  ['text', { string: ' 15-қ ' }, ' 15-қ '],
  ['a number', { number: '350' }, '350'],
  ['a day', { date: '2026-01-15+05:00' }, '2026-01-15+05:00'],
  ['a dictionary item', { domainItemData: { code: 'expert', ruValue: '' } }, { code: 'expert', ruValue: '' }],
  ['nothing', '', null],
  ['nil', null, null],
  ['an empty item', { string: '' }, null],
])('reads %s as the value of a code', (_, values, value) => {
  expect(valuesOf({ code: 'current_category_order_no', values })).toEqual({ current_category_order_no: value })
})

test.each([
  ['in one element', { fileData: [{ name: 'a' }, { name: 'b' }] }],
  ['in several', [{ fileData: { name: 'a' } }, { fileData: { name: 'b' } }]],
])('keeps several files %s as a list', (_, values) => {
  expect(valuesOf([{ code: 'documents', values }])).toEqual({ documents: [{ name: 'a' }, { name: 'b' }] })
})

test('leaves out codes that nobody reads, whatever their name', () => {
  const codes = ['__proto__', 'constructor', 'requesterBirthDate', 'shoe_size']
  const value = valuesOf(codes.map((code) => ({ code, values: { string: 'x' } })))
  expect(Object.keys(value!)).toEqual([])
})

test('brings only keys that are present, so that a notification erases nothing', () => {
  const data = { requesterIin: IIN, processingStatus: 'DONE', resolutionType: null, importSource: 'EGOV_PORTAL' }
  const value = { processingStatus: 'DONE', resolutionType: null }
  expect(readMessage(message(FORM, data, 'NOTIFICATION'))).toEqual({ kind: 'record', final: false, iin: IIN, value })
})

test.each([
  ['inside its root', FORM, { [FORM]: { requesterIin: IIN } }],
  ['without a root, as typed data come', '', { requesterIin: IIN }],
])('finds the form %s', (_, root, data) => {
  expect(readMessage(message(root, data))).toMatchObject({ kind: 'record', final: true, iin: IIN })
})

test.each([
  ['with its root', 'attestationApplicationNotFound', { iin: IIN }],
  ['without a root, as typed data come', '', { iin: IIN }],
])('reads the answer that there is no application %s', (_, root, data) => {
  expect(readMessage(message(root, data))).toEqual({ kind: 'empty', iin: IIN })
})

test.each([
  ['nothing', '', {}],
  ['another answer', 'somethingElse', { iin: IIN }],
])('gives up on %s', (_, root, data) => {
  expect(readMessage(message(root, data))).toEqual({ kind: 'unreadable' })
})

test('asks for the application of a person and a case', () => {
  const call = (egovPortal.delivery as Inbox).send(teacher({ iin: IIN, caseId: '2026-000017' }))
  expect(call).toMatchObject({ root: 'attestationApplicationRequest', fields: { iin: IIN, caseId: '2026-000017' } })
})
