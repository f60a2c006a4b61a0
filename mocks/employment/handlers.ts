import type { WireRecord } from '../bend.ts'
import { type Mock, playing } from '../mock.ts'
import { ERRORS_JOINED } from '../plays.ts'
import { type Result, syncMock } from '../shep/sync.ts'
import { elements } from '../shep/xml.ts'
import { contractsOf } from './records.ts'

const CODES: Readonly<Record<Result, string>> = { processed: '0', empty: '404', refused: '403', expired: '413', revoked: '423' }

/** Result and subject, then the contracts; the person stands beside them once, as the records of a scenario name him. */
function contentOf(result: Result, records: readonly WireRecord[], iin: string): readonly [string, string] {
  const subject = records.length > 0 ? records[0]?.subject : { iin }
  const contracts = records.map(({ subject: _, ...contract }) => contract)
  const list = contracts.length > 0 ? elements({ contracts: { contract: contracts } }) : ''
  return [elements({ resultCode: CODES[result], subject }), list]
}

/** The register of employment contracts on the synchronous channel of the bus (contract page, A). */
export const mock: Mock = syncMock({
  id: 'employment',
  credentials: { user: 'mock-gateway', password: 'mock-only-employment' },
  serviceId: 'MOCK_ESUTD_CONTRACTS_BY_IIN',
  namespace: 'urn:mock:esutd:v1',
  root: 'contractResponse',
  shape: 'escaped',
  spots: {
    subject: 'subject.iin',
    names: ['employerNameRu', 'employerNameKz', 'positionName', 'establishedPost'],
    drift: 'beginDate',
    typed: 'beginDate',
    text: 'establishedPost',
    code: 'positionCode',
    blanks: ['endDate', 'workPlaceKato', 'terminationReason'],
  },
  traits: ['days', 'codes'],
  plays: [
    ERRORS_JOINED,
    playing('shape-typed', 'Q08', 'the answer typed, not as text'),
    playing('empty-foreign', 'Q23', 'nothing, but about somebody else', ['foreign', 'subject_mismatch']),
  ],
  records: contractsOf,
  content: contentOf,
})
