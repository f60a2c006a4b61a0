import { Post } from '../../schemas/category.ts'
import { impersonal } from '../../schemas/identifiers.ts'
import type { FactDraft, Holder } from '../adapter.ts'
import { type ApplicationWire, codeOf, FORM_CODES, HEAD_KEYS } from './wire.ts'

function holderOf(wire: ApplicationWire): Holder {
  const { requesterLastName, requesterFirstName, requesterMiddleName, requesterBirthDate } = wire
  return { surname: requesterLastName, name: requesterFirstName, patronymic: requesterMiddleName, birthDate: requesterBirthDate }
}

const CATEGORY_KEYS = [
  'current_category',
  'current_category_valid_until',
  'current_category_order_no',
  'current_category_order_date',
  'post',
]
const ESSAY_KEYS = ['essay_language', 'essay_words']
const APPLICATION_KEYS = [
  ...HEAD_KEYS.filter((key) => !key.startsWith('requester')),
  ...[...FORM_CODES].filter((code) => !ESSAY_KEYS.includes(code)),
]

/** What the three facts of one form share. */
function common(wire: ApplicationWire) {
  return { recordId: wire.externalRequestId, holder: holderOf(wire), final: true }
}

function application(wire: ApplicationWire): FactDraft {
  return {
    ...common(wire),
    type: 'application',
    section: 'application',
    wireKeys: APPLICATION_KEYS,
    key: wire.externalRequestId ?? 'application',
    recordDate: wire.submitted_at,
    value: {
      number: wire.externalRequestId,
      declaredCategory: codeOf(wire.declared_category),
      currentCategory: codeOf(wire.current_category),
      currentCategoryValidUntil: wire.current_category_valid_until,
      post: codeOf(wire.post),
      organisationBin: wire.organisation_bin,
      submittedOn: wire.submitted_at,
      status: wire.processingStatus,
      resolution: wire.resolutionType,
      resolvedOn: wire.resolutionDate,
      reason: { kk: wire.negativeResolutionReasonTextKk, ru: wire.negativeResolutionReasonTextRu },
      missingDocuments: { kk: wire.negativeResolutionMissingDocumentsListKk, ru: wire.negativeResolutionMissingDocumentsListRu },
      documents: wire.documents.map(({ name, base64Data }) => ({
        name: impersonal(name) ?? '',
        sha256: base64Data.sha256,
        size: base64Data.size,
      })),
    },
  }
}

/** The category that the applicant states in the form, with the order where he gives one; none where he states nothing of it. */
function category(wire: ApplicationWire): FactDraft[] {
  const [orderNumber, orderDate] = [wire.current_category_order_no, wire.current_category_order_date]
  if (wire.current_category === null && orderNumber === null && orderDate === null) return []
  const held = codeOf(wire.current_category)
  const value = {
    category: held,
    post: Post.safeParse(codeOf(wire.post)).data ?? null,
    orderNumber,
    orderDate,
    validUntil: wire.current_category_valid_until,
    registrationNumber: null,
  }
  return [
    {
      ...common(wire),
      type: 'category',
      section: 'category',
      wireKeys: CATEGORY_KEYS,
      key: held ?? 'category',
      recordDate: wire.submitted_at,
      value,
    },
  ]
}

function essay(wire: ApplicationWire): FactDraft[] {
  const value = { language: codeOf(wire.essay_language), words: wire.essay_words }
  if (value.language === null && value.words === null) return []
  return [{ ...common(wire), type: 'essay', section: 'essay', wireKeys: ESSAY_KEYS, key: 'essay', recordDate: wire.submitted_at, value }]
}

/** An application of the portal to its facts: the application, the category stated in it, the essay. */
export function normaliseApplication(wire: ApplicationWire): FactDraft[] {
  return [application(wire), ...category(wire), ...essay(wire)]
}
