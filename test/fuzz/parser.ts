/** A sample: bytes, and what of its name says how they are read (`diplomas` of `diplomas-happy.xml`). */
export interface Sample {
  readonly kind: string
  readonly bytes: Uint8Array
}

/** One parser under fuzzing. */
export interface Parser {
  readonly name: string
  /** Pieces that mean something to it. */
  readonly words: readonly string[]
  /** What it makes of a sample, as JSON could hold it. Throws its declared errors and no other. */
  read(sample: Sample): unknown
  /** Whether an error is one that the parser declares. */
  isDeclared(error: unknown): boolean
  /** From so many bytes on a sample must be refused; absent: bounded elsewhere. */
  readonly largest?: number
}

/** Longer than this is hanging, milliseconds. */
const SLOWEST_MS = 1000

/** What came of one sample: what it is told apart by, and what is wrong with it (null: nothing). */
export interface Came {
  readonly shape: string
  readonly fault: string | null
}

const PROTOTYPES: readonly object[] = [Object.prototype, Array.prototype, String.prototype, Function.prototype]
const namesOf = () => PROTOTYPES.map((one) => Object.getOwnPropertyNames(one).length + Object.getOwnPropertySymbols(one).length).join()
const CLEAN = namesOf()
const MOST_KEYS = 60
/** Values that say which way was gone. */
const TOLD = new Set(['outcome', 'reason', 'status', 'code', 'pointer'])

/** The keys of a value without what stands in it: samples of another shape have gone another way. */
function shapeOf(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  if (depth > 4) return '…'
  if (Array.isArray(value))
    return `${Math.min(value.length, 5)}[${[...new Set(value.slice(0, MOST_KEYS).map((one) => shapeOf(one, depth + 1)))].sort().join()}]`
  const pairs = Object.entries(value).slice(0, MOST_KEYS)
  return `{${pairs.map(([key, one]) => `${key}:${TOLD.has(key) ? String(one).replace(/\d+/g, '#') : shapeOf(one, depth + 1)}`).join()}}`
}

interface Read {
  readonly said: string
  readonly shape: string
  readonly error: unknown
}

async function readOnce(parser: Parser, sample: Sample): Promise<Read> {
  try {
    const value = await parser.read({ kind: sample.kind, bytes: sample.bytes.slice() })
    return { said: JSON.stringify(value) ?? 'nothing', shape: shapeOf(value), error: null }
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { said: text, shape: text.replace(/["'].*["']|\d+/gs, '#'), error: error ?? 'nothing' }
  }
}

/** Reads a sample and looks at everything that must hold, whatever it is. */
export async function tried(parser: Parser, sample: Sample, slowestMs = SLOWEST_MS): Promise<Came> {
  // Time of the processor: what others on the machine take is no fault of a parser. Waiting for ever is noticed from outside.
  const begun = process.cpuUsage()
  const first = await readOnce(parser, sample)
  const { user, system } = process.cpuUsage(begun)
  const ms = (user + system) / 1000
  const again = await readOnce(parser, sample)
  const faults = {
    [`undeclared ${first.said.slice(0, 200)}`]: first.error !== null && !parser.isDeclared(first.error),
    [`took ${Math.round(ms)} ms`]: ms > slowestMs,
    'a prototype is another one': namesOf() !== CLEAN,
    'the same input, another output': first.said !== again.said,
    'too large, and read': parser.largest !== undefined && sample.bytes.length > parser.largest && first.error === null,
  }
  const fault = Object.entries(faults).find(([, is]) => is)?.[0] ?? null
  return { shape: first.shape, fault }
}
