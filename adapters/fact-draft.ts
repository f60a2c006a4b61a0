import type { FactType, FactValues } from '../schemas/fact.ts'
import type { SectionId } from '../schemas/section.ts'
import type { Teacher } from './source.ts'

/** A wire key by its path (`level.code`), or a group of which one must occur in the reply. */
export type BaselineKey = string | readonly string[]

export interface NormaliseContext {
  readonly teacher: Teacher
}

/** The person that a record names, for comparison at merging; never part of the fact's value. */
export interface Holder {
  readonly surname: string | null
  readonly name: string | null
  readonly patronymic: string | null
  readonly birthDate: string | null
}

/** A fact before provenance is stamped. */
export type FactDraft = {
  [Type in FactType]: {
    readonly type: Type
    readonly section: SectionId
    readonly value: FactValues[Type]
    /** Natural key: two records with the same key are one and the same thing. Without person numbers. */
    readonly key: string
    readonly recordId: string | null
    readonly recordDate: string | null
    readonly holder: Holder | null
    /** False while the register says that the record is not final yet. */
    readonly final: boolean
    /** The wire keys that the fact is made of, where one record makes several; absent: all. */
    readonly wireKeys?: readonly string[]
  }
}[FactType]
