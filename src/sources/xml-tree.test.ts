import { describe, expect, it } from 'vitest'
import { parseXml } from './xml.ts'
import { child, descendant, plain } from './xml-tree.ts'

const tree = (text: string) => parseXml(text, 10_000)
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
