import { ARCHETYPES, type Archetype } from './archetypes.ts'
import { FATHERS, FEMALE, MALE, patronymicOf, SURNAMES } from './names.ts'
import { binFor, iinFor } from './numbers.ts'
import { pick, randomFrom, whole } from './random.ts'

/** A ready body for `POST /v1/portfolios`. */
export interface Claim {
  readonly iin: string
  readonly caseId: string
  readonly purpose: 'attestation'
  readonly claimedCategory: string
  readonly post: string
  readonly organisationBin: string
  readonly organisationKind: string
  readonly region: string
  readonly attestation: 'regular'
  readonly subject: string
  readonly currentCategory: string
  readonly currentCategorySince: string
  readonly currentCategoryValidUntil: string
  readonly confirmationsInRow: number
  readonly teachingSince?: string
  readonly names: { readonly surname: string; readonly name: string; readonly patronymic: string | null; readonly birthDate: string }
}

/** An invented teacher. Names in upper case, as registers write them. */
export interface Person {
  readonly index: number
  readonly archetype: string
  readonly expect: string
  readonly iin: string
  readonly sex: 'male' | 'female'
  readonly birthDate: string
  readonly surname: string
  readonly name: string
  readonly patronymic: string | null
  /** Borne when the diploma was issued; null: the same. */
  readonly formerSurname: string | null
  readonly bin: string
  readonly region: string
  readonly claim: Claim
}

/** They bore another surname when the diploma was issued. */
const RENAMED = ['expert-changed-surname', 'expert-former-surname']
const PORTAL = ['researcher', 'master', 'head_1', 'head_2', 'head_3', 'deputy_1', 'deputy_2', 'deputy_3']
const SUBJECTS = ['PHYS', 'MATH', 'CHEM', 'BIOL', 'HIST'] as const
const REGIONS = ['19', '71', '75', '35', '61'] as const

/** The day some years from another. */
export function yearsFrom(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}

function title(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase()
}

interface Drawn extends Omit<Person, 'claim' | 'archetype' | 'expect' | 'index'> {
  readonly subject: string
}

/** Draws a person; the two namesakes share everything but the serial in their numbers. */
function draw(seed: string, index: number, archetype: Archetype): Drawn {
  const twin = archetype.name === 'expert-neighbour'
  const random = randomFrom(`${seed}/${twin ? index - 1 : index}`)
  const sex = pick(random, ['male', 'female'] as const)
  const birthDate = `18${whole(random, 60, 99)}-${String(whole(random, 1, 12)).padStart(2, '0')}-${String(whole(random, 1, 28)).padStart(2, '0')}`
  const serial = whole(random, 1, 9000)
  const [masculine, feminine] = pick(random, SURNAMES)
  const other = pick(random, SURNAMES)[1]
  const withPatronymic = archetype.name !== 'expert-without-patronymic'
  const patronymic = patronymicOf(pick(random, FATHERS), sex, random() < 0.5)
  const surname = sex === 'male' ? masculine : feminine
  const name = pick(random, sex === 'male' ? MALE : FEMALE)
  const school = archetype.name === 'moderator-rural' ? 900 : whole(random, 1, 6)
  const formerSurname = !RENAMED.includes(archetype.name) ? null : other === surname ? 'БҰРЫНҒЫТЕК' : other
  return {
    iin: iinFor(birthDate, sex, twin ? serial + 1 : serial),
    sex,
    birthDate,
    surname,
    name,
    patronymic: withPatronymic ? patronymic : null,
    formerSurname,
    bin: binFor(school),
    region: pick(random, REGIONS),
    subject: pick(random, SUBJECTS),
  }
}

function claimOf(drawn: Drawn, index: number, archetype: Archetype, today: string): Claim {
  return {
    iin: drawn.iin,
    caseId: `case-${String(index).padStart(6, '0')}`,
    purpose: 'attestation',
    claimedCategory: 'expert',
    post: 'teacher',
    organisationBin: drawn.bin,
    organisationKind: 'school',
    region: drawn.region,
    attestation: 'regular',
    subject: drawn.subject,
    currentCategory: 'moderator',
    currentCategorySince: `${Number(today.slice(0, 4)) - 4}-06-01`,
    currentCategoryValidUntil: `${Number(today.slice(0, 4)) + 1}-06-01`,
    confirmationsInRow: 0,
    names: {
      surname: title(drawn.surname),
      name: title(drawn.name),
      patronymic: drawn.patronymic && title(drawn.patronymic),
      birthDate: drawn.birthDate,
    },
    ...archetype.claim,
  }
}

/** A person as a pure function of seed, index and archetype; `today` keeps the dates of the claim sensible. */
export function personAt(seed: string, index: number, archetype: Archetype, today: string): Person {
  const { subject: _, ...drawn } = draw(seed, index, archetype)
  const claim = claimOf(draw(seed, index, archetype), index, archetype, today)
  return { ...drawn, index, archetype: archetype.name, expect: archetype.expect, claim }
}

/** Whether somebody applies through the portal (Rules, p. 15). */
export function throughPortal({ claim }: Person): boolean {
  return PORTAL.includes(claim.claimedCategory)
}

/** The published cast: one of each archetype. */
export function castOf(seed: string, today: string): readonly Person[] {
  return ARCHETYPES.map((archetype, index) => personAt(seed, index, archetype, today))
}
