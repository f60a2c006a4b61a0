import { expect, test } from 'vitest'
import { changesOf } from './outcome.ts'

test('leaves out what two replays of one cassette may number otherwise, and nothing else', () => {
  const fact = (exchangeId: string, source: string) => ({
    facts: [{ id: 'f', provenance: { exchangeId, payloadHash: exchangeId, source } }],
  })
  expect(changesOf(fact('one', 'courses'), fact('other', 'courses'))).toEqual([])
  expect(changesOf(fact('one', 'courses'), fact('other', 'diplomas'))).toMatchObject([{ pointer: '/facts/0/provenance/source' }])
})
