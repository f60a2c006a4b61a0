import { gunzipSync } from 'node:zlib'
import type { Person } from '../../mocks/cast/person.ts'
import { foldName, foldPatronymic } from '../../schemas/names.ts'

const WORD = /[\p{L}\p{M}]+/gu
/** UTF-8 taken for Latin-1: the words of a name as they then look. */
const mojibake = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
const titled = (name: string) => name.charAt(0) + name.slice(1).toLowerCase()

/** Everything that stands in a recording, as text: what is bytes there is read as bytes of UTF-8 and of Latin-1, unpacked where it is packed. */
export function textIn(recorded: unknown): string {
  const told = JSON.stringify(recorded)
  const bytes = [...told.matchAll(/"base64":"([^"]*)"/g)].map(([, base64 = '']) => Buffer.from(base64, 'base64'))
  const plain = bytes.map((one) => (one[0] === 0x1f && one[1] === 0x8b ? gunzipSync(one) : one))
  return [told, ...plain.map((one) => one.toString('utf8')), ...plain.map((one) => new TextDecoder('windows-1251').decode(one))].join(' ')
}

function namesOf({ surname, name, patronymic, formerSurname, claim }: Person): readonly string[] {
  const { names } = claim
  return [surname, name, patronymic, formerSurname, names.surname, names.name, names.patronymic].filter((part) => part !== null)
}

/** What of these people is left in a text: numbers, with their zeros or without, and names in any spelling, folded or garbled. */
export function leftIn(text: string, people: readonly Person[]): readonly string[] {
  const words = new Set((text.match(WORD) ?? []).flatMap((word) => [foldName(word), foldPatronymic(word)]))
  return people.flatMap((person) => {
    const numbers = [person.iin, person.iin.replace(/^0+/, ''), person.birthDate].filter((number) => text.includes(number))
    const folded = namesOf(person).filter((name) => words.has(foldName(name)) || words.has(foldPatronymic(name)))
    const garbled = namesOf(person).filter((name) => [name, name.toUpperCase(), titled(name)].some((one) => text.includes(mojibake(one))))
    return [...numbers, ...folded, ...garbled]
  })
}
