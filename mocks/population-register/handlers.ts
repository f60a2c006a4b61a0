import type { Mock } from '../mock.ts'
import { ERRORS_JOINED } from '../plays.ts'
import { type Result, syncMock } from '../shep/sync.ts'
import { elements } from '../shep/xml.ts'
import { personsOf } from './records.ts'

const RESULTS: Readonly<Record<Result, readonly [code: string, ru: string, kz: string]>> = {
  processed: ['00000', 'Обработано', 'Өңделді'],
  empty: ['00404', 'Физическое лицо не найдено', 'Жеке тұлға табылмады'],
  refused: ['00403', 'Нет согласия субъекта', 'Субъектінің келісімі жоқ'],
  expired: ['00413', 'Срок согласия истёк', 'Келісімнің мерзімі өтті'],
  revoked: ['00423', 'Согласие отозвано', 'Келісім кері қайтарылды'],
}

function messageResult(result: Result): string {
  const [code, nameRu, nameKz] = RESULTS[result]
  return elements({ messageResult: { code, nameRu, nameKz, changeDate: null } })
}

/** The population register on the synchronous channel of the bus (contract page, A). */
export const mock: Mock = syncMock({
  id: 'population-register',
  credentials: { user: 'mock-gateway', password: 'mock-only-population' },
  serviceId: 'MOCK_GBDFL_PERSON_BY_IIN',
  namespace: 'urn:mock:gbdfl:v1',
  root: 'PersonResponse',
  spots: {
    subject: 'iin',
    names: ['surname', 'name', 'patronymic'],
    drift: 'birthDate',
    typed: 'birthDate',
    text: 'name',
    code: 'citizenship.code',
    blanks: ['patronymic', 'citizenship', 'formerNames'],
  },
  traits: ['each', 'days', 'codes'],
  plays: [ERRORS_JOINED],
  records: personsOf,
  content: (result, records) => [messageResult(result), records.length > 0 ? elements({ persons: { person: records } }) : ''],
})
