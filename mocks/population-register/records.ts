import type { WireRecord } from '../bend.ts'
import type { Person } from '../cast/person.ts'

const GENDERS = { male: ['1', 'Мужской', 'Ер'], female: ['2', 'Женский', 'Әйел'] } as const

function dictionary([code, nameRu, nameKz]: readonly [string, string, string]): WireRecord {
  return { code, nameRu, nameKz, changeDate: null }
}

/** Former names as registers write them where there is none: no element, an empty one, an empty one inside. */
function noFormerNames({ index }: Person): unknown {
  return [undefined, '', { name: '' }][index % 3]
}

/** Who changed the surname is known by the former one; of one teacher alone the register never heard of the change. */
function formerNames(person: Person): unknown {
  const { archetype, formerSurname, name, patronymic } = person
  if (formerSurname === null || archetype === 'expert-changed-surname') return noFormerNames(person)
  return { name: { surname: formerSurname, name, patronymic, until: '2019-07-12' } }
}

/** What the population register holds of a person (contract page, A). */
export function personsOf(person: Person): readonly WireRecord[] {
  const { iin, surname, name, patronymic, birthDate, sex } = person
  return [
    {
      iin,
      surname,
      name,
      patronymic,
      birthDate,
      gender: dictionary(GENDERS[sex]),
      lifeStatus: dictionary(['0', 'Нормальный', 'Қалыпты']),
      citizenship: dictionary(['398', 'КАЗАХСТАН', 'ҚАЗАҚСТАН']),
      formerNames: formerNames(person),
    },
  ]
}
