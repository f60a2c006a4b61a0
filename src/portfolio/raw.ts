/** Twelve digits in a row, or eleven where a zero was lost, may be a person number: they stay out of every answer. */
const NUMBER = /\d{11}/

/** Whether a value was only typed, not changed: `"false"` became false, `"76"` became 76. */
function onlyTyped(sent: unknown, read: unknown): boolean {
  return sent === read || String(sent) === String(read)
}

function worthKeeping(sent: unknown): boolean {
  if (typeof sent !== 'string' && typeof sent !== 'number') return false
  const text = String(sent)
  return text.trim() !== '' && !NUMBER.test(text)
}

/** Half of a pair cannot be shown: strict readers of JSON would refuse all of the answer (fault U42). */
function shown(sent: unknown): unknown {
  return typeof sent === 'string' ? sent.toWellFormed() : sent
}

type Leaf = Readonly<Record<string, unknown>>

function collect(sent: unknown, read: unknown, path: string, into: Record<string, unknown>): void {
  if (sent === null || sent === undefined) return
  if (typeof sent !== 'object') {
    if (worthKeeping(sent) && !onlyTyped(sent, read)) into[path] = shown(sent)
    return
  }
  if (typeof read !== 'object' || read === null) return
  for (const key of Object.keys(sent)) {
    const [before, after] = [(sent as Leaf)[key], (read as Leaf)[key]]
    // Only what the wire schema reads: the rest was never looked at.
    if (before !== after && key in read) collect(before, after, path === '' ? key : `${path}.${key}`, into)
  }
}

/** The values as they were sent, by wire path, where reading changed them. Nothing that may be a person number. */
export function rawOf(sent: unknown, read: unknown): Record<string, unknown> {
  const raw: Record<string, unknown> = {}
  collect(sent, read, '', raw)
  return raw
}
