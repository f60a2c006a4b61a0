/** A value as elements: arrays repeat, null is nil, undefined is left out, an empty text is an empty element. */
export function elements(value: Readonly<Record<string, unknown>>): string {
  return Object.entries(value)
    .map(([name, content]) => element(name, content))
    .join('')
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function element(name: string, content: unknown): string {
  if (content === undefined) return ''
  if (content === null) return `<${name} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>`
  if (Array.isArray(content)) return content.map((one) => element(name, one)).join('')
  if (typeof content === 'object') return `<${name}>${elements(content as Record<string, unknown>)}</${name}>`
  return content === '' ? `<${name}/>` : `<${name}>${escapeText(String(content))}</${name}>`
}

/** The text of the first element of a local name, entities resolved; null where there is none. Enough for what we are sent. */
export function textOf(xml: string, local: string): string | null {
  const match = new RegExp(`<(?:[\\w.-]+:)?${local}(?:\\s[^>]*)?>([^<]*)</(?:[\\w.-]+:)?${local}>`).exec(xml)
  if (!match) return null
  return (match[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&')
}

/** The person number of a request, in whichever shape it came. */
export function iinIn(xml: string): string | null {
  return textOf(xml, 'iin') ?? /&lt;iin>(\d+)/.exec(xml)?.[1] ?? /&lt;iin&gt;(\d+)/.exec(xml)?.[1] ?? null
}

/** A date as the bus writes it, UTC+5. */
export function busDate(now: number): string {
  return `${new Date(now + 5 * 3_600_000).toISOString().slice(0, -1)}+05:00`
}
