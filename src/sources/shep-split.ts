/*
 * Every answer of the bus has an envelope of its own, but the business data inside are often the same bytes as the last time. They are
 * set apart here, so that only the envelope needs to be parsed again.
 */

const OPENING = /<((?:[\w.-]+:)?data)[\s>]/

/** An answer in two parts: the envelope with an empty `data`, and the text of the element `data`. */
export interface Split {
  readonly envelope: string
  readonly data: string
}

/**
 * Takes the element `data` out of the text, from the first that opens to the last that closes. Null where that may not be what a parser
 * would see: a comment, a CDATA section or a DOCTYPE in the envelope could hold tags that are none.
 */
export function splitData(text: string): Split | null {
  const opening = OPENING.exec(text)
  if (!opening) return null
  const name = opening[1] ?? ''
  const closing = `</${name}>`
  const end = text.lastIndexOf(closing)
  if (end < opening.index) return null
  const envelope = `${text.slice(0, opening.index)}<${name}/>${text.slice(end + closing.length)}`
  return envelope.includes('<!') ? null : { envelope, data: text.slice(opening.index, end + closing.length) }
}
