import { type Mock, playing } from '../mock.ts'
import { ERRORS_JOINED } from '../plays.ts'
import { type Result, syncMock } from '../shep/sync.ts'
import { elements } from '../shep/xml.ts'
import { diplomasOf } from './records.ts'

const CODES: Readonly<Record<Result, string>> = { processed: '00000', empty: '00404', refused: '00403', expired: '00413', revoked: '00423' }

function messageResult(result: Result): string {
  const [nameRu, nameKz] = result === 'processed' ? ['Обработано', 'Өңделді'] : ['Нет данных', 'Дерек жоқ']
  return elements({ messageResult: { code: CODES[result], nameRu, nameKz, changeDate: null } })
}

/** The register of diplomas on the synchronous channel of the bus (contract page, A). */
export const mock: Mock = syncMock({
  id: 'diplomas',
  credentials: { user: 'mock-gateway', password: 'mock-only-diplomas' },
  serviceId: 'MOCK_EDU_DIPLOMA_BY_IIN',
  namespace: 'urn:mock:edu:diploma:v1',
  root: 'DiplomaResponse',
  spots: {
    subject: 'holder.iin',
    names: ['holder.surname', 'holder.name', 'institution.nameKz'],
    drift: 'number',
    typed: 'issueDate',
    text: 'qualificationRu',
    code: 'level.code',
    blanks: ['registrationNumber', 'qualificationKz', 'specialityKz'],
  },
  traits: ['each', 'days', 'codes'],
  plays: [ERRORS_JOINED, playing('not-final', 'Q28', 'the diploma is not final yet', ['deferred', 'not_final'])],
  records: diplomasOf,
  content: (result, records) => [messageResult(result), records.length > 0 ? elements({ diplomas: { diploma: records } }) : ''],
})
