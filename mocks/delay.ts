/** What keeps an answer waiting, milliseconds; `drip` gives its body in parts of so many bytes, so often. */
export type Delay =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  | { readonly kind: 'log-normal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }

/** The spread of a log-normal delay where nobody says another. */
export const USUAL_SIGMA = 0.6
/** Of a median: a delay that takes longer than this is cut there. */
const MOST = 10
/** Longest delay that may be set, milliseconds. */
export const LONGEST_MS = 120_000

/** The forms of a delay as text, for those who mistyped one. */
export const FORMS = '250 · 100-400 · log-normal(300,0.6) · drip(64,100)'

const SHAPES: readonly (readonly [RegExp, (one: number, other: number) => Delay])[] = [
  [/^(\d+)(?: ?ms)?$/, (ms) => ({ kind: 'fixed', ms })],
  [/^(\d+)\s*-\s*(\d+)$/, (from, to) => ({ kind: 'uniform', from, to })],
  [/^log-normal\(\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?)\s*)?\)$/, (median, sigma) => ({ kind: 'log-normal', median, sigma })],
  [/^drip\(\s*(\d+)\s*,\s*(\d+)\s*\)$/, (bytes, everyMs) => ({ kind: 'drip', bytes, everyMs })],
]

/** A delay written as text; null where it is none. Its bounds are looked at by `delayFault`. */
export function delayIn(text: string): Delay | null {
  for (const [shape, make] of SHAPES) {
    const found = shape.exec(text.trim())
    if (found) return make(Number(found[1]), found[2] === undefined ? USUAL_SIGMA : Number(found[2]))
  }
  return null
}

/** What is wrong with the numbers of a delay; null: nothing. */
export function delayFault(delay: Delay): string | null {
  if (delay.kind === 'drip') {
    if (delay.bytes < 1) return 'a drip gives at least one byte'
    return delay.everyMs > LONGEST_MS ? `at most ${LONGEST_MS} ms` : null
  }
  if (delay.kind === 'uniform' && delay.from > delay.to) return 'from is after to'
  if (delay.kind === 'log-normal' && delay.sigma > 5) return 'sigma is at most 5'
  const ms = delay.kind === 'fixed' ? delay.ms : delay.kind === 'uniform' ? delay.to : delay.median
  return ms > LONGEST_MS ? `at most ${LONGEST_MS} ms` : null
}

/** A delay as text, as `delayIn` reads it. */
export function delayText(delay: Delay): string {
  if (delay.kind === 'fixed') return String(delay.ms)
  if (delay.kind === 'uniform') return `${delay.from}-${delay.to}`
  return delay.kind === 'drip' ? `drip(${delay.bytes},${delay.everyMs})` : `log-normal(${delay.median},${delay.sigma})`
}

/** Milliseconds before the answer begins; `random` gives numbers from 0 up to 1. */
export function drawn(delay: Delay, random: () => number): number {
  if (delay.kind === 'fixed') return delay.ms
  if (delay.kind === 'uniform') return delay.from + random() * (delay.to - delay.from)
  if (delay.kind === 'drip' || delay.median === 0) return 0
  // Box and Muller: two even numbers make a normal one.
  const normal = Math.sqrt(-2 * Math.log(Math.max(random(), 1e-9))) * Math.cos(2 * Math.PI * random())
  return Math.min(delay.median * Math.exp(delay.sigma * normal), MOST * delay.median)
}

/** The same answer, its body in parts. What promises a length keeps it. */
export async function dripped(
  answer: Response,
  { bytes, everyMs }: { bytes: number; everyMs: number },
  wait: (ms: number) => Promise<void>,
) {
  if (answer.type === 'error' || answer.body === null) return answer
  const whole = new Uint8Array(await answer.arrayBuffer())
  let start = 0
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(everyMs)
      controller.enqueue(whole.slice(start, start + bytes))
      start += bytes
      if (start >= whole.length) controller.close()
    },
    cancel() {
      start = whole.length
    },
  })
  return new Response(stream, answer)
}
