import type { Trilingual } from '../../../schemas/trilingual.ts'

/** A text made once for each language. */
export function inEach(make: (language: keyof Trilingual) => string): Trilingual {
  return { kk: make('kk'), ru: make('ru'), en: make('en') }
}

/** Sentences one after another; null ones are left out. */
export function sentences(...parts: readonly (Trilingual | null)[]): Trilingual {
  const told = parts.filter((part) => part !== null)
  return inEach((language) => told.map((part) => part[language]).join(' '))
}

const [YES, NO]: readonly [Trilingual, Trilingual] = [
  { kk: 'иә', ru: 'да', en: 'yes' },
  { kk: 'жоқ', ru: 'нет', en: 'no' },
]

/** A value that is true or false, in a word. */
export function yesOrNo(value: boolean): Trilingual {
  return value ? YES : NO
}
