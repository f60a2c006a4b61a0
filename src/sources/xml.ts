import { Parser } from 'xml2js'
import { TooMuch, unreadable } from './body.ts'
import { giveWay } from './give-way.ts'

/*
 * The one door to xml2js. Its parser (sax, strict) is driven through the hooks that xml2js exposes, so that nothing is built that the
 * guard has not let through: no DOCTYPE, bounded depth, nodes and attributes, no reserved names, one root, nothing after it. What is
 * long is parsed in turns of the event loop (docs/decisions/0028).
 */

/** One element; `local` is its name without the prefix. */
export interface XmlNode {
  readonly local: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** All text directly inside. */
  readonly text: string
  /** The namespaces in force inside, by prefix; the outer ones are inherited. */
  readonly scope: Scope
}

/** Namespaces by prefix; the default one under the empty prefix. */
export type Scope = Readonly<Record<string, string>>

const DEEPEST = 64
const MOST_NODES = 50_000
/** Of a message whose signature is checked: what does that holds all of it twice, at some 2 KiB an element. */
export const MOST_SIGNED_NODES = 10_000
const MOST_ATTRIBUTES = 64
/** So much is parsed in one turn, characters: of elements alone five milliseconds, and more than nearly all answers have. */
export const SLICE = 16 * 1024
const RESERVED = new Set(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])

interface Building {
  local: string
  namespace: string
  attributes: Readonly<Record<string, string>>
  children: readonly Building[]
  text: string
  scope: Scope
}
/** What we use of the parser that xml2js makes. */
interface Sax {
  onopentag: (tag: { name: string; attributes: Record<string, string> }) => void
  onclosetag: () => void
  ontext: (text: string) => void
  oncdata: (text: string) => void
  onattribute: (attribute: { name: string }) => void
  ondoctype: () => void
  onprocessinginstruction: (instruction: { name: string }) => void
  onerror: (error: Error) => void
  onend: () => void
  /** Lines and columns, which nobody may read here, cost a tenth of the parse. */
  trackPosition: boolean
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

/** Shared by all elements that have none: of many thousand elements each would else hold two empty objects. */
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({})
const NO_CHILDREN: readonly Building[] = Object.freeze([])
const NO_SCOPE: Scope = Object.freeze(Object.create(null) as Record<string, string>)

/** Namespaces that an element declares, laid over those in force. */
function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  let scope: Record<string, string> | null = null
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    // A chain: copying would let a small document cost the square of its declarations.
    scope ??= Object.create(outer) as Record<string, string>
    scope[name === 'xmlns' ? '' : name.slice(6)] = attributes[name] ?? ''
  }
  return scope ?? outer
}

function isEmpty(attributes: Readonly<Record<string, string>>): boolean {
  for (const _ in attributes) return false
  return true
}

function append(parent: Building, node: Building): void {
  if (parent.children === NO_CHILDREN) parent.children = [node]
  else (parent.children as Building[]).push(node)
}

/** Builds the tree while the guard counts. */
class Tree {
  root: Building | null = null
  private readonly open: Building[] = []
  private nodes = 0
  private attributes = 0
  private readonly scope: Scope
  private readonly mostNodes: number

  constructor(scope: Scope, mostNodes: number) {
    this.scope = scope
    this.mostNodes = mostNodes
  }
  enter(name: string, attributes: Record<string, string>): void {
    this.attributes = 0
    if (++this.nodes > this.mostNodes) throw new TooMuch('too many elements')
    if (this.open.length >= DEEPEST) throw new TooMuch('nested too deeply')
    const parent = this.open.at(-1)
    if (!parent && this.root) refuse('a second root')
    const scope = scopeOf(attributes, parent?.scope ?? this.scope)
    const colon = name.indexOf(':')
    const namespace = scope[colon < 0 ? '' : name.slice(0, colon)]
    if (namespace === undefined && colon >= 0) refuse('undeclared prefix')
    const own = isEmpty(attributes) ? NO_ATTRIBUTES : attributes
    const node: Building = { local: localOf(name), namespace: namespace ?? '', attributes: own, children: NO_CHILDREN, text: '', scope }
    if (parent) append(parent, node)
    else this.root = node
    this.open.push(node)
  }
  leave(): void {
    this.open.pop()
  }
  write(text: string): void {
    // A reference like `&#0;` gives what no literal may.
    if (text.includes('\0')) refuse('NUL character')
    const node = this.open.at(-1)
    if (node) node.text += text
  }
  /** Looks at each attribute as it comes: `__proto__` would be lost in the object that sax makes of them. */
  checkAttribute(name: string): void {
    localOf(name)
    if (++this.attributes > MOST_ATTRIBUTES) throw new TooMuch('too many attributes')
  }
}

function drive(tree: Tree): Sax {
  const sax = (new Parser({ async: false }) as unknown as { saxParser: Sax }).saxParser
  sax.onopentag = ({ name, attributes }) => tree.enter(name, attributes)
  sax.onclosetag = () => tree.leave()
  sax.ontext = (text) => tree.write(text)
  sax.oncdata = (text) => tree.write(text)
  sax.onattribute = ({ name }) => tree.checkAttribute(name)
  sax.ondoctype = () => refuse('DOCTYPE')
  sax.onprocessinginstruction = ({ name }) => {
    if (name !== 'xml') refuse('processing instruction')
  }
  sax.trackPosition = false
  sax.onend = () => {}
  sax.onerror = () => refuse('not well-formed')
  return sax
}

/** What bounds a parse. */
interface Bounds {
  readonly maxChars: number
  readonly scope?: Scope
  readonly mostNodes?: number
}

interface Begun {
  readonly tree: Tree
  readonly sax: Sax
  /** From the first character that is no blank. */
  readonly text: string
}

function begin(text: string, { maxChars, scope = NO_SCOPE, mostNodes = MOST_NODES }: Bounds): Begun {
  if (text.length > maxChars) refuse('too large')
  if (text.includes('\0')) refuse('NUL character')
  const start = text.search(/\S/)
  if (start < 0) refuse('empty body')
  const tree = new Tree(scope, mostNodes)
  return { tree, sax: drive(tree), text: start === 0 ? text : text.slice(start) }
}

function end({ tree, sax }: Begun): XmlNode {
  sax.close()
  return tree.root ?? refuse('no root')
}

/**
 * Parses one document of at most `maxChars` characters; `scope` are the namespaces that hold where it stands in another one.
 * Throws `unreadable`/`protocol`; nothing of the text is in the error.
 */
export function parseXml(text: string, maxChars: number, scope: Scope = NO_SCOPE): XmlNode {
  const begun = begin(text, { maxChars, scope })
  begun.sax.write(begun.text)
  return end(begun)
}

/** What bounds a parse that takes turns. */
export interface Turns extends Bounds {
  /** Ends the parse when it fires, with the cause; null: it is read to its end. */
  readonly signal: AbortSignal | null
}

/**
 * The same for what others sent: whatever is waiting has its turn after each 16 Ki characters (fault U39), and what is shorter is parsed at
 * once. Throws `SourceFailure`, the cause of the signal too.
 */
export async function parseXmlInTurns(text: string, turns: Turns): Promise<XmlNode> {
  const { signal } = turns
  const begun = begin(text, turns)
  if (begun.text.length <= SLICE) {
    begun.sax.write(begun.text)
    return end(begun)
  }
  for (let start = 0; start < begun.text.length; start += SLICE) {
    begun.sax.write(begun.text.slice(start, start + SLICE))
    // After the last one too: what walks the tree is work of its own.
    await giveWay(signal)
  }
  return end(begun)
}
