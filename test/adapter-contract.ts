import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Adapter, RawRecord } from '../adapters/adapter.ts'
import { FactValues } from '../schemas/fact.ts'
import { iinFault } from '../schemas/identifiers.ts'
import { contentOf } from '../src/portfolio/content.ts'
import { missingKeys } from '../src/portfolio/mandatory.ts'
import { editionFor, isNamed } from '../src/rulebook/index.ts'
import { failsAsPromised, keepsPeopleApart, tellsConsentsApart } from './adapter-contract-failures.ts'
import { isLookedAfter } from './adapter-contract-probe.ts'
import { teacher } from './support/ask-rig.ts'
import { leavesOf, renamed, replaying, without, withValue } from './support/bend.ts'
import { type Collection, claimFor, createPretendLine, pretendGovernment, TODAY, verdictOf } from './support/pretend-line.ts'

/*
 * The promises that every source keeps, whatever its wire. They run on the real stack over the pretend government; where a promise is
 * about records, those that were really delivered are bent and given again.
 */

const HEADINGS = ['What it is', 'Owner', 'How it is asked', 'What it fills', 'Natural keys', 'How it misbehaves', 'Settings']
/** What no field of any wire may be. */
const WRONG = [['unexpected']]

/** What the line makes of these records in place of the real ones. */
function given(adapter: Adapter, records: readonly RawRecord[]): Promise<Collection> {
  return createPretendLine(pretendGovernment(), replaying(adapter, records)).collect(claimFor(adapter))
}

function describesItself(adapter: Adapter): void {
  test('names itself in three languages, each its own', () => {
    const { kk, ru, en } = adapter.title
    expect([kk, ru, en].every((title) => title.trim().length > 2)).toBe(true)
    expect(en).toMatch(/^[\x20-\x7E]+$/)
    expect(`${kk}${ru}`).toMatch(/^[\p{Script=Cyrillic}\p{Zs}()«»-]+$/u)
  })
  test('fills the sections for which the Rules name it, or which it names itself where they do not', () => {
    const named = editionFor(TODAY).sections.filter(({ sources }) => [...sources.platform, ...sources.portal].includes(adapter.id))
    if (isNamed(adapter.id)) expect([...adapter.fills].sort()).toEqual(named.map(({ id }) => id).sort())
    expect(adapter.fills.length).toBeGreaterThan(0)
  })
  test('describes itself under the headings of every README', () => {
    const readme = `adapters/${adapter.id}/README.md`
    expect(existsSync(readme)).toBe(true)
    expect([...readFileSync(readme, 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS)
  })
}

function answers(adapter: Adapter, collection: () => Collection): void {
  test('gives facts of its own sections, in the canonical shape', () => {
    const { facts } = collection()
    expect(verdictOf(collection())).toEqual(['answered', null])
    expect(facts.length).toBeGreaterThan(0)
    for (const { fact, section } of facts) {
      expect(adapter.fills).toContain(section)
      expect(FactValues[fact.type].parse(fact.value)).toEqual(fact.value)
    }
  })
  test('stamps every fact with where it comes from', () => {
    for (const { fact } of collection().facts) {
      const { provenance } = fact
      expect(provenance).toMatchObject({ origin: 'state', source: adapter.id, adapterVersion: adapter.version })
      expect(provenance.exchangeId).toMatch(/^ex_./)
      expect(provenance.payloadHash).toMatch(/^[0-9a-f]{64}$/)
      // A person is known by his number alone, which no provenance may hold, and the register does not date the record.
      if (fact.type !== 'person') expect(provenance.recordId ?? provenance.recordDate).not.toBeNull()
      expect(provenance.asOf === null).toBe(adapter.delivery.kind !== 'snapshot')
    }
  })
  test('puts no number of a person into facts, keys and raw values', () => {
    for (const { fact, key } of collection().facts) {
      const numbers = JSON.stringify([fact.value, fact.raw, key]).match(/(?<!\d)\d{12}(?!\d)/g) ?? []
      expect(numbers.filter((number) => iinFault(number) === null)).toEqual([])
    }
  })
  test('stays the same whatever the order of the records', async () => {
    const line = createPretendLine(pretendGovernment(), adapter)
    const turned = await line.collect(claimFor(adapter), (outcome) => ({ ...outcome, records: outcome.records.toReversed() }))
    expect(contentOf(turned.portfolio)).toBe(contentOf(collection().portfolio))
  })
}

/** Freezes a value in depth, so that a change of it throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const item of Object.values(Object.freeze(value))) frozen(item)
  return value
}

function normalises(adapter: Adapter, collection: () => Collection): void {
  const fields = () => (adapter.wire instanceof z.ZodObject ? Object.keys(adapter.wire.shape) : [])
  /** Leaves of a record that the wire schema reads too. */
  const pathsRead = ({ value }: RawRecord) => {
    const parsed = new Set(leavesOf(adapter.wire.parse(value)))
    return leavesOf(value).filter((path) => parsed.has(path))
  }

  test('reads records the same way again, and changes none', () => {
    const { outcome } = collection()
    const { iin, organisationBin, region } = claimFor(adapter)
    const asked = frozen(teacher({ iin, organisationBin, region }))
    for (const { value } of outcome.records) {
      const once = () => adapter.normalise(frozen(adapter.wire.parse(frozen(structuredClone(value)))), { teacher: asked })
      expect(once()).toEqual(once())
    }
  })
  test('accepts a record of which every key is missing or nothing', () => {
    expect(fields().length).toBeGreaterThan(0)
    for (const nothing of [undefined, null, '', ' ', '-']) {
      const empty = Object.fromEntries(fields().map((field) => [field, nothing]))
      expect(adapter.wire.safeParse(empty).error?.issues).toBeUndefined()
    }
    expect(adapter.wire.safeParse({}).success).toBe(true)
  })
  test('refuses a wrong type in every field', () => {
    expect(fields().filter((field) => adapter.wire.safeParse({ [field]: WRONG }).success)).toEqual([])
    const accepted = collection().outcome.records.flatMap((record) =>
      pathsRead(record).filter((path) => adapter.wire.safeParse(withValue(path, WRONG)(record).value).success),
    )
    expect(accepted).toEqual([])
  })
  test('spares the neighbours of a record that cannot be read', async () => {
    const { records } = collection().outcome
    const [first] = records
    const [field = ''] = fields()
    const spoilt = await given(adapter, [withValue(field, WRONG)(first!), ...records])
    expect(verdictOf(spoilt)).toEqual(['partial', 'record_errors'])
    expect(spoilt.rejected).toMatchObject([{ source: adapter.id, pointer: `/${field}`, cause: 'type' }])
    expect(spoilt.facts.map(({ key }) => key)).toEqual(collection().facts.map(({ key }) => key))
  })
}

function drifts(adapter: Adapter, collection: () => Collection): void {
  const groups = adapter.baseline.map((group) => (typeof group === 'string' ? [group] : [...group]))

  test.each(groups.map((group) => [group.join(' | '), group] as const))('calls it drift when %s is nowhere', async (_, group) => {
    const { records } = collection().outcome
    for (const bend of [without, renamed]) {
      const bent = group.reduce((before, path) => before.map(bend(path)), records)
      const { status, facts } = await given(adapter, bent)
      expect([status.outcome, status.reason, facts.length]).toEqual(['unreadable', 'drift', 0])
    }
  })
  test.each(groups.map((group) => [group.join(' | '), group] as const))('calls it incomplete when %s is empty', async (_, group) => {
    const bent = group.reduce((before, path) => before.map(withValue(path, null)), collection().outcome.records)
    const { status, facts } = await given(adapter, bent)
    const edition = editionFor(TODAY)
    expect(status.outcome).toMatch(/^(?:answered|empty)$/)
    expect(facts.every(({ fact }) => missingKeys(fact, edition).length === 0) && facts.length > 0).toBe(false)
  })
  test('watches every key that is mandatory', async () => {
    // With nothing but the keys of the baseline, no fact lacks anything.
    const kept = new Set(groups.flat().map((path) => path.split('.')[0]))
    const keys = new Set(collection().outcome.records.flatMap(({ value }) => Object.keys(value as object)))
    const others = [...keys].filter((key) => !kept.has(key))
    const bare = others.reduce((before, key) => before.map(without(key)), collection().outcome.records)
    const { facts } = await given(adapter, bare)
    expect(facts.length).toBeGreaterThan(0)
    expect(facts.flatMap(({ fact }) => missingKeys(fact, editionFor(TODAY)))).toEqual([])
  })
}

/** Runs every promise on one source. */
export function adapterContract(adapter: Adapter): void {
  describe(adapter.id, () => {
    let collected: Collection
    beforeAll(async () => {
      collected = await createPretendLine(pretendGovernment(), adapter).collect(claimFor(adapter))
    })
    const collection = () => collected
    describesItself(adapter)
    answers(adapter, collection)
    normalises(adapter, collection)
    drifts(adapter, collection)
    keepsPeopleApart(adapter, collection)
    failsAsPromised(adapter)
    tellsConsentsApart(adapter)
    isLookedAfter(adapter)
  })
}
