import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../mocks/cast/random.ts'
import { PATIENCE, runs } from '../support/runs.ts'
import { samplesOf } from './corpus.ts'
import { mutate } from './mutate.ts'
import { type Parser, tried } from './parser.ts'
import { PARSERS } from './parsers.ts'

/** What a machine that does other things takes its time for is no fault of a parser. */
const SLOW = /^took/

describe.each(PARSERS)('the parser $name', (parser) => {
  const samples = samplesOf(parser.name)

  test(
    'keeps its promises on every sample of the corpus',
    async () => {
      const faults: string[] = []
      for (const sample of samples) {
        const { fault } = await tried(parser, sample)
        if (fault && !SLOW.test(fault)) faults.push(`${sample.file}: ${fault}`)
      }
      expect([samples.length > 2, faults]).toEqual([true, []])
    },
    PATIENCE,
  )

  test(
    'keeps them on samples that were changed, and on any bytes',
    async () => {
      const changed = fc.tuple(fc.constantFrom(...samples), fc.nat()).map(([sample, seed]) => {
        return mutate(sample, randomFrom(`${seed}`), samples, parser.words)
      })
      const any = fc.tuple(fc.constantFrom(...samples), fc.uint8Array({ maxLength: 200 })).map(([{ kind }, bytes]) => ({ kind, bytes }))
      const property = fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: changed }, any), async (sample) => {
        const { fault } = await tried(parser, sample)
        expect(fault && !SLOW.test(fault) ? fault : null).toBeNull()
      })
      await fc.assert(property, runs('samples of a parser'))
    },
    PATIENCE,
  )
})

const BOUNDED = PARSERS.flatMap((parser) => (parser.largest === undefined ? [] : [{ ...parser, largest: parser.largest }]))

test.each(BOUNDED)('the parser $name refuses what is too large', async (parser) => {
  const { kind, bytes } = samplesOf(parser.name)[0]!
  const padded = Buffer.concat([bytes, Buffer.alloc(parser.largest + 1, ' ')])
  expect((await tried(parser, { kind, bytes: padded })).shape).toMatch(/^\w+: /)
})

describe('the bench', () => {
  const broken = (read: Parser['read']): Parser => ({ name: 'broken', words: [], isDeclared: (error) => error instanceof RangeError, read })
  const sample = { kind: '', bytes: new Uint8Array([1]) }
  let count = 0

  test.each([
    ['an error that is not declared', () => Promise.reject(new TypeError('x')), 'undeclared'],
    ['an output that changes', () => ++count, 'another output'],
  ])('notices %s', async (_, read, fault) => {
    expect((await tried(broken(read), sample)).fault).toContain(fault)
  })

  test('notices a prototype that is another one', async () => {
    const read = () => Object.defineProperty(Object.prototype, 'fuzzed', { value: 1, configurable: true })
    const { fault } = await tried(
      broken(() => void read()),
      sample,
    )
    Reflect.deleteProperty(Object.prototype, 'fuzzed')
    expect(fault).toBe('a prototype is another one')
  })

  test('notices what takes longer than it may', async () => {
    expect(
      (
        await tried(
          broken(() => null),
          sample,
          -1,
        )
      ).fault,
    ).toContain('took')
  })

  test('takes errors that are declared', async () => {
    expect(
      (
        await tried(
          broken(() => Promise.reject(new RangeError('x'))),
          sample,
        )
      ).fault,
    ).toBeNull()
  })
})
