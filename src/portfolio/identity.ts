import type { Holder } from '../../adapters/adapter.ts'
import { birthDateOf } from '../../schemas/identifiers.ts'
import { foldName, foldPatronymic } from '../../schemas/names.ts'
import type { Names } from '../../schemas/portfolio.ts'
import type { SourceId } from '../../schemas/section.ts'
import { isReported } from './continuity.ts'
import type { Held, HeldFact } from './held.ts'
import type { Plan } from './plan.ts'
import { ordered } from './precedence.ts'

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

/** The person as one source tells it. */
interface Told extends Names {
  readonly birthDate: string | null
  readonly formerNames: readonly PersonName[]
}

/** The teacher by source: the platform tells what its request names, a register what it reports now. */
function toldBy(source: SourceId, { request, edition }: Plan, held: Held): Told | null {
  if (source === 'platform') {
    const { surname, name = null, patronymic = null, birthDate = null } = request.names ?? {}
    return surname === undefined ? null : { surname, name, patronymic, birthDate, formerNames: [] }
  }
  const people = ordered(held[source]?.facts.filter(isReported) ?? [], [source], edition.precedence)
  const fact = people.find((one) => one.fact.type === 'person')?.fact
  return fact?.type === 'person' ? fact.value : null
}

function firstOf(sources: readonly SourceId[], planned: Plan, held: Held): Told | null {
  for (const source of sources) {
    const told = toldBy(source, planned, held)
    if (told) return told
  }
  return null
}

/** The teacher's names and birth date for the head of the portfolio, each from the first source of its precedence that tells the person. */
export function teacherTold(planned: Plan, held: Held): { names: Names | null; birthDate: string | null } {
  const { names, birthDate } = planned.edition.precedence.teacher
  const named = firstOf(names, planned, held)
  const shown = named && { surname: named.surname, name: named.name, patronymic: named.patronymic }
  return { names: shown, birthDate: firstOf(birthDate, planned, held)?.birthDate ?? null }
}

/** A former name with what it leaves out as it is now: a part that is missing would match everybody's. */
function completed(former: PersonName, { surname, name }: PersonName): PersonName {
  return { ...former, surname: former.surname ?? surname, name: former.name ?? name }
}

/** From the first source that tells the person (API page, 4.2: the population register, else the request), else only what the IIN codes. */
export function yardstickOf(planned: Plan, held: Held): Yardstick {
  const { request, edition } = planned
  // A 0 in the seventh place leaves the century open, and with it the birth date.
  const coded = request.iin.charAt(6) === '0' ? null : birthDateOf(request.iin)
  const named = firstOf(edition.precedence.teacher.names, planned, held)
  const birthDate = firstOf(edition.precedence.teacher.birthDate, planned, held)?.birthDate ?? coded
  return { names: named ? [named, ...named.formerNames.map((former) => completed(former, named))] : [], birthDate }
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
