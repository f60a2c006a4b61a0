import { parseXml, type XmlNode } from '../sources/xml.ts'
import { toBytes } from './body.ts'
import type { CassetteBody } from './cassette.ts'

/** One value with its place: names between slashes, places in a list as numbers. */
export type Leaf = readonly [place: string, value: string]

const MOST_CHARS = 16 * 1024 * 1024
const latin1 = new TextDecoder('latin1')

/** The text of a body; bytes that are no text come as Latin-1, which loses none of them. */
export function textOf(body: CassetteBody): string {
  if ('text' in body) return body.text.join('')
  return 'json' in body ? JSON.stringify(body.json) : latin1.decode(toBytes(body))
}

function jsonLeaves(value: unknown, place = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[place, JSON.stringify(value)]]
  const inside = Object.entries(value)
  return inside.length === 0
    ? [[place, Array.isArray(value) ? '[]' : '{}']]
    : inside.flatMap(([key, one]) => jsonLeaves(one, `${place}/${key}`))
}

/** How often each name stands among the children before this one: the first has no number, as long as it is alone. */
function placesOf(children: readonly XmlNode[]): string[] {
  const seen = new Map<string, number>()
  return children.map(({ local }) => {
    const before = seen.get(local) ?? 0
    seen.set(local, before + 1)
    return before === 0 ? local : `${local}/${before}`
  })
}

/** By local names; data that came escaped is opened, so that it has the same places as data that came typed. The SOAP header is left out. */
function xmlLeaves(node: XmlNode, place: string): Leaf[] {
  const text = node.text.trim()
  if (text.startsWith('<')) return xmlText(text, place) ?? [[place, text]]
  if (node.children.length === 0) return [[place, text]]
  const places = placesOf(node.children)
  return node.children.flatMap((child, index) => (child.local === 'Header' ? [] : xmlLeaves(child, `${place}/${places[index]}`)))
}

function xmlText(text: string, place = ''): Leaf[] | null {
  try {
    const root = parseXml(text, MOST_CHARS)
    return xmlLeaves(root, `${place}/${root.local}`)
  } catch {
    return null
  }
}

function jsonText(text: string): Leaf[] | null {
  try {
    return jsonLeaves(JSON.parse(text))
  } catch {
    return null
  }
}

/** The values of a body in its own order: JSON, XML, a form; anything else is one value. A string of JSON stands in quotation marks. */
export function leavesOf(body: CassetteBody, contentType: string): readonly Leaf[] {
  if ('json' in body) return jsonLeaves(body.json)
  const text = textOf(body)
  if (contentType.includes('x-www-form-urlencoded')) return [...new URLSearchParams(text)].map(([name, value]) => [`/${name}`, value])
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const read = trimmed.startsWith('<') ? xmlText(trimmed) : /^[[{"]/.test(trimmed) ? jsonText(trimmed) : null
  return read ?? [['', text]]
}
