import type { FactDraft, Holder } from '../adapter.ts'
import type { ApplicationWire } from './wire.ts'

function holderOf(wire: ApplicationWire): Holder {
  const { requesterLastName, requesterFirstName, requesterMiddleName, requesterBirthDate } = wire
  return { surname: requesterLastName, name: requesterFirstName, patronymic: requesterMiddleName, birthDate: requesterBirthDate }
}

function application(wire: ApplicationWire): FactDraft {
  return {
    type: 'application',
    section: 'application',
    key: wire.externalRequestId ?? 'application',
    recordId: wire.externalRequestId,
    recordDate: wire.submitted_at,
    holder: holderOf(wire),
    final: true,
    value: {
      number: wire.externalRequestId,
      declaredCategory: wire.declared_category,
      currentCategory: wire.current_category,
      currentCategoryValidUntil: wire.current_category_valid_until,
      post: wire.post,
      organisationBin: wire.organisation_bin,
      submittedOn: wire.submitted_at,
      status: wire.processingStatus,
      resolution: wire.resolutionType,
      resolvedOn: wire.resolutionDate,
      reason: { kk: wire.negativeResolutionReasonTextKk, ru: wire.negativeResolutionReasonTextRu },
      missingDocuments: { kk: wire.negativeResolutionMissingDocumentsListKk, ru: wire.negativeResolutionMissingDocumentsListRu },
      documents: wire.documents.map(({ name, base64Data }) => ({ name, sha256: base64Data.sha256, size: base64Data.size })),
    },
  }
}

/** The category that the applicant states in the form, with the order where he gives one. */
function category(wire: ApplicationWire): FactDraft[] {
  if (wire.current_category === null) return []
  const value = {
    category: wire.current_category,
    post: null,
    orderNumber: wire.current_category_order_no,
    orderDate: wire.current_category_order_date,
    validUntil: wire.current_category_valid_until,
    registrationNumber: null,
  }
  const recordDate = wire.current_category_order_date
  return [
    {
      type: 'category',
      section: 'category',
      key: wire.current_category,
      recordId: wire.externalRequestId,
      recordDate,
      holder: null,
      final: true,
      value,
    },
  ]
}

function essay(wire: ApplicationWire): FactDraft[] {
  if (wire.essay_language === null && (wire.essay_words ?? null) === null) return []
  const value = { language: wire.essay_language, words: wire.essay_words ?? null }
  const recordDate = wire.submitted_at
  return [{ type: 'essay', section: 'essay', key: 'essay', recordId: wire.externalRequestId, recordDate, holder: null, final: true, value }]
}

/** An application of the portal to its facts: the application, the category stated in it, the essay. */
export function normaliseApplication(wire: ApplicationWire): FactDraft[] {
  return [application(wire), ...category(wire), ...essay(wire)]
}
