import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceFailure } from './failure.ts'
import { parseXml } from './xml.ts'

const CAP = 1024 * 1024
const parse = (text: string) => parseXml(text, CAP)
const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
const REFUSED: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', ' \n '],
  ['a DOCTYPE', '<!DOCTYPE a><a/>'],
  ['a DOCTYPE with an entity', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
  ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:1/">%x;]><a/>'],
  ['a DOCTYPE in lower case', '<!doctype a><a/>'],
  ['an unknown entity', '<a>&x;</a>'],
  ['a processing instruction', '<?xml-stylesheet href="x"?><a/>'],
  ['a processing instruction inside', '<a><?php x ?></a>'],
  ['a second root', '<a/><b/>'],
  ['text after the root', '<a/>x'],
  ['text before the root', 'x<a/>'],
  ['65 levels', nested(65)],
  ['a hundred thousand levels', nested(100_000)],
  ['too many elements', `<a>${'<b/>'.repeat(50_001)}</a>`],
  ['too many attributes', `<a ${Array.from({ length: 65 }, (_, index) => `a${index}="1"`).join(' ')}/>`],
  ['a NUL character', '<a>\0</a>'],
  ['a NUL character by reference', '<a>&#x0;</a>'],
  ['an undeclared prefix', '<p:a/>'],
  ['a prefix named like a method', '<toString:a/>'],
  ['an unclosed element', '<a><b></b>'],
  ['a wrong closing tag', '<a></b>'],
  ['JSON', '{"a":1}'],
  ['more than the cap', `<a>${'x'.repeat(CAP)}</a>`],
]
const RESERVED = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty']

const PIECES = ['<a>', '</a>', '<b x="1"/>', '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE', '<?', '&lt;', '&#0;', '__proto__', '"', ' ']

describe('parseXml', () => {
  it.each(REFUSED)('refuses %s', (_, text) => {
    expect(() => parse(text)).toThrow(SourceFailure)
  })

  it.each(RESERVED)('refuses the name %s in elements and attributes, with a prefix too', (name) => {
    const documents = [`<a><${name}/></a>`, `<a ${name}="1"/>`, `<a xmlns:p="u"><p:${name}/></a>`, `<a xmlns:p="u" p:${name}="1"/>`]
    for (const text of documents) expect(() => parse(text)).toThrow(SourceFailure)
  })

  it('reads what has a declaration, a byte order mark, comments, and 64 levels', () => {
    expect(parse('\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- c --><a/>\n').local).toBe('a')
    expect(parse(nested(64)).local).toBe('a')
  })

  it('tells elements by namespace, whatever the prefix, and scopes prefixes to where they are declared', () => {
    const root = parse('<s:a xmlns:s="one" xmlns="two"><b/><s:c xmlns:s="three"><s:d/></s:c><s:e/></s:a>')
    const [b, c, e] = root.children
    expect([root, b, c, c?.children[0], e].map((node) => `${node?.namespace} ${node?.local}`)).toEqual([
      ...['one a', 'two b', 'three c', 'three d', 'one e'],
    ])
  })

  it('joins text, CDATA and references', () => {
    expect(parse('<a>x &lt;<![CDATA[<y>]]>&#1178;</a>').text).toBe('x <<y>Қ')
  })

  it('uses the namespaces of the place that a part was taken from', () => {
    const place = parse('<a xmlns:p="one"><p:b/></a>').children[0]
    expect(parseXml('<p:b><p:c/></p:b>', CAP, place?.scope).children[0]?.namespace).toBe('one')
  })

  it('reads many elements with many declarations in force without copying them', () => {
    const level = (depth: number) => `<a ${Array.from({ length: 60 }, (_, index) => `xmlns:p${depth}_${index}=""`).join(' ')}>`
    const outer = Array.from({ length: 60 }, (_, depth) => level(depth)).join('')
    const root = parse(`${outer}${'<b xmlns:q="u"/>'.repeat(40_000)}${'</a>'.repeat(60)}`)
    expect(root.children[0]?.children[0]?.scope).toMatchObject({ p0_0: '', p2_59: '' })
  })

  it('gives a tree or a failure of the source for any text, and never touches a prototype', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 }))), (pieces) => {
        try {
          expect(parse(pieces.join('')).local).not.toBe('')
        } catch (error) {
          expect(error).toBeInstanceOf(SourceFailure)
        }
      }),
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('accepts no prefix of a document as the document', () => {
    const whole = '<a><b x="1">т</b><c/></a>'
    for (let length = 0; length < whole.length; length++) expect(() => parse(whole.slice(0, length))).toThrow(SourceFailure)
  })
})
