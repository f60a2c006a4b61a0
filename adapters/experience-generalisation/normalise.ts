import { impersonal } from '../../schemas/identifiers.ts'
import { foldName } from '../../schemas/names.ts'
import type { FactDraft } from '../adapter.ts'
import { holderOf } from './person.ts'
import type { GeneralisationWire } from './wire.ts'

/** A row of a region's file to the fact of a generalised experience. Who he is only serves comparison. */
export function normaliseGeneralisation(wire: GeneralisationWire): FactDraft[] {
  const topic = { kk: impersonal(wire.TOPIC_KK), ru: impersonal(wire.TOPIC_RU) }
  const value = {
    topic,
    level: wire.LEVEL,
    council: impersonal(wire.COUNCIL),
    protocolNumber: impersonal(wire.PROTOCOL_NO),
    protocolDate: wire.PROTOCOL_DATE,
    registrationNumber: impersonal(wire.REG_NO),
    organisationBin: wire.BIN,
  }
  const { council, protocolNumber, protocolDate, registrationNumber } = value
  // Without a registration number nothing tells two experiences of one protocol apart but their topics.
  const own = registrationNumber ?? foldName(topic.ru ?? topic.kk ?? '')
  return [
    {
      type: 'generalisation',
      section: 'experience_generalisation',
      key: [foldName(council ?? ''), protocolNumber, protocolDate, own].map((part) => part ?? '').join(' '),
      recordId: registrationNumber ?? protocolNumber,
      recordDate: protocolDate,
      holder: holderOf(wire.FIO),
      final: true,
      value,
    },
  ]
}
