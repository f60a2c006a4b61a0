import { type Mock, playing } from '../mock.ts'
import { asyncMock } from '../shep/async.ts'
import { messagesFor } from './messages.ts'

/** The e-government portal on the asynchronous channel: one queue per sender, delivery at least once. */
export const mock: Mock = asyncMock({
  id: 'egov-portal',
  credentials: { user: 'mock-gateway', password: 'mock-only-portal' },
  serviceId: 'MOCK_ES_REQUEST_FORM_ATTESTATION',
  senderId: 'pep',
  plays: [
    playing('notification-first', 'U47', 'a change of status before the answer'),
    playing('unknown-correlation', 'U47', 'messages that nobody asked for come first'),
    playing('broken-file', '', 'a file that is no base64'),
  ],
  messages: messagesFor,
})
