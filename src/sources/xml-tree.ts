import { TooMuch } from './body.ts'
import type { XmlNode } from './xml.ts'

/** Of different names inside one element: no contract has a tenth of it, and an object of many thousand keys is slow to make (fault U39). */
const MOST_NAMES = 1000

/** The first child of a local name, in a namespace where one is given. */
export function child(node: XmlNode | undefined, local: string, namespace?: string): XmlNode | undefined {
  return node?.children.find((one) => one.local === local && (namespace === undefined || one.namespace === namespace))
}

/** The first descendant of a local name, nearest first. */
export function descendant(node: XmlNode | undefined, local: string): XmlNode | undefined {
  if (!node) return undefined
  const near = child(node, local)
  if (near) return near
  for (const one of node.children) {
    const far = descendant(one, local)
    if (far) return far
  }
  return undefined
}

/** An attribute by its local name. */
export function attribute(node: XmlNode, local: string): string | undefined {
  for (const name in node.attributes) if (name === local || name.endsWith(`:${local}`)) return node.attributes[name]
  return undefined
}

/** Whether `xsi:nil` says that there is no value (quirk Q12). */
function isNil(node: XmlNode): boolean {
  const nil = attribute(node, 'nil')
  return nil === 'true' || nil === '1'
}

/** The content of an element by local names: text, null for nil, an object, an array where a name repeats (quirk Q11). */
export function plain(node: XmlNode): unknown {
  if (isNil(node)) return null
  return node.children.length === 0 ? node.text : plainChildren(node)
}

/** The children of an element by local name. Throws `unreadable`/`protocol` where they have too many different ones. */
export function plainChildren(node: XmlNode): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  const repeated = new Set<string>()
  let names = 0
  for (const one of node.children) {
    const value = plain(one)
    if (!Object.hasOwn(object, one.local)) {
      if (++names > MOST_NAMES) throw new TooMuch('too many different elements')
      object[one.local] = value
    } else if (repeated.has(one.local)) (object[one.local] as unknown[]).push(value)
    else {
      object[one.local] = [object[one.local], value]
      repeated.add(one.local)
    }
  }
  return object
}
