import { describe, expect, it } from 'vitest'
import { parseXml } from './xml.ts'
import { child, descendant, plain } from './xml-tree.ts'

const tree = (text: string) => parseXml(text, 100_000)
const different = (count: number) => Array.from({ length: count }, (_, name) => `<k${name}/><k${name}/>`).join('')
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

describe('plain', () => {
  it('keeps empty text, and reads nil as null', () => {
    expect(plain(tree(`<a ${XSI}><b/><c xsi:nil="true"/><d xsi:nil="1">x</d><e xsi:nil="false"/></a>`))).toEqual({
      b: '',
      c: null,
      d: null,
      e: '',
    })
  })

  it('makes a list where a name repeats, in the order of the document', () => {
    expect(plain(tree('<a><b>1</b><c>2</c><b><d>3</d></b><b/></a>'))).toEqual({ b: ['1', { d: '3' }, ''], c: '2' })
  })

  it('does not take a name for a member that every object has', () => {
    expect(plain(tree('<a><isPrototypeOf>1</isPrototypeOf></a>'))).toEqual({ isPrototypeOf: '1' })
  })

  it('refuses too many different names inside one element', () => {
    expect(() => plain(tree(`<a><b>${different(1001)}</b></a>`))).toThrow('unreadable/protocol: too many different elements')
    expect(plain(tree(`<a><b>${different(1000)}</b><c>${different(1000)}</c></a>`))).toMatchObject({ b: { k999: ['', ''] } })
  })

  it('keeps long digits as text', () => {
    expect(plain(tree('<a><number>00000000001</number></a>'))).toEqual({ number: '00000000001' })
  })
})

describe('child and descendant', () => {
  const root = tree('<a xmlns:p="one"><x><b>far</b></x><b>near</b><p:c/></a>')
  it('finds the nearest element of a local name', () => {
    expect(descendant(root, 'b')?.text).toBe('near')
    expect(descendant(root, 'none')).toBeUndefined()
  })
  it('tells namespaces apart where one is asked for', () => {
    expect(child(root, 'c', 'one')).toBeDefined()
    expect(child(root, 'c', 'two')).toBeUndefined()
  })
})
