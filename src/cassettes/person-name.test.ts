import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOfFullName } from '../../schemas/names.ts'
import { gradeOf } from '../portfolio/identity.ts'
import { createKeyed } from './keyed.ts'
import { fullName, patronymic, personName } from './person-name.ts'

const keyed = createKeyed(new Uint8Array(32).fill(7))
const letters = (alphabet: string) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 9 })
const stem = fc.oneof(letters('АБӘҚКОӨУҰІИЫЙЁЕНҢ'), letters("абкAВCEеоь'«"), letters('PETR'))
const surname = fc.tuple(stem, fc.constantFrom('', '-', ' ', ' - '), stem).map(([one, sign, other]) => (sign ? one + sign + other : one))
const father = fc
  .tuple(stem, fc.constantFrom('', 'ұлы', 'УЛЫ', ' ұлы', 'ович', 'ОВНА', 'евич', 'қызы', '-кызы', 'Ильич'))
  .map((parts) => parts.join(''))
const person = fc.record({ surname, name: stem, patronymic: fc.option(father) })

type Person = { readonly surname: string; readonly name: string; readonly patronymic: string | null }
function redacted(given: Person): Person {
  const { surname, name, patronymic: last } = given
  return { surname: personName(surname, keyed), name: personName(name, keyed), patronymic: last && patronymic(last, keyed) }
}

/** What counts: whether the names are one person's. A spelling more or less is no difference. */
const judged = (one: Person, other: Person) => gradeOf(one, other).replace('exact', 'folded')

test('keeps how the gateway judges two names', () => {
  const pair = fc.oneof(
    fc.tuple(person, person),
    person.map((one) => [one, { ...one, name: one.name.toLowerCase() }] as const),
  )
  fc.assert(
    fc.property(pair, ([one, other]) => judged(one, other) === judged(redacted(one), redacted(other))),
    { numRuns: 500 },
  )
})

test.each([
  ['Kazakh letters lost', 'Қуанышбекова', 'Куанышбекова'],
  ['upper case', 'Айша', 'АЙША'],
  ['Latin look-alikes', 'Сара', 'Caра'],
  ['doubled letters', 'Алла', 'Ала'],
])('takes two spellings for one name: %s', (_, one, other) => {
  const [first, second] = [personName(one, keyed), personName(other, keyed)]
  expect(gradeOf({ surname: first, name: null, patronymic: null }, { surname: second, name: null, patronymic: null })).toMatch(
    /exact|folded/,
  )
  expect(first).not.toBe(one)
})

test.each([
  ['ҚУАНЫШБЕК', /^[А-ЯӘҒҚҢӨҰҮҺІ]+$/u],
  ['Қуанышбек', /^[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі]*[әғқңөұүһі]?/u],
  ['Куанышбек', /^[А-Я][а-я]+$/u],
  ['Caра', /[A-Za-z]/],
  ['Aisha', /^[A-Z][a-z]+$/],
  ['?уанышбек', /^\?[а-я]+$/u],
  ['Абай-Ғали', /^\S+-\S+$/u],
  ['Т.', /^[А-Я]\.$/u],
])('writes a name like %s', (name, shape) => {
  expect(personName(name, keyed)).toMatch(shape)
})

test.each(['ұлы', 'қызы', 'ович', 'овна', 'ЕВНА', ' ұлы'])('keeps the form of a patronymic in %s', (ending) => {
  expect(patronymic(`Серік${ending}`, keyed)).toMatch(new RegExp(`^(?!Серік).*${ending}$`, 'u'))
})

test('finds a full name and its initials where the real one was found', () => {
  const [whole] = keysOfFullName(fullName('Мысалов Тест Серікұлы', keyed))
  expect(whole).toBe(keysOfFullName(`${personName('МЫСАЛОВ', keyed)} ${personName('Tест', keyed)} ${patronymic('Сериковна', keyed)}`)[0])
  const [short] = keysOfFullName(fullName('Мысалов Т.', keyed))
  expect(short).toBe(keysOfFullName(`${personName('Мысалов', keyed)} ${personName('Тест', keyed).charAt(0)}.`)[0])
})
