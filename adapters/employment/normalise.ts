import type { FactDraft } from '../adapter.ts'
import type { ContractWire } from './wire.ts'

/** The register's id; a contract without one is known by employer, beginning and post. */
function naturalKey({ contractId, employerBin, employerNameRu, employerNameKz, beginDate, establishedPost, positionCode }: ContractWire) {
  if (contractId !== null) return contractId
  const employer = employerBin ?? employerNameRu ?? employerNameKz
  return `? ${[employer, beginDate, establishedPost ?? positionCode].map((part) => part ?? '').join(' ')}`
}

/** A contract to its fact. */
export function normaliseContract(wire: ContractWire): FactDraft[] {
  return [
    {
      type: 'contract',
      section: 'employment',
      key: naturalKey(wire),
      recordId: wire.contractId,
      // The day of signing is in the value; when the employer reported it (days later, by law) the register does not say.
      recordDate: null,
      // A contract names nobody: the answer says whose contracts they are, by the number alone.
      holder: null,
      final: true,
      value: {
        contractId: wire.contractId,
        employer: { bin: wire.employerBin, name: { kk: wire.employerNameKz, ru: wire.employerNameRu } },
        signedOn: wire.contractDate,
        startsOn: wire.beginDate,
        endsOn: wire.endDate,
        terminatedOn: wire.terminationDate,
        terminationReason: wire.terminationReason,
        // One name is sent: that of the classifier, which is Russian.
        position: { code: wire.positionCode, name: { kk: null, ru: wire.positionName } },
        post: wire.establishedPost,
        partTime: wire.partTime,
        rate: wire.rate,
        kato: wire.workPlaceKato,
      },
    },
  ]
}
