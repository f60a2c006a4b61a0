import { listOf } from '../../schemas/wire.ts'
import type { FactDraft } from '../adapter.ts'
import type { PersonWire } from './wire.ts'

type Wrapper = NonNullable<PersonWire['formerNames']>
type FormerName = Extract<Wrapper['name'], { surname: unknown }>

/** The names borne before, as they were sent; an element that tells nothing is none. */
function formerNamesIn({ formerNames }: PersonWire): FormerName[] {
  const told = listOf(formerNames?.name) as (FormerName | null)[]
  return told.filter((one) => one !== null && [one.surname, one.name, one.patronymic].some((part) => part !== null)) as FormerName[]
}

/** The person to his fact. An answer is about one person, so that there is one key: who is told twice is one fact. */
export function normalisePerson(wire: PersonWire): FactDraft[] {
  const { surname, name, patronymic, birthDate, gender, lifeStatus } = wire
  return [
    {
      type: 'person',
      section: 'identity',
      key: 'person',
      // He is known by his number alone, which no provenance may hold; when the record was made the register does not say.
      recordId: null,
      recordDate: null,
      // He is what the holders of all other records are compared with, and not compared himself.
      holder: null,
      final: true,
      value: {
        surname,
        name,
        patronymic,
        birthDate,
        sex: gender?.code ?? null,
        lifeStatus: lifeStatus?.code ?? null,
        formerNames: formerNamesIn(wire),
      },
    },
  ]
}
