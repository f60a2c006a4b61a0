import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../adapters/adapter.ts'
import { readTable } from './table.ts'

const EXCHANGE: Exchange = { id: 'ex_1', at: '2026-11-24T05:00:00.000Z', payloadHash: '00', signature: 'absent' }
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Text in windows-1251, as far as that has its letters. */
function cp1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251')
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (letter) => table.get(letter) ?? 0x3f)
}

async function* chunked(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** All rows of a file that comes in chunks of `size` bytes. */
async function read(bytes: Uint8Array, size = bytes.length || 1, sha256 = createHash('sha256').update(bytes).digest('hex')) {
  const file = { path: '/x', separator: ';', sha256 }
  const batches = []
  for await (const batch of readTable(chunked(bytes, size), file, EXCHANGE)) batches.push(batch)
  return { header: batches[0]?.header, rows: batches.flatMap(({ rows }) => rows), batches }
}
const verdict = (outcome: string, reason: string) => ({ verdict: { outcome, reason } })

describe('cells', () => {
  test('reads quoted separators and line breaks, and marks inside of a cell', async () => {
    const { header, rows } = await read(utf8('A;B\n1;"Лаборатория; физика"\n2;"две\nстроки"\n3;он сказал "да"\n'))
    expect(header).toEqual(['A', 'B'])
    expect(rows).toEqual([
      ['1', 'Лаборатория; физика'],
      ['2', 'две\nстроки'],
      ['3', 'он сказал "да"'],
    ])
  })

  test('keeps rows of another length as they are', async () => {
    expect((await read(utf8('A;B\n1\n2;3;4\n'))).rows).toEqual([['1'], ['2', '3', '4']])
  })

  test('gives a file with a header alone no row', async () => {
    expect(await read(utf8('A;B\r\n'))).toMatchObject({ header: ['A', 'B'], rows: [] })
  })

  test('hands rows on in batches', async () => {
    const { batches, rows } = await read(utf8(`A\n${Array.from({ length: 1201 }, (_, row) => `${row}\n`).join('')}`), 100)
    expect([batches.length, rows.length, rows[1200]]).toEqual([5, 1201, ['1200']])
  })
})

describe('encodings', () => {
  test('gives the same rows whatever the chunks, in UTF-8 with and without a mark', async () => {
    for (const mark of ['', '\uFEFF']) {
      const bytes = utf8(`${mark}IIN;FIO\n1;ӘҒҚҢӨҰҮҺІ\n`)
      for (let size = 1; size <= bytes.length; size++) {
        const { header, rows } = await read(bytes, size)
        expect([header, rows]).toEqual([['IIN', 'FIO'], [['1', 'ӘҒҚҢӨҰҮҺІ']]])
      }
    }
  })

  test('reads windows-1251 whatever the chunks', async () => {
    const bytes = cp1251('IIN;FIO\n1;Үлгібаева Айша\n2;Мысалов\n')
    for (let size = 1; size <= bytes.length; size++) {
      expect((await read(bytes, size)).rows).toEqual([
        ['1', '?лгібаева Айша'],
        ['2', 'Мысалов'],
      ])
    }
  })

  test('refuses UTF-8 that ends in the middle', async () => {
    for (const start of [`A\n${'жақсы\n'.repeat(20)}`, '\uFEFFA\nжақсы\n']) {
      const bytes = Uint8Array.of(...utf8(start), 0xd0)
      await expect(read(bytes, 100)).rejects.toMatchObject(verdict('unreadable', 'encoding'))
    }
  })
})

describe('what is held', () => {
  /** Whether all of a file of 2 MB was taken before its first rows were handed on. */
  async function heldWhole(start: Uint8Array): Promise<boolean> {
    let left = 512
    async function* long() {
      yield start
      for (; left > 0; left--) yield utf8('1;abc\n'.repeat(4096 / 6))
    }
    await readTable(long(), { path: '/x', separator: ';', sha256: '00' }, EXCHANGE).next()
    return left === 0
  }

  test.each([
    ['a mark and ASCII behind it', utf8('\uFEFFA;B\n')],
    ['few letters of UTF-8', utf8('A;B\n1;Үлгі\n')],
    ['few letters of windows-1251', cp1251('A;B\n1;Мысал\n')],
  ])('is not the whole of a file with %s', async (_, start) => {
    expect(await heldWhole(start)).toBe(false)
  })

  test.each([
    ['few letters of UTF-8', utf8, 'Үлгі'],
    ['few letters of windows-1251', cp1251, 'Мысал'],
    ['what is a mark only at the beginning', cp1251, 'п»їМысал'],
  ])('decides with %s how the rest is read', async (_, encode, word) => {
    const bytes = encode(`A;B\n1;${word}\n${'2;abc\n'.repeat(20_000)}3;${word}\n`)
    const { rows } = await read(bytes, 4096)
    expect([rows[0], rows.at(-1)]).toEqual([
      ['1', word],
      ['3', word],
    ])
  })

  test('refuses windows-1251 behind a mark of UTF-8', async () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, ...cp1251('A\nМысал\n'))
    await expect(read(bytes, 2)).rejects.toMatchObject(verdict('unreadable', 'encoding'))
  })
})

describe('what is no whole file', () => {
  test.each([
    ['another hash', utf8('A\n1\n'), '00'.repeat(32)],
    ['no byte', utf8(''), undefined],
    ['a mark that nobody closes', utf8(`A\n"${'x'.repeat(70_000)}`), undefined],
  ])('refuses %s', async (_, bytes, sha256) => {
    await expect(read(bytes, 4096, sha256)).rejects.toMatchObject(verdict('unreadable', 'protocol'))
  })

  test('passes on what breaks the reading', async () => {
    const broken = new Error('broken off')
    async function* half() {
      yield utf8('A\n1\n')
      throw broken
    }
    const rows = readTable(half(), { path: '/x', separator: ';', sha256: '00' }, EXCHANGE)
    await expect(Array.fromAsync(rows)).rejects.toBe(broken)
  })
})
