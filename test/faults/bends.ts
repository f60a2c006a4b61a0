/* Keys of an answer that are left out, renamed, or given another type. */

/** What stands nowhere in the cast. */
export const ALIEN = 'alien canary'

/** What is done to one key, wherever it stands: in the object that holds it. */
export type Bend = (value: unknown) => readonly [suffix: string, value: unknown]
/** The key is not there. */
export const LEFT_OUT: Bend = () => ['', undefined]
/** The key has another name. */
export const RENAMED: Bend = (value) => ['New', value]
/** Rows that differed in this alone are then one. */
export const NOTHING: Bend = () => ['', null]
/** The value has another type. */
export const TYPES: readonly Bend[] = [
  () => ['', { unexpected: ALIEN }],
  () => ['', [[ALIEN]]],
  NOTHING,
  (value) => ['', [value, ALIEN]],
  (value) => ['', { value, more: ALIEN }],
]

function bent(value: unknown, key: string, bend: Bend): unknown {
  if (Array.isArray(value)) return value.map((item) => bent(item, key, bend))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const inner = bent(item, key, bend)
      if (name !== key) return [[name, inner]]
      const [suffix, changed] = bend(inner)
      return changed === undefined ? [] : [[name + suffix, changed]]
    }),
  )
}

/** The same in XML: leaf elements by their local names. */
function bentXml(text: string, name: string, bend: Bend): string {
  return text.replaceAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'), (_, content: string) => {
    const [suffix, changed] = bend(content)
    if (changed === undefined || changed === null) return changed === null ? `<${name}/>` : ''
    const inner = typeof changed === 'string' ? changed : `<unexpected>${ALIEN}</unexpected>`
    return `<${name}${suffix}>${inner}</${name}${suffix}>`
  })
}

/** An answer in which every key of that name is bent: XML by its leaf elements, else JSON. */
export function bentText(text: string, key: string, bend: Bend): string {
  return text.startsWith('<') ? bentXml(text, key, bend) : JSON.stringify(bent(JSON.parse(text), key, bend))
}
