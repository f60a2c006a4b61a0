import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Person } from '../../mocks/cast/person.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { toBytes } from '../../src/cassettes/body.ts'
import type { CassetteBody } from '../../src/cassettes/cassette.ts'
import { parsedCassette } from '../../src/cassettes/folder.ts'

/*
 * Everything that a folder of cassettes says, in every way in which somebody could read it: the files as they are, and each body by its
 * bytes in three encodings, its base64 and its escapes undone.
 */

const ENCODINGS = ['utf-8', 'windows-1251', 'latin1']
const BASE64 = /[A-Za-z0-9+/]{24,}={0,2}/g
const ESCAPES: readonly (readonly [RegExp, (code: string) => string])[] = [
  [/\\u([0-9a-f]{4})/gi, (code) => String.fromCharCode(Number.parseInt(code, 16))],
  [/&#x([0-9a-f]+);/gi, (code) => String.fromCodePoint(Number.parseInt(code, 16))],
  [/&#(\d+);/g, (code) => String.fromCodePoint(Number(code))],
]
/** Kazakh letters, what stands for them where an encoding has none, and what KZ-1048 looks like as windows-1251. */
const LETTERS = ['әғқңөұүһі', 'агкноуухи', 'јєќѕґўїћі'] as const

function unescaped(text: string): string {
  return ESCAPES.reduce((plain, [pattern, letter]) => plain.replace(pattern, (_, code: string) => letter(code)), text)
}

function readings(bytes: Uint8Array): readonly string[] {
  const texts = ENCODINGS.map((encoding) => unescaped(new TextDecoder(encoding).decode(bytes)))
  const inner = (texts[0]?.match(BASE64) ?? []).map((run) => Buffer.from(run, 'base64'))
  return [...texts, ...inner.flatMap((decoded) => ENCODINGS.map((encoding) => new TextDecoder(encoding).decode(decoded)))]
}

/** All words and numbers of a folder, in lower case. */
export async function wordsIn(folder: string): Promise<ReadonlySet<string>> {
  const words = new Set<string>()
  const add = (text: string) => {
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) words.add(word)
    // Numbers hide inside of longer words too.
    for (const number of text.match(/\d{7,}/g) ?? []) words.add(number)
  }
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name))
    add(name)
    for (const text of readings(bytes)) add(text)
    const cassette = parsedCassette(bytes.toString('utf8'), name)
    const bodies = cassette.exchanges.flatMap(({ request, answer }): (CassetteBody | null)[] => [
      request.body,
      'fault' in answer ? null : answer.body,
    ])
    for (const body of bodies) if (body) for (const text of readings(toBytes(body))) add(text)
  }
  return words
}

/** A name in the spellings in which registers write it, in lower case. */
function spellings(name: string): readonly string[] {
  const lower = name.toLowerCase()
  return LETTERS.map((row) => lower.replace(/./gu, (letter) => row.charAt(LETTERS[0].indexOf(letter)) || letter))
}

const DOCUMENT_KEYS = ['number', 'registrationNumber', 'certificateNumber', 'documentNumber', 'contractId', 'orderNumber']
/** Shorter ones are found in any text by chance. */
const LEAST_TELLING = 7

function documentsOf({ value }: Fact): readonly string[] {
  const fields = value as Readonly<Record<string, unknown>>
  return DOCUMENT_KEYS.map((key) => fields[key]).filter((text) => typeof text === 'string' && text.length >= LEAST_TELLING) as string[]
}

/** What would give a person away: number, names in every spelling, numbers of documents. */
export function tracesOf(person: Person, { sections }: Portfolio): readonly string[] {
  const names = [person.surname, person.name, person.patronymic, person.formerSurname].filter((name) => name !== null)
  const documents = sections.flatMap(({ facts }) => facts.flatMap(documentsOf))
  return [person.iin, ...names.flatMap(spellings), ...documents.flatMap((number) => number.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? [])]
}
