import { describe, expect, test } from 'vitest'
import { adapterOf, askOf, createRig, invented, record } from '../../test/support/ask-rig.ts'

const own = invented(1)
const other = invented(60)
const typo = `${own.slice(0, 11)}${(Number(own[11]) + 1) % 10}`

/** Asks once for these records. */
async function judged(...records: ReturnType<typeof record>[]) {
  const rig = createRig({ script: async () => records })
  const [outcome] = await rig.askAll([askOf(adapterOf())], 8000)
  return { status: outcome!.status, records: outcome!.records, seen: rig.seen, drift: rig.board.get('diplomas')?.drift }
}

test('refuses the whole answer where one record is of somebody else (U28)', async () => {
  const { status, records, seen } = await judged(record({ number: '1' }, own), record({ number: '2' }, other))
  expect(status).toMatchObject({ outcome: 'foreign', reason: 'subject_mismatch' })
  expect(records).toEqual([])
  expect(seen).toContain('event diplomas foreign_record')
  expect(seen.join()).not.toContain(other)
})

test('marks a record with an unreadable number and keeps the others as partial', async () => {
  const { status, records } = await judged(record({ number: '1' }, own), record({ number: '2' }, typo))
  expect(status).toMatchObject({ outcome: 'partial', reason: 'record_errors' })
  expect(records.map(({ unreadable }) => unreadable)).toEqual([undefined, true])
})

test('reads as many records as a source can have of one person, and of more none (U39)', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => record({ number: String(at) }, own))
  expect((await judged(...many(1000))).status.outcome).toBe('answered')
  const { status, records, seen } = await judged(...many(1001))
  expect(status).toMatchObject({ outcome: 'unreadable', reason: 'protocol' })
  expect(records).toEqual([])
  expect(seen).toContain('log {"source":"diplomas","kind":"unreadable_record","count":1001}')
})

test('tells of somebody else before it counts', async () => {
  const records = Array.from({ length: 1001 }, (_, at) => record({ number: String(at) }, other))
  expect((await judged(...records)).status.outcome).toBe('foreign')
})

test('returns unreadable where no number can be read', async () => {
  expect((await judged(record({ number: '1' }, typo))).status).toMatchObject({ outcome: 'unreadable', reason: 'drift' })
})

test('accepts records that name nobody', async () => {
  expect((await judged(record({ number: '1' }))).status.outcome).toBe('answered')
})

test('returns empty for no record at all, and claims nothing about drift', async () => {
  const { status, drift } = await judged()
  expect([status.outcome, drift?.state]).toEqual(['empty', 'unknown'])
})

test('returns drift and names the key where a baseline key is nowhere', async () => {
  const { status, records, seen, drift } = await judged(record({ nomer: '1' }, own), record({}, own))
  expect(status).toMatchObject({ outcome: 'unreadable', reason: 'drift', exchangeId: expect.stringMatching(/^ex_/) })
  expect(records).toEqual([])
  expect(seen).toContain('log {"source":"diplomas","kind":"drift","field":"number"}')
  expect(drift).toMatchObject({ state: 'breaking', fields: ['number'] })
})

describe('an answer without records', () => {
  /** Asks once for an answer that names this person and holds nothing. */
  async function nothingAbout(subject?: string | null) {
    const reply = { records: [], ...(subject === undefined ? {} : { subject }) }
    const rig = createRig()
    const [outcome] = await rig.askAll([askOf(adapterOf({ delivery: { kind: 'pull', fetch: async () => reply } }))], 8000)
    return { verdict: [outcome!.status.outcome, outcome!.status.reason], seen: rig.seen }
  }

  test.each([
    ['the person asked about', own],
    ['nobody', null],
    ['nobody at all', undefined],
    ['the person by a number without its zeros', own.replace(/^0+/, '')],
  ])('is empty where it names %s', async (_, subject) => {
    expect((await nothingAbout(subject)).verdict).toEqual(['empty', null])
  })

  test('is foreign where it names somebody else, whose number is not told', async () => {
    const { verdict, seen } = await nothingAbout(other)
    expect(verdict).toEqual(['foreign', 'subject_mismatch'])
    expect(seen).toContain('event diplomas foreign_record')
    expect(seen.join()).not.toContain(other)
  })

  test('is unreadable where nobody can say whom it names', async () => {
    expect((await nothingAbout(typo)).verdict).toEqual(['unreadable', 'drift'])
  })
})
