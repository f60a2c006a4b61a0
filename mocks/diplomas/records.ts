import type { WireRecord } from '../bend.ts'
import type { Person } from '../cast/person.ts'

const LEVELS: Readonly<Record<string, readonly [ru: string, kz: string]>> = {
  '05': ['Колледж', 'Колледж'],
  '06': ['Бакалавриат', 'Бакалавриат'],
  '07': ['Магистратура', 'Магистратура'],
  '09': ['Переподготовка', 'Қайта даярлау'],
}
const STATUSES: Readonly<Record<string, readonly [ru: string, kz: string]>> = {
  '1': ['Действителен', 'Жарамды'],
  '2': ['Аннулирован', 'Күші жойылған'],
  '3': ['Не окончательный', 'Түпкілікті емес'],
}

function dictionary(table: typeof LEVELS, code: string): WireRecord {
  const [nameRu, nameKz] = table[code] ?? ['', '']
  return { code, nameRu, nameKz, changeDate: null }
}

function number(person: Person, offset = 0): string {
  return String(10_000_000_000 + person.index * 100 + offset).slice(1)
}

function diploma(person: Person, more: WireRecord): WireRecord {
  const { iin, formerSurname, surname, name, patronymic, birthDate } = person
  return {
    series: 'BD',
    number: number(person),
    registrationNumber: String(100 + person.index),
    issueDate: '2012-06-30',
    graduationYear: '2012',
    level: dictionary(LEVELS, '06'),
    institution: { bin: '000140000002', nameRu: 'Университет вымышленных примеров', nameKz: 'Ойдан шығарылған мысалдар университеті' },
    specialityCode: '5B011000',
    specialityRu: 'Физика',
    specialityKz: 'Физика',
    qualificationRu: 'Учитель физики (пример)',
    qualificationKz: 'Физика мұғалімі (мысал)',
    honour: String(person.index % 4 === 0),
    foreign: 'false',
    duplicate: 'false',
    holder: { iin, surname: formerSurname ?? surname, name, patronymic, birthDate },
    status: dictionary(STATUSES, '1'),
    ...more,
  }
}

const ABROAD = {
  series: undefined,
  foreign: 'true',
  institution: { nameRu: 'Зарубежный университет (пример)', nameKz: 'Шетел университеті (мысал)' },
  recognitionNumber: 'НОСТР-0001',
  recognitionDate: '2013-02-11+06:00',
}

/** What the register of diplomas holds of a person (contract page, A). */
export function diplomasOf(person: Person): readonly WireRecord[] {
  const plain = diploma(person, {})
  switch (person.archetype) {
    case 'expert-without-diploma':
      return []
    case 'expert-foreign-diploma':
      return [diploma(person, ABROAD)]
    case 'expert-duplicate-diploma':
      return [
        plain,
        diploma(person, {
          number: number(person, 7),
          duplicate: 'true',
          duplicateOf: { series: 'BD', number: number(person) },
          issueDate: '2019-03-04',
        }),
      ]
    case 'expert-two-diplomas':
      return [plain, diploma(person, { specialityCode: '5B011300', specialityRu: 'Биология', specialityKz: 'Биология' })]
    case 'expert-annulled-diploma':
      return [diploma(person, { status: dictionary(STATUSES, '2') })]
    case 'moderator-fresh-diploma':
      return [diploma(person, { status: dictionary(STATUSES, '3'), issueDate: '2026-06-30', graduationYear: '2026' })]
    case 'moderator-retrained': {
      // The official manual itself prints this series with Cyrillic letters among the Latin ones.
      const retraining = {
        series: 'СРR',
        number: number(person, 9),
        level: dictionary(LEVELS, '09'),
        issueDate: '2020-12-25',
        graduationYear: '2020',
      }
      return [plain, diploma(person, retraining)]
    }
    case 'master-refused-before':
      return [
        plain,
        diploma(person, {
          series: 'MD',
          number: number(person, 3),
          level: dictionary(LEVELS, '07'),
          issueDate: '2015-06-30',
          graduationYear: '2015',
        }),
      ]
    default:
      return [plain]
  }
}
