import { expect, test } from 'vitest'
import { personFields, recordsIn } from './wire-bus.ts'

const PLACE = { wrapper: 'diplomas', record: 'diploma', beside: ['messageResult'] }
const RESULT = { messageResult: { code: '00000' } }

test.each([
  ['none in an absent wrapper', {}, []],
  ['none in an empty wrapper', { diplomas: '' }, []],
  ['none in a wrapper of blanks', { diplomas: '\n  ' }, []],
  ['none in a nil wrapper', { diplomas: null }, []],
  ['none in a wrapper that says so', { diplomas: 'нет' }, []],
  ['none in a wrapper with an empty record', { diplomas: { diploma: '' } }, []],
  ['a lone one', { diplomas: { diploma: { number: '1' } } }, [{ number: '1' }]],
  ['each of several', { diplomas: { diploma: [{ number: '1' }, { number: '2' }] } }, [{ number: '1' }, { number: '2' }]],
  ['those of several wrappers', { diplomas: [{ diploma: { number: '1' } }, '', { diploma: '2' }] }, [{ number: '1' }, '2']],
  ['none beside what is no record', { Signature: { SignedInfo: '' }, messageId: 'm' }, []],
])('finds %s', (_, data, records) => {
  expect(recordsIn({ ...RESULT, ...data }, PLACE)).toEqual(records)
})

test.each([
  ['another element inside the wrapper', { diplomas: { document: { number: '1' } } }],
  ['one such wrapper among others', { diplomas: [{ diploma: { number: '1' } }, { document: { number: '2' } }] }],
  ['another element in place of the wrapper', { diplomaList: { diploma: { number: '1' } } }],
  ['several of them', { diploma: [{ number: '1' }, { number: '2' }] }],
  ['text inside the wrapper', { diplomas: 'сервис временно не отвечает' }],
])('does not call it nothing where there is %s', (_, data) => {
  expect(recordsIn({ ...RESULT, ...data }, PLACE)).toBeNull()
})

test.each([
  ['no consent', null, { kdpToken: undefined, publicKey: undefined }],
  ['a token without a key', { token: 't', publicKey: null }, { kdpToken: 't', publicKey: undefined }],
  ['a token with its key', { token: 't', publicKey: 'k' }, { kdpToken: 't', publicKey: 'k' }],
])('asks about the person with %s', (_, consent, sent) => {
  expect(personFields({ iin: '790704100017', consent })).toEqual({ iin: '790704100017', ...sent })
})
