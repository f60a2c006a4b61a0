import type { PersonalKind } from '../../adapters/adapter.ts'
import type { FactType } from '../../schemas/fact.ts'

/** What the canonical values of a fact tell of a person, by the end of their path; all others are plain (schemas/fact.ts). */
export const FACT_KINDS: Readonly<Partial<Record<FactType, Readonly<Record<string, PersonalKind>>>>> = {
  person: { surname: 'name', name: 'name', patronymic: 'patronymic', birthDate: 'birth_date' },
  application: {
    ...{ number: 'document', 'reason.kk': 'text', 'reason.ru': 'text', 'documents.name': 'text' },
    ...{ 'missingDocuments.kk': 'text', 'missingDocuments.ru': 'text' },
  },
  diploma: { series: 'document', number: 'document', registrationNumber: 'document' },
  contract: { contractId: 'document', terminationReason: 'text' },
  category: { orderNumber: 'document', registrationNumber: 'document' },
  test_attempt: { certificateNumber: 'document' },
  learner_achievement: { participantRef: 'document', documentNumber: 'document', certificateUrl: 'document' },
  teacher_achievement: { 'award.id': 'document', orderNumber: 'document' },
  generalisation: { protocolNumber: 'document', registrationNumber: 'document' },
  course: { certificateNumber: 'document' },
  reserve_entry: { orderNumber: 'document' },
}
