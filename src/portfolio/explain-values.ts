import type { Fact } from '../../schemas/fact.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'
import { fieldName } from '../rulebook/texts/fields.ts'
import { dayText } from '../rulebook/texts/moments.ts'
import { inEach, yesOrNo } from '../rulebook/texts/sentences.ts'
import { conflictOf, type Looked } from './explain-records.ts'

const HIDDEN = '•••'
const NOTHING = '—'
const LONGEST = 60
/** Twelve digits of which the fifth says a day: what a person number looks like, and an organisation number does not. */
const PERSON_NUMBER = /\d{4}[0-3]\d{7}/

const DAY = /^\d{4}-\d\d-\d\d$/

/** A value of a register in a sentence. What may name a person is hidden: it stands in the fact. */
function shown(value: unknown, language: keyof Trilingual): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'boolean') return yesOrNo(value)[language]
  if (typeof value === 'object') return HIDDEN
  const text = String(value)
  if (DAY.test(text)) return dayText(text)[language]
  return PERSON_NUMBER.test(text) || text.length > LONGEST ? HIDDEN : text
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((node, key) => (node as Readonly<Record<string, unknown>> | null | undefined)?.[key], value)
}

/** A figure under the name of its key, as a sentence of its own. */
function named(pointer: string, list: (language: keyof Trilingual) => string): Trilingual {
  const name = fieldName(pointer)
  // A key without a name of its own stays as the register writes it.
  const nameless = name.kk === name.en
  const begun = (text: string) => (nameless ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`)
  return inEach((language) => `${begun(name[language])}: ${list(language)}.`)
}

/** Of a person only the ids of the facts are told; and a registered name may be somebody's. */
function isPersonal({ section }: Looked, pointer: string): boolean {
  return section.id === 'identity' || /name/i.test(pointer)
}

function conflicting(looked: Looked, facts: readonly Fact[]): Trilingual | null {
  const { pointer } = looked.gap
  if (pointer === null) return null
  const values = conflictOf(looked)?.values ?? facts.map(({ id, value }) => ({ factId: id, value: at(value, pointer) }))
  const personal = isPersonal(looked, pointer)
  return named(pointer, (language) =>
    values.map(({ factId, value }) => `${personal ? HIDDEN : shown(value, language)} (${factId})`).join('; '),
  )
}

/** The days by which records are over or out of the period. */
function days(looked: Looked, facts: readonly Fact[]): Trilingual | null {
  const { pointer } = looked.gap
  const told = facts.flatMap(({ value }) => {
    const day = pointer === null ? null : at(value, pointer)
    return typeof day === 'string' && DAY.test(day) ? [dayText(day)] : []
  })
  if (pointer === null || told.length === 0) return null
  return named(pointer, (language) => told.map((day) => day[language]).join(', '))
}

function service(facts: readonly Fact[]): Trilingual | null {
  const total = facts.find((fact) => fact.type === 'service_total')
  if (!total) return null
  const { years, months } = total.value
  return {
    kk: `Көрінетін өтіл: ${years} ж. ${months} ай.`,
    ru: `Видимый стаж: ${years} г. ${months} мес.`,
    en: `Service that is visible: ${years} y ${months} mo.`,
  }
}

/** The values that matter for a gap, of the facts that it is about; null: none do. No person number, no name. */
export function valuesText(looked: Looked, facts: readonly Fact[]): Trilingual | null {
  const { code } = looked.gap
  if (code === 'conflict') return conflicting(looked, facts)
  if (code === 'expired' || code === 'out_of_period') return days(looked, facts)
  return looked.section.id === 'experience' ? service(facts) : null
}
