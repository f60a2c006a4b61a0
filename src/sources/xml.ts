import { Parser } from 'xml2js'
import { unreadable } from './body.ts'

/*
 * The one door to xml2js. Its parser (sax, strict) is driven through the hooks that xml2js exposes, so that nothing is built that the
 * guard has not let through: no DOCTYPE, bounded depth, nodes and attributes, no reserved names, one root, nothing after it.
 */

/** One element; `local` is its name without the prefix. */
export interface XmlNode {
  readonly local: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** All text directly inside. */
  readonly text: string
}

const DEEPEST = 64
const MOST_NODES = 50_000
const MOST_ATTRIBUTES = 64
const RESERVED = new Set(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])

type Scope = Readonly<Record<string, string>>
interface Building {
  local: string
  namespace: string
  attributes: Record<string, string>
  children: Building[]
  text: string
  scope: Scope
}
/** What we use of the parser that xml2js makes. */
interface Sax {
  onopentag: (tag: { name: string; attributes: Record<string, string> }) => void
  onclosetag: () => void
  ontext: (text: string) => void
  oncdata: (text: string) => void
  onattribute: () => void
  ondoctype: () => void
  onprocessinginstruction: (instruction: { name: string }) => void
  onerror: (error: Error) => void
  onend: () => void
  write(text: string): Sax
  close(): Sax
}

function refuse(detail: string): never {
  throw unreadable('protocol', detail)
}

function localOf(name: string): string {
  const local = name.slice(name.indexOf(':') + 1)
  if (RESERVED.has(local)) refuse('reserved name')
  return local
}

/** Namespaces that an element declares, laid over those in force. */
function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  let scope: Record<string, string> | null = null
  for (const name in attributes) {
    localOf(name)
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    scope ??= Object.assign(Object.create(null) as Record<string, string>, outer)
    scope[name === 'xmlns' ? '' : name.slice(6)] = attributes[name] ?? ''
  }
  return scope ?? outer
}

/** Builds the tree while the guard counts. */
class Tree {
  root: Building | null = null
  private readonly open: Building[] = []
  private nodes = 0
  private attributes = 0

  enter(name: string, attributes: Record<string, string>): void {
    this.attributes = 0
    if (++this.nodes > MOST_NODES) refuse('too many elements')
    if (this.open.length >= DEEPEST) refuse('nested too deeply')
    const parent = this.open.at(-1)
    if (!parent && this.root) refuse('a second root')
    const scope = scopeOf(attributes, parent?.scope ?? {})
    const colon = name.indexOf(':')
    const namespace = scope[colon < 0 ? '' : name.slice(0, colon)]
    if (namespace === undefined && colon >= 0) refuse('undeclared prefix')
    const node: Building = { local: localOf(name), namespace: namespace ?? '', attributes, children: [], text: '', scope }
    if (parent) parent.children.push(node)
    else this.root = node
    this.open.push(node)
  }
  leave(): void {
    this.open.pop()
  }
  write(text: string): void {
    const node = this.open.at(-1)
    if (node) node.text += text
  }
  countAttribute(): void {
    if (++this.attributes > MOST_ATTRIBUTES) refuse('too many attributes')
  }
}

function drive(tree: Tree): Sax {
  const sax = (new Parser({ async: false }) as unknown as { saxParser: Sax }).saxParser
  sax.onopentag = ({ name, attributes }) => tree.enter(name, attributes)
  sax.onclosetag = () => tree.leave()
  sax.ontext = (text) => tree.write(text)
  sax.oncdata = (text) => tree.write(text)
  sax.onattribute = () => tree.countAttribute()
  sax.ondoctype = () => refuse('DOCTYPE')
  sax.onprocessinginstruction = ({ name }) => {
    if (name !== 'xml') refuse('processing instruction')
  }
  sax.onend = () => {}
  sax.onerror = () => refuse('not well-formed')
  return sax
}

/** Parses one document of at most `maxChars` characters. Throws `unreadable`/`protocol`; nothing of the text is in the error. */
export function parseXml(text: string, maxChars: number): XmlNode {
  if (text.length > maxChars) refuse('too large')
  if (text.includes('\0')) refuse('NUL character')
  const start = text.search(/\S/)
  if (start < 0) refuse('empty body')
  const tree = new Tree()
  drive(tree)
    .write(start === 0 ? text : text.slice(start))
    .close()
  return tree.root ?? refuse('no root')
}

/** The first child of a local name, in a namespace where one is given. */
export function child(node: XmlNode | undefined, local: string, namespace?: string): XmlNode | undefined {
  return node?.children.find((one) => one.local === local && (namespace === undefined || one.namespace === namespace))
}

/** The first descendant of a local name, nearest first. */
export function descendant(node: XmlNode | undefined, local: string): XmlNode | undefined {
  if (!node) return undefined
  return child(node, local) ?? node.children.map((one) => descendant(one, local)).find(Boolean)
}

function attribute(node: XmlNode, local: string): string | undefined {
  const name = Object.keys(node.attributes).find((one) => one === local || one.endsWith(`:${local}`))
  return name === undefined ? undefined : node.attributes[name]
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

/** The children of an element by local name. */
export function plainChildren(node: XmlNode): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  const repeated = new Set<string>()
  for (const one of node.children) {
    const value = plain(one)
    if (!(one.local in object)) object[one.local] = value
    else if (repeated.has(one.local)) (object[one.local] as unknown[]).push(value)
    else {
      object[one.local] = [object[one.local], value]
      repeated.add(one.local)
    }
  }
  return object
}
