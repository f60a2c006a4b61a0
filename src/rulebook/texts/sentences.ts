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
