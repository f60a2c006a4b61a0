/** What of `Prefer` (RFC 7240) is honoured, and how the answer says so. */
export interface Preferences {
  /** The caller's time budget in milliseconds, null where it gave none. */
  readonly waitMs: number | null
  readonly strict: boolean
  /** The value of `Preference-Applied`, null where nothing was honoured. */
  readonly applied: string | null
}

/** The preferences by name; the first of a name counts (RFC 7240, 2). */
function byName(header: string): ReadonlyMap<string, string> {
  const preferences = new Map<string, string>()
  for (const element of header.split(',')) {
    const [name = '', value = ''] = (element.split(';', 1)[0] ?? '').split('=').map((part) => part.trim().toLowerCase())
    if (name !== '' && !preferences.has(name)) preferences.set(name, value.replace(/^"(.*)"$/, '$1'))
  }
  return preferences
}

/** Reads `wait` (whole seconds, 1–30) and `handling`; everything else is left unsaid, as are values out of range. */
export function readPreferences(header: string | undefined): Preferences {
  const preferences = byName(header ?? '')
  const wait = preferences.get('wait') ?? ''
  const seconds = /^(?:[1-9]|[12]\d|30)$/.test(wait) ? Number(wait) : null
  const handling = preferences.get('handling')
  const applied: string[] = []
  if (seconds !== null) applied.push(`wait=${seconds}`)
  if (handling === 'strict' || handling === 'lenient') applied.push(`handling=${handling}`)
  return {
    waitMs: seconds === null ? null : seconds * 1000,
    strict: handling === 'strict',
    applied: applied.length > 0 ? applied.join(', ') : null,
  }
}
