import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../test/support/runs.ts'
import { checkDigit, iinFault } from './identifiers.ts'

const digit = fc.integer({ min: 0, max: 9 })
/** Eleven digits that begin with a day and a century, as those of a person do. */
const prefixes = fc
  .record({
    time: fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(1999, 11, 31) }),
    century: fc.integer({ min: 0, max: 6 }),
    rest: fc.array(digit, { minLength: 4, maxLength: 4 }),
  })
  // 29 February is in one century only.
  .map(({ time, century, rest }) => `${new Date(time).toISOString().slice(2, 10).replaceAll('-', '')}${century}${rest.join('')}`)
  .filter((prefix) => prefix.slice(2, 6) !== '0229')

test('accepts every prefix with its check digit and refuses those that have none', () => {
  fc.assert(
    fc.property(prefixes, digit, (prefix, last) => {
      expect(iinFault(`${prefix}${last}`)).toBe(checkDigit(prefix) === last ? null : 'iin.check')
    }),
    runs('check digits'),
  )
})

/** Whether the first pass gives eleven digits their check digit; else the second one does. */
function byFirstPass(prefix: string): boolean {
  return [...prefix].reduce((sum, text, index) => sum + Number(text) * (index + 1), 0) % 11 < 10
}

/*
 * Not every one: the first pass weighs the eleventh digit with 11, that is not at all, and a change may call for the other pass, which
 * then gives the same check digit by chance (in one of eleven cases).
 */
test('catches a changed digit wherever the passes can', () => {
  fc.assert(
    fc.property(prefixes, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (prefix, place, by) => {
      const check = checkDigit(prefix)
      fc.pre(check !== null)
      const iin = `${prefix}${check}`
      const changed = `${iin.slice(0, place)}${(Number(iin[place]) + by) % 10}${iin.slice(place + 1)}`
      const [before, after] = [byFirstPass(iin.slice(0, 11)), byFirstPass(changed.slice(0, 11))]
      const caught = iinFault(changed) !== null
      if (place === 10 && before) expect(caught).toBe(false)
      else expect(caught || before !== after).toBe(true)
    }),
    runs('changed digits'),
  )
})
