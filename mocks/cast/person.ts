import type { Archetype } from './archetypes.ts'
import { drawNames, type Names } from './names.ts'
import { type Numbering, neighbourOf, spotOf } from './numbering.ts'
import { binFor, iinFor } from './numbers.ts'
import { regionOf, schoolAt } from './places.ts'
import { pick, randomFrom, whole } from './random.ts'
import { leaderOf } from './shares.ts'
import { spellings } from './spelling.ts'

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
  /** The same names with Russian letters alone, and in Latin ones as in a passport. */
  readonly written: { readonly ru: Names; readonly latin: Names }
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

/** The day some years from another. */
export function yearsFrom(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}

function title(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase()
}

/** What all people of one cast share. */
export interface Ground {
  readonly seed: string
  readonly today: string
  readonly numbering: Numbering
  /** How many people are published, and bear names with Kazakh letters. */
  readonly published: number
}

interface Drawn extends Omit<Person, 'claim' | 'archetype' | 'expect' | 'index'> {
  readonly subject: string
}

/** Draws a person. Two who belong together share everything but the serial in their numbers, twins not the given name either. */
function draw({ seed, numbering, published }: Ground, index: number, archetype: Archetype): Drawn {
  const leader = leaderOf(archetype, index)
  const random = randomFrom(`${seed}/${leader}`)
  const spot = spotOf(numbering.slotOf(leader))
  const { birthDate, sex } = spot
  const number = iinFor(birthDate, sex, whole(random, spot.from, spot.to))
  const { surname, otherSurname, otherName, ...drawn } = drawNames(random, sex, leader < published)
  const name = archetype.name === 'expert-other-twin' ? otherName : drawn.name
  const patronymic = archetype.name === 'expert-without-patronymic' ? null : drawn.patronymic
  const school = schoolAt(seed, leader, archetype.name)
  return {
    ...{ sex, birthDate, surname, name, patronymic },
    iin: leader === index ? number : neighbourOf(number, spot),
    written: spellings({ surname, name, patronymic }),
    formerSurname: RENAMED.includes(archetype.name) ? otherSurname : null,
    bin: binFor(school),
    region: regionOf(school),
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
export function personAt(ground: Ground, index: number, archetype: Archetype): Person {
  const drawn = draw(ground, index, archetype)
  const { subject: _, ...own } = drawn
  return { ...own, index, archetype: archetype.name, expect: archetype.expect, claim: claimOf(drawn, index, archetype, ground.today) }
}

/** Whether somebody applies through the portal (Rules, p. 15). */
export function throughPortal({ claim }: Person): boolean {
  return PORTAL.includes(claim.claimedCategory)
}
