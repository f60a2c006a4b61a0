import type { Adapter } from '../adapter.ts'
import { normaliseApplication } from './normalise.ts'
import { readMessage } from './read.ts'
import { ApplicationWire } from './wire.ts'

const SERVICE = 'MOCK_ES_REQUEST_FORM_ATTESTATION'

/** Applications for attestation through the e-government portal: ШЭП, asynchronous (contract page, B). */
export const egovPortal: Adapter<ApplicationWire> = {
  id: 'egov-portal',
  version: '1.0.0',
  title: { kk: 'Электрондық үкімет порталы', ru: 'Портал электронного правительства', en: 'E-government portal' },
  fills: ['application', 'category', 'essay'],
  service: SERVICE,
  access: { kind: 'sender' },
  wire: ApplicationWire,
  baseline: ['declared_category', 'submitted_at', 'current_category'],
  personal: {
    name: ['requesterLastName', 'requesterFirstName'],
    patronymic: ['requesterMiddleName'],
    birth_date: ['requesterBirthDate'],
    document: ['externalRequestId', 'current_category_order_no'],
    text: [
      ...['negativeResolutionReasonTextKk', 'negativeResolutionReasonTextRu', 'documents.name'],
      ...['negativeResolutionMissingDocumentsListKk', 'negativeResolutionMissingDocumentsListRu'],
    ],
    file: ['documents.base64Data'],
  },
  delivery: {
    kind: 'inbox',
    send: ({ iin, caseId }) => ({
      serviceId: SERVICE,
      namespace: '',
      shape: 'plain',
      root: 'attestationApplicationRequest',
      answer: 'typedRequestFormImportData',
      fields: { iin, caseId },
    }),
    read: readMessage,
  },
  normalise: normaliseApplication,
}
