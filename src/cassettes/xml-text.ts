import type { Visit } from './visit.ts'

/*
 * XML as it was written, and pages of HTML: only texts and attributes change, so that prefixes, order, blanks, wrong nesting and an end
 * that is missing stay. Signatures go: they hold names of signers, and what is signed changes.
 */

const TOKENS = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(?:[^<>"']|"[^"]*"|'[^']*')*(?:>|$)|[^<]+|</g
const TAG = /^<(\/?)(?:([\w.-]+):)?([\p{L}_][\p{L}\p{N}_.-]*)/u
/** An attribute, in a page also without quotation marks; else any word. */
const IN_TAG = /([\p{L}\p{N}_.:-]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+?(?=\s|\/?>|$))|[^\s"'<>=/]+/gu
/** A word without a value that says nothing of anybody, as in pages. */
const BARE = /^(?!.*\d{6})[\w.:-]+$/
const DECLARATION = /^<\?xml(?:\s+(?:version|encoding|standalone)\s*=\s*["'][A-Za-z\d._-]{0,20}["'])*\s*\?>$/
/** Attributes of the envelope, by their local name: types, nil, ids of parts, and names of namespaces. */
const KEPT_ATTRIBUTES = /^(?:xmlns(?::.*)?|(?:[\w.-]+:)?(?:type|nil|Id|mustUnderstand))$/
const CDATA = /^(<!\[CDATA\[)([\s\S]*?)(\]\]>)?$/
const REMOVED = new Set(['Signature', 'BinarySecurityToken'])
/** An entity that nobody declared makes a document unreadable, and is to do so in a replay. */
const UNKNOWN_ENTITY = /&amp;(?!(?:lt|gt|amp|quot|apos);)(?=[a-z]\w*;)/gi
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The text that stands for the references in it. */
function decoded(raw: string): string {
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function encoded(text: string, like: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;')
  const closed = like.includes('&gt;') ? escaped.replaceAll('>', '&gt;') : escaped
  return like.includes('&quot;') ? closed.replaceAll('"', '&quot;') : closed
}

/** One element that is open; `code` names what stands in the values beside it (contract page, B). */
interface Open {
  readonly local: string
  readonly code: string | null
}

/** The code of a pair of the form: the text of its own element `code`, wherever that stands in it. */
function codeAfter(tokens: readonly string[], at: number): string | null {
  let depth = 0
  for (let next = at + 1; next < tokens.length && depth >= 0; next++) {
    const [, closing, , local] = TAG.exec(tokens[next] ?? '') ?? []
    if (local === undefined) continue
    if (depth === 0 && closing === '' && local === 'code') return decoded(tokens[next + 1] ?? '').trim()
    depth += closing === '/' ? -1 : tokens[next]?.endsWith('/>') ? 0 : 1
  }
  return null
}

/** The path of a text: the local names, but inside of a pair of the form its code, without the element of its kind. */
function pathOf(open: readonly Open[]): readonly string[] {
  const pair = open.findLastIndex(({ code }) => code !== null)
  const inside = open.slice(pair + 1).map(({ local }) => local)
  if (pair < 0 || inside[0] !== 'values') return open.map(({ local }) => local)
  return [open[pair]?.code ?? '', ...inside.slice(2)]
}

class Rewriting {
  private readonly open: Open[] = []
  private readonly tokens: readonly string[]
  private readonly visit: Visit

  constructor(text: string, visit: Visit) {
    this.tokens = text.match(TOKENS) ?? []
    this.visit = visit
  }
  private attributes(tag: string): string {
    const [start = ''] = TAG.exec(tag) ?? []
    const rest = tag.slice(start.length)
    const written = rest.replace(IN_TAG, (whole, name: string | undefined, sign: string, given: string) => {
      if (name === undefined) return BARE.test(whole) ? whole : this.visit(['@comment'], whole, 0)
      const raw = /^["']/.test(given) ? given.slice(1, -1) : given
      const other = this.visit(KEPT_ATTRIBUTES.test(name) ? ['@kept'] : [`@${name}`], decoded(raw), 0)
      return other === decoded(raw) ? whole : `${name}${sign}"${encoded(other, '&quot;').replaceAll('"', '&quot;')}"`
    })
    return start + written
  }
  private tag(token: string, at: number): string {
    const [, closing, , local = ''] = TAG.exec(token) ?? []
    if (closing === '/') {
      const place = this.open.findLastIndex((one) => one.local === local)
      if (place >= 0) this.open.splice(place)
      return this.attributes(token)
    }
    if (!token.endsWith('/>')) this.open.push({ local, code: local === 'updatedValues' ? codeAfter(this.tokens, at) : null })
    return this.attributes(token)
  }
  private text(raw: string): string {
    const text = decoded(raw)
    const other = this.visit(pathOf(this.open), text, 0)
    if (other === text) return raw
    return /&[a-z]\w*;/i.test(text) ? encoded(other, raw).replace(UNKNOWN_ENTITY, '&') : encoded(other, raw)
  }
  private one(token: string, at: number): string {
    const [, start, inner = '', end = ''] = CDATA.exec(token) ?? []
    if (start !== undefined) return start + this.visit(pathOf(this.open), inner, 0) + end
    if (TAG.test(token)) return this.tag(token, at)
    if (DECLARATION.test(token) || /^<!doctype\s+[\w:.-]+\s*>$/i.test(token)) return token
    if (!token.startsWith('<')) return this.text(token)
    const [mark = ''] = /^<(?:!--|!doctype|[?!])?/i.exec(token) ?? []
    return mark + this.visit(['@comment'], token.slice(mark.length), 0)
  }
  all(): string {
    let written = ''
    let removed: string | null = null
    for (const [at, token] of this.tokens.entries()) {
      const [, closing, , local = ''] = TAG.exec(token) ?? []
      if (removed === null && closing === '' && REMOVED.has(local)) removed = token.endsWith('/>') ? null : local
      else if (removed === null) written += this.one(token, at)
      else if (closing === '/' && local === removed) removed = null
    }
    return written
  }
}

/** A text of XML with its values as `visit` gives them, and without signatures. Paths have local names. */
export function rewriteXml(text: string, visit: Visit): string {
  return new Rewriting(text, visit).all()
}
