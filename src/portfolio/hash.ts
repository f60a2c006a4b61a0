/** 32 bits as eight digits. */
function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}

/**
 * A short id that is the same for the same parts: `<prefix>_` and 128 bits in hexadecimal (cyrb128, a public-domain hash).
 * Not a secret and not a checksum: ids stay equal through versions because they are made of what a thing is.
 */
export function stableId(prefix: string, ...parts: readonly string[]): string {
  const text = parts.join('\u001f')
  let a = 1779033703
  let b = 3144134277
  let c = 1013904242
  let d = 2773480762
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ unit, 597399067)
    b = c ^ Math.imul(b ^ unit, 2869860233)
    c = d ^ Math.imul(c ^ unit, 951274213)
    d = a ^ Math.imul(d ^ unit, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return `${prefix}_${hex(a ^ b ^ c ^ d)}${hex(b ^ a)}${hex(c ^ a)}${hex(d ^ a)}`
}
