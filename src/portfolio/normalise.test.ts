import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Adapter, Outcome, RawRecord } from '../../adapters/adapter.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { WireName, WireText } from '../../schemas/wire.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim, IIN, NOW, outcomeOf, plainAdapter, TODAY } from '../../test/support/line.ts'
import { continued } from './continuity.ts'
import type { Held, HeldSource } from './held.ts'
import { normalise, readAhead } from './normalise.ts'
import { plan } from './plan.ts'

const Wire = z.object({ number: WireText, name: WireName, status: z.string().default('1') })
type Wire = z.infer<typeof Wire>
const adapter: Adapter<Wire> = {
  ...plainAdapter('diplomas', ['education']),
  wire: Wire,
  normalise: ({ number, name, status }) => {
    if (number === 'boom') throw new Error('mapping')
    return name === 'nothing' ? [] : [draft.diploma({ number, status })]
  },
}

const exchange = { id: 'ex_7', at: NOW, payloadHash: 'ab', signature: 'valid' } as const
const record = (value: unknown, more: Partial<RawRecord> = {}): RawRecord => ({ value, iin: IIN, exchange, ...more })

function read(
  records: readonly RawRecord[],
  verdict: Verdict = { outcome: 'answered', reason: null },
  before: Held | null = null,
  by: Adapter<Wire> = adapter,
): HeldSource {
  const adapters = [by] as Adapter[]
  const input = { request: claim(), portfolioId: 'pf_test', today: TODAY, now: () => NOW, budgetMs: 1000, held: before, only: null }
  const outcome: Outcome = { status: outcomeOf('diplomas', verdict).status, records }
  const planned = plan(input, { adapters, configured: () => true, askAll: async () => [] })
  return normalise(planned, [outcome], input).diplomas as HeldSource
}
const verdictOf = ({ status: { outcome, reason } }: HeldSource) => [outcome, reason]

test('reads a record once, whether ahead or when it is its turn', () => {
  let parses = 0
  const counting = {
    ...adapter,
    wire: Wire.transform((value) => {
      parses++
      return value
    }),
  } as unknown as Adapter<Wire>
  const records = [record({ number: '7', name: 'Үлгі' }), record({ number: '8', name: 'Үлгі' }, { unreadable: true })]
  readAhead({ status: outcomeOf('diplomas', []).status, records }, counting as Adapter)
  expect(parses).toBe(1)
  expect(read(records, undefined, null, counting).facts).toHaveLength(1)
  expect(parses).toBe(1)
})

test('stamps where a fact comes from', () => {
  const [held] = read([record({ number: ' 7 ', name: 'Үлгі' }, { repairs: ['iin.leading-zero'] })]).facts
  expect(held?.fact).toMatchObject({ type: 'diploma', raw: { number: ' 7 ' }, issues: [] })
  expect(held?.fact.id).toMatch(/^fact_/)
  expect(held?.fact.provenance).toMatchObject({
    origin: 'state',
    source: 'diplomas',
    obtainedAt: NOW,
    exchangeId: 'ex_7',
    payloadHash: 'ab',
    signature: 'valid',
    repairs: ['iin.leading-zero'],
  })
})

test('keeps no number of a person in value, key and record id, whatever field it was sent in', () => {
  const other = '790704100017'
  const SHA = `${'a'.repeat(26)}${other}${'b'.repeat(26)}`
  const made = { ...draft.diploma({ number: IIN }), recordId: IIN, key: `BD ${IIN}` }
  const value = {
    ...made.value,
    qualification: { kk: `Мұғалім ${other}`, ru: 'Учитель' },
    registrationNumber: SHA,
    modules: [other, 'Оқу'],
  }
  const [held] = read([record({})], undefined, null, { ...adapter, normalise: () => [{ ...made, value } as never] }).facts
  expect(held).toMatchObject({ key: expect.stringMatching(/^BD part_[0-9a-f]{32}$/), fact: { provenance: { recordId: null } } })
  expect(held?.fact.value).toMatchObject({
    number: null,
    qualification: { kk: null, ru: 'Учитель' },
    registrationNumber: SHA,
    modules: [null, 'Оқу'],
  })
})

test('keeps of what was sent only what a fact is made of', () => {
  const sent = record({ number: ' 7 ', name: ' Үлгі ' })
  const made = (wireKeys?: readonly string[]) => {
    const split = { ...adapter, normalise: () => [{ ...draft.diploma(), ...(wireKeys ? { wireKeys } : {}) }] }
    return read([sent], undefined, null, split).facts[0]?.fact.raw
  }
  expect(made()).toEqual({ number: ' 7 ', name: ' Үлгі ' })
  expect(made(['name'])).toEqual({ name: ' Үлгі ' })
  expect(made([])).toEqual({})
})

test('notes no missing echo in a list that is nobody’s own', () => {
  const list = { ...adapter, delivery: { kind: 'snapshot', load: async () => ({}) } as never }
  const [held] = read([record({ number: '7', name: 'a' }, { iin: null })], undefined, null, list).facts
  expect(held?.fact.issues).toEqual([])
})

test('calls a list unreadable where none of the rows of a person can be read', () => {
  const list = { ...adapter, delivery: { kind: 'snapshot', load: async () => ({}) } as never }
  expect(verdictOf(read([record({ number: 5 })], undefined, null, list))).toEqual(['unreadable', 'drift'])
})

test('reads one record anew for another adapter', () => {
  const sent = { number: ' 7 ', name: 'a' }
  const other = { ...adapter, wire: Wire.extend({ number: z.literal(' 7 ') }) as never }
  expect(read([record(sent)]).facts[0]?.fact.raw).toEqual({ number: ' 7 ' })
  expect(read([record(sent)], undefined, null, other).facts[0]?.fact.raw).toEqual({})
})

test('rejects what is no object, without a key to name', () => {
  const rejected = [record('text'), record(null), record(5)]
  expect(read(rejected).rejected.map(({ pointer, cause }) => [pointer, cause])).toEqual(rejected.map(() => ['/', 'type']))
})

test('names the record where its wire does not say what is wrong', () => {
  const wire = { safeParse: () => ({ success: false, error: new z.ZodError([]) }) } as never
  expect(read([record({ number: '7', name: 'a' })], undefined, null, { ...adapter, wire }).rejected).toMatchObject([
    { pointer: '/', cause: 'type' },
  ])
})

test('notes that nobody was echoed', () => {
  const [held] = read([record({ number: '7', name: 'a' }, { iin: null })]).facts
  expect(held?.fact.issues).toMatchObject([{ code: 'subject_not_echoed', pointer: null }])
})

test('notes repairs of text and keeps what was sent', () => {
  const sent = `7${String.fromCharCode(1)}`
  const [held] = read([record({ number: sent, name: 'a' })]).facts
  expect(held?.fact).toMatchObject({ value: { number: '7' }, raw: { number: sent }, provenance: { repairs: ['text.control-characters'] } })
})

describe('a record that cannot be used', () => {
  test.each([
    ['a wrong type', { number: 5, name: 'a' }, '/number', 'type'],
    ['a name that lost letters', { number: '7', name: 'Ал?' }, '/name', 'name.corrupted'],
    ['one that the mapping cannot take', { number: 'boom', name: 'a' }, '/', 'type'],
  ])('is rejected for %s and leaves its neighbours', (_name, broken, pointer, cause) => {
    const held = read([record({ number: '1', name: 'a' }), record(broken), record({ number: '2', name: 'b' })])
    expect(held.facts).toHaveLength(2)
    expect(held.rejected).toEqual([{ source: 'diplomas', exchangeId: 'ex_7', pointer, cause }])
    expect(verdictOf(held)).toEqual(['partial', 'record_errors'])
  })
})

describe('the outcome', () => {
  const fine = record({ number: '1', name: 'a' })
  const broken = record({ number: 5, name: 'a' })
  const about = (name: string) => record({ number: '1', name })

  test.each<[string, RawRecord[], unknown]>([
    ['unreadable where all are rejected', [broken, broken], ['unreadable', 'drift']],
    ['partial where the others concern nobody', [broken, about('nothing')], ['partial', 'record_errors']],
    ['empty where no record gives a fact', [about('nothing')], ['empty', null]],
    ['deferred where nothing is final', [record({ number: '1', name: 'a', status: '3' })], ['deferred', 'not_final']],
    ['answered where something is final', [fine, record({ number: '2', name: 'a', status: '3' })], ['answered', null]],
  ])('is %s', (_name, records, expected) => {
    expect(verdictOf(read(records))).toEqual(expected)
  })
})

describe('what a source said before', () => {
  const earlier = (): Held => ({ diplomas: read([record({ number: '1', name: 'a' })]) })

  test.each<Verdict>([
    { outcome: 'unavailable', reason: 'timeout' },
    { outcome: 'unreadable', reason: 'protocol' },
    { outcome: 'deferred', reason: 'async' },
  ])('stands in for %o, with its age', (verdict) => {
    const held = read([], verdict, earlier())
    expect(held.status).toMatchObject({ ...verdict, stale: true, asOf: NOW })
    expect(held.facts).toMatchObject([{ fact: { provenance: { asOf: NOW, obtainedAt: NOW } } }])
  })

  test.each<Verdict>([
    { outcome: 'foreign', reason: 'subject_mismatch' },
    { outcome: 'consent_missing', reason: 'revoked' },
  ])('is dropped after %o', (verdict) => {
    expect(read([], verdict, earlier())).toMatchObject({ status: { stale: false }, facts: [] })
  })
})

describe('what stands in', () => {
  const fresh = read([record({ number: '1', name: 'a' })])
  const silent = read([], { outcome: 'unavailable', reason: 'timeout' })
  const joined = (now: HeldSource, before: HeldSource | undefined) => continued(now, before, () => true)

  test('is as old as what it was a copy of', () => {
    const copied = { ...fresh, status: { ...fresh.status, asOf: '2026-11-01T00:00:00.000Z' } }
    expect(joined(silent, copied).status.asOf).toBe('2026-11-01T00:00:00.000Z')
    expect(joined(silent, copied).facts[0]?.fact.provenance.asOf).toBe('2026-11-01T00:00:00.000Z')
  })

  test('is nothing where nothing was known, and not needed where something new is', () => {
    expect(joined(silent, undefined)).toBe(silent)
    expect(joined(silent, silent)).toBe(silent)
    const deferred = { ...fresh, status: { ...fresh.status, outcome: 'deferred', reason: 'not_final' } } as HeldSource
    expect(joined(deferred, fresh)).toEqual(deferred)
    expect(joined(fresh, fresh)).toEqual(fresh)
  })
})

test('takes over what was held of sources that give no outcome now', () => {
  const before: Held = { diplomas: read([record({ number: '1', name: 'a' })]) }
  const input = { request: claim(), portfolioId: 'pf_test', today: TODAY, now: () => NOW, budgetMs: 1000, held: before, only: null }
  const planned = plan(input, { adapters: [adapter] as Adapter[], configured: () => true, askAll: async () => [] })
  expect(normalise(planned, [], input)).toEqual(before)
})

test('changes nothing of what it is given and gives the same twice', () => {
  const frozen = Object.freeze({ number: ' 7 ', name: `Үл${String.fromCharCode(2)}гі` })
  expect(read([record(frozen)])).toEqual(read([record(frozen)]))
  expect(frozen.number).toBe(' 7 ')
})

test('rejects a record of which nobody can say whose it is, and spares its neighbours', () => {
  const partial: Verdict = { outcome: 'partial', reason: 'record_errors' }
  const lost = record({ number: '8' }, { iin: null, unreadable: true })
  const both = read([record({ number: '7' }), lost], partial)
  expect(verdictOf(both)).toEqual(['partial', 'record_errors'])
  expect([both.facts.length, both.rejected.length]).toEqual([1, 1])
  expect(verdictOf(read([record({ number: 7 }), lost], partial))).toEqual(['unreadable', 'drift'])
})
