import { describe, expect, it } from 'vitest'
import { failureIn } from '../../test/support/wire-rig.ts'
import { decodeText } from './decode.ts'

/** «Учитель» in windows-1251. */
const CP1251 = Uint8Array.of(0xd3, 0xf7, 0xe8, 0xf2, 0xe5, 0xeb, 0xfc)
const withDeclaration = (name: string) => Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${name}"?>`), CP1251])

describe('decodeText', () => {
  it('reads UTF-8 whatever is declared, and drops a byte order mark', () => {
    expect(decodeText(Buffer.from('\uFEFFӘліқызы'), 'text/xml; charset=windows-1251')).toBe('Әліқызы')
  })

  it('reads windows-1251 where the document or the headers say so', () => {
    expect(decodeText(withDeclaration('windows-1251'), 'text/xml; charset=utf-8')).toContain('Учитель')
    expect(decodeText(CP1251, 'text/xml; charset="cp1251"')).toBe('Учитель')
  })

  it.each([
    ['undeclared windows-1251', CP1251],
    ['windows-1251 declared as UTF-8', withDeclaration('utf-8')],
    ['an unknown encoding', withDeclaration('kz-1048')],
    ['UTF-16', Buffer.from('\uFEFF<a/>', 'utf16le')],
  ])('refuses %s', async (_, bytes) => {
    expect(await failureIn((async () => decodeText(bytes, 'text/xml'))())).toBe('unreadable/encoding no')
  })

  it('calls UTF-8 that ends in the middle of a letter cut, not of another encoding', async () => {
    const cut = Buffer.from('<a>Әлі').subarray(0, -1)
    expect(await failureIn((async () => decodeText(cut, 'text/xml'))())).toBe('unreadable/protocol once')
    expect(decodeText(Buffer.from([...Buffer.from('<a>'), 0xd3]), 'text/xml; charset=windows-1251')).toBe('<a>У')
  })
})
