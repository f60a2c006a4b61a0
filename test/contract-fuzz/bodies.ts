import fc from 'fast-check'
import { oddText, oddValue } from './odd.ts'

/** A body as bytes; `value` undefined where the text is no JSON that counts. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly value: unknown
}

type Change = (value: unknown) => unknown

/** A value as it travels: a lone surrogate as its escape, and what JSON cannot hold left out. */
export function jsonBody(value: unknown): Body {
  const text = JSON.stringify(value)
  return { bytes: new TextEncoder().encode(text), value: JSON.parse(text) as unknown }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Changes the value behind one key, chosen by a number: a key of the object, or one of an object below it. */
function atKey(place: number, change: (holder: Record<string, unknown>, key: string) => void): Change {
  return (value) => {
    if (!isObject(value)) return value
    const copy = structuredClone(value)
    const keys = Object.keys(copy)
    const key = keys[place % Math.max(1, keys.length)]
    if (key === undefined) return copy
    const inner = copy[key]
    const deeper = isObject(inner) ? inner : Array.isArray(inner) && isObject(inner[0]) ? inner[0] : null
    const innerKey = deeper && Object.keys(deeper)[place % Math.max(1, Object.keys(deeper).length)]
    if (deeper && innerKey !== undefined && innerKey !== null && place % 2 === 0) change(deeper, innerKey)
    else change(copy, key)
    return copy
  }
}

const place = fc.nat({ max: 997 })
const change: fc.Arbitrary<Change> = fc.oneof(
  place.map((at) => atKey(at, (holder, key) => delete holder[key])),
  fc.tuple(place, oddValue).map(([at, odd]) => atKey(at, (holder, key) => Object.assign(holder, { [key]: odd }))),
  fc.tuple(oddText, oddValue).map(
    ([key, odd]): Change =>
      (value) =>
        isObject(value) ? { ...value, [key]: odd } : value,
  ),
  place.map((at) => atKey(at, (holder, key) => Object.assign(holder, { [key]: [holder[key]] }))),
  oddValue.map(
    (odd): Change =>
      () =>
        odd,
  ),
)

/** A value with one to three changes: a key gone, a key more, a value of another type or out of range. */
export function changed(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(value, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([start, changes]) => changes.reduce((now, one) => one(now), start))
}

/** A mark of byte order before the text may be ignored (RFC 8259, 8.1), so it refuses nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

const broken: readonly ((text: string) => string)[] = [
  (text) => text.slice(0, -1),
  (text) => `${text}}`,
  (text) => `${text.slice(0, -1)},}`,
  (text) => text.replaceAll('"', "'"),
  (text) => `\ufeff${text}`,
  (text) => text.replace('{', '{"iin":"1","iin":"2",'),
  () => '',
  () => 'NaN',
  () => '['.repeat(10_000),
  () => '['.repeat(60_000) + ']'.repeat(60_000),
  () => '{"a":'.repeat(5000),
  () => '"\\ud800',
  () => `{"iin":"${'\u0000'}"}`,
  () => JSON.stringify({ caseId: 'x'.repeat(270_000) }),
]

/** Bytes that are no JSON, or none that is taken: cut, doubled keys, not UTF-8, too deep, too large. */
export function malformed(value: fc.Arbitrary<unknown>): fc.Arbitrary<Body> {
  const text = fc
    .tuple(value, fc.constantFrom(...broken))
    .map(([start, spoil]) => spoil(JSON.stringify(start)))
    .map((spoilt) => ({ bytes: new TextEncoder().encode(spoilt), value: parsed(spoilt) }))
  const raw = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => ({ bytes: Uint8Array.of(0xff, ...bytes), value: undefined }))
  return fc.oneof({ weight: 4, arbitrary: text }, raw)
}
