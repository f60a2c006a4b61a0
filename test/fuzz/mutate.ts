import type { Sample } from './parser.ts'

/** From 0 up to 1. */
export type Random = () => number

const LONGEST = 64 * 1024
const EDGES = [
  0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x27, 0x2c, 0x3b, 0x3c, 0x3e, 0x5c, 0x7b, 0x7f, 0x80, 0xc2, 0xd0, 0xed, 0xef, 0xfe, 0xff,
]
const WORDS = [
  '\u0000',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\ud83d\ude00',
  '__proto__',
  'constructor',
  'null',
  'true',
  '-1',
  '1e999',
  '99999999999999999999',
  '0x10',
  '\r\n',
  ' ',
  '',
]

function pick<Value>(values: readonly Value[], random: Random): Value | undefined {
  return values[Math.floor(random() * values.length)]
}

function spliced(bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)])
}

/** A stretch of the sample, mostly a short one. */
function stretch(bytes: Uint8Array, random: Random): readonly [from: number, to: number] {
  const from = Math.floor(random() * (bytes.length + 1))
  const length = Math.floor(random() ** 3 * (bytes.length - from + 1))
  return [from, from + length]
}

type Way = (bytes: Uint8Array, random: Random, others: readonly Sample[], words: readonly string[]) => Uint8Array

const WAYS: readonly Way[] = [
  (bytes, random) => {
    const copy = bytes.slice()
    const place = Math.floor(random() * copy.length)
    copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(random() * 8))
    return copy
  },
  (bytes, random) => {
    const copy = bytes.slice()
    copy[Math.floor(random() * copy.length)] = pick(EDGES, random) ?? 0
    return copy
  },
  (bytes, random) => spliced(bytes, ...stretch(bytes, random), new Uint8Array()),
  (bytes, random) => {
    const [from, to] = stretch(bytes, random)
    const times = random() < 0.1 ? 1 + Math.floor(random() * 500) : 1
    const room = Math.max(1, Math.floor(LONGEST / Math.max(1, to - from)))
    return spliced(bytes, to, to, Buffer.concat(Array.from({ length: Math.min(times, room) }, () => bytes.subarray(from, to))))
  },
  (bytes, random, _, words) => {
    const [from, to] = stretch(bytes, random)
    return spliced(
      bytes,
      from,
      random() < 0.5 ? from : to,
      new TextEncoder().encode(pick(random() < 0.7 && words.length > 0 ? words : WORDS, random)),
    )
  },
  (bytes, random, others) => {
    const other = pick(others, random)?.bytes ?? bytes
    return spliced(bytes, ...stretch(bytes, random), other.subarray(...stretch(other, random)))
  },
  (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  (bytes, random) => {
    const [one, other] = [stretch(bytes, random), stretch(bytes, random)]
    return spliced(bytes, ...one, bytes.subarray(...other))
  },
]

/** A sample changed in some ways at random, never longer than 64 KiB more than it was. */
export function mutate(sample: Sample, random: Random, others: readonly Sample[], words: readonly string[]): Sample {
  let { bytes } = sample
  for (let count = 1 + Math.floor(random() ** 2 * 5); count > 0; count--) {
    const way = pick(WAYS, random)
    if (way) bytes = way(bytes, random, others, words)
  }
  return { kind: sample.kind, bytes: bytes.subarray(0, sample.bytes.length + LONGEST) }
}
