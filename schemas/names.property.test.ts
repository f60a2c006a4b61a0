import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../test/support/runs.ts'
import { foldName } from './names.ts'

const LETTERS = 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯабвгғкқнңоөуұүыіьъABCEHIKMOPTXYZabcxyz'
/** Names in letters of the three alphabets, with what stands between and above them. */
const names = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...LETTERS) }, fc.constantFrom(' ', '  ', '-', ' – ', "'", '’', '\u0306', '\u0308')),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''))

test('folds a folded name to itself', () => {
  fc.assert(
    fc.property(names, (name) => {
      const folded = foldName(name)
      expect(foldName(folded)).toBe(folded)
    }),
    runs('folded names'),
  )
})

test('folds the spellings of one name alike', () => {
  fc.assert(
    fc.property(names, (name) => {
      const spellings = [name.toLowerCase(), name.normalize('NFD'), `  ${name}\t`, name.replaceAll('-', ' ‑ '), name.replaceAll('’', '')]
      expect(new Set(spellings.map(foldName))).toEqual(new Set([foldName(name)]))
    }),
    runs('spellings of a name'),
  )
})
