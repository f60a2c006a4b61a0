import { iinFault } from '../../schemas/identifiers.ts'
import type { Keyed } from './keyed.ts'
import { isDigit, radixOf, spelt, symbolOf, type WireSymbol } from './symbols.ts'

/** A text taken apart: its letters, and of them those that change, each with how many others may stand in its place. */
interface Shape {
  readonly letters: string[]
  readonly changing: readonly { readonly at: number; readonly symbol: WireSymbol; readonly least: number; readonly radix: number }[]
}

const ROUNDS = 8
const WORD = 4
/** Blanks and № say nothing in a number of a document. */
const SILENT = /[№\s]/u
const SCHEME = /^https?:\/\//i

/** A zero that leads stays, and none leads that did not before: a number that is sent as a number stays one. */
function shapeOf(text: string): Shape {
  const letters = Array.from(text)
  const changing: { at: number; symbol: WireSymbol; least: number; radix: number }[] = []
  let isLeading = true
  letters.forEach((letter, at) => {
    const symbol = symbolOf(letter)
    if (!symbol || !isDigit(symbol)) {
      if (!SILENT.test(letter)) isLeading = true
      if (symbol) changing.push({ at, symbol, least: 0, radix: radixOf(symbol, false) })
      return
    }
    const isZero = isLeading && symbol.place === 0
    if (!isZero) changing.push({ at, symbol, least: isLeading ? 1 : 0, radix: radixOf(symbol, isLeading) })
    isLeading = false
  })
  return { letters, changing }
}

function written({ letters, changing }: Shape, places: readonly number[]): string {
  const changed = [...letters]
  changing.forEach(({ at, symbol, least }, index) => {
    changed[at] = spelt(symbol, (places[index] ?? 0) + least)
  })
  return changed.join('')
}

/** Twelve digits that could be somebody's number. */
function namesSomebody(text: string): boolean {
  return [...text.matchAll(/(?<!\d)\d{12}(?!\d)/g)].some(([digits]) => iinFault(digits) === null)
}

/** What a number says beside its letters: case, look-alikes and silent signs are no difference. */
function signature({ letters, changing }: Shape): string {
  const changes = new Set(changing.map(({ at }) => at))
  const signs = letters.map((letter, at) => (changes.has(at) ? '\u0001' : SILENT.test(letter) ? '' : letter)).join('')
  return `${signs} ${changing.map(({ radix }) => radix).join()}`
}

/** Two halves that change each other in turn: no two numbers of one shape become the same. */
function exchanged(shape: Shape, places: readonly number[], keyed: Keyed): readonly number[] {
  const signs = signature(shape)
  const middle = Math.ceil(places.length / 2)
  const now = [...places]
  for (let round = 0; round < ROUNDS; round++) {
    const [from, to] = round % 2 === 0 ? [0, middle] : [middle, now.length]
    const other = round % 2 === 0 ? now.slice(middle) : now.slice(0, middle)
    const words = Buffer.from(keyed.bytes('document', `${signs} ${round} ${other}`, (to - from) * WORD))
    for (let at = from; at < to; at++) {
      const { radix = 1 } = shape.changing[at] ?? {}
      now[at] = ((now[at] ?? 0) + words.readUInt32BE((at - from) * WORD)) % radix
    }
  }
  return now
}

/**
 * The pseudonym of a number of a document: letters for letters of the same alphabet and case, digits for digits, signs as they are. The
 * same number is always the same, spelt with Latin or Cyrillic look-alikes or with №; numbers of one shape that differ go on to differ.
 */
export function documentNumber(text: string, keyed: Keyed): string {
  const scheme = SCHEME.exec(text)?.[0]
  if (scheme) return scheme + documentNumber(text.slice(scheme.length), keyed)
  const shape = shapeOf(text)
  if (shape.changing.length === 0) return text
  let places: readonly number[] = shape.changing.map(({ symbol, least, radix }) => (symbol.place - least) % radix)
  for (;;) {
    places = exchanged(shape, places, keyed)
    const number = written(shape, places)
    if (!namesSomebody(number)) return number
  }
}

/** A text of the same shape that says nothing; the same text always becomes the same. */
export function scrambled(text: string, keyed: Keyed): string {
  const shape = shapeOf(text)
  if (shape.changing.length === 0) return text
  for (let attempt = 0; ; attempt++) {
    const words = Buffer.from(keyed.bytes('text', `${attempt} ${text}`, shape.changing.length * WORD))
    const number = written(
      shape,
      shape.changing.map(({ radix }, index) => words.readUInt32BE(index * WORD) % radix),
    )
    if (!namesSomebody(number)) return number
  }
}
