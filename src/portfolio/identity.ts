import type { Holder } from '../../adapters/adapter.ts'
import { birthDateOf } from '../../schemas/identifiers.ts'
import { foldName, foldPatronymic } from '../../schemas/names.ts'
import type { Held, HeldFact } from './held.ts'
import type { Plan } from './plan.ts'

/** How two names compare (domain page, 8); only the last two raise `identity_mismatch`. */
export type NameGrade = 'exact' | 'folded' | 'surname_differs' | 'different'

type PersonName = Pick<Holder, 'surname' | 'name' | 'patronymic'>

/** The person whom records are compared with: names that he has or had, and the birth date. */
export interface Yardstick {
  readonly names: readonly PersonName[]
  readonly birthDate: string | null
}

function same(one: string | null, other: string | null, fold: (text: string) => string): boolean {
  return one === null || other === null || one === other || fold(one) === fold(other)
}

/** The grade of two names. A part that one side lacks is no difference: registers leave out patronymics. */
export function gradeOf(one: PersonName, other: PersonName): NameGrade {
  if (one.surname === other.surname && one.name === other.name && one.patronymic === other.patronymic) return 'exact'
  const firstNames = same(one.name, other.name, foldName) && same(one.patronymic, other.patronymic, foldPatronymic)
  if (!firstNames) return 'different'
  return same(one.surname, other.surname, foldName) ? 'folded' : 'surname_differs'
}

/** From the population register if it answered, else from the request, else only what the IIN codes. */
export function yardstickOf({ request }: Plan, held: Held): Yardstick {
  // A 0 in the seventh place leaves the century open, and with it the birth date.
  const coded = request.iin.charAt(6) === '0' ? null : birthDateOf(request.iin)
  const fact = held['population-register']?.facts[0]?.fact
  if (fact?.type === 'person') return { names: [fact.value, ...fact.value.formerNames], birthDate: fact.value.birthDate ?? coded }
  if (!request.names) return { names: [], birthDate: coded }
  const { surname, name = null, patronymic = null, birthDate } = request.names
  return { names: [{ surname, name, patronymic }], birthDate: birthDate ?? coded }
}

/** Whether the person that a record names differs beyond folding. */
function isMismatch(holder: Holder, yardstick: Yardstick): boolean {
  if (holder.birthDate !== null && yardstick.birthDate !== null && holder.birthDate !== yardstick.birthDate) return true
  if (yardstick.names.length === 0) return false
  return !yardstick.names.some((name) => ['exact', 'folded'].includes(gradeOf(holder, name)))
}

/** The facts whose person differs; a record that names nobody does not. Records of one register name the same person in the same way: each name is judged once. */
export function mismatched(facts: readonly HeldFact[], yardstick: Yardstick): readonly HeldFact[] {
  const judged = new Map<string, boolean>()
  return facts.filter(({ holder }) => {
    if (!holder) return false
    const who = [holder.surname, holder.name, holder.patronymic, holder.birthDate].join('\u001f')
    const known = judged.get(who)
    const differs = known ?? isMismatch(holder, yardstick)
    if (known === undefined) judged.set(who, differs)
    return differs
  })
}
