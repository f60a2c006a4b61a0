import { expect, test } from 'vitest'
import type { Adapter, RawRecord } from '../adapters/adapter.ts'
import { checkDigit, iinFault } from '../schemas/identifiers.ts'
import { invented } from './support/ask-rig.ts'
import { replaying } from './support/bend.ts'
import { type Collection, claimFor, createPretendLine, pretendGovernment, promisesOf, verdictOf } from './support/pretend-line.ts'
import { collectUnder } from './support/scenario-contents.ts'

/* The promises about what goes wrong: every fault, other people's records, and what may be said of it. */

const FAILED = ['unavailable', 'unreadable', 'foreign', 'deferred', 'consent_missing']

type Played = Awaited<ReturnType<typeof collectUnder>>

/** The same, played once for all promises about it. */
function player(adapter: Adapter): (scenario: string) => Promise<Played> {
  const played = new Map<string, Promise<Played>>()
  return (scenario) => {
    const known = played.get(scenario) ?? collectUnder(adapter, scenario)
    played.set(scenario, known)
    return known
  }
}

/** Each fault gives the outcome that the pretend government promises for it, as a value; and nothing about a person gets out. */
export function failsAsPromised(adapter: Adapter): void {
  const under = player(adapter)

  test.each(promisesOf(adapter).map(({ name, outcome, reason }) => [name, outcome, reason] as const))(
    'gives under %s the outcome %s, reason %s',
    async (name, outcome, reason) => {
      const { collection, seen } = await under(name)
      expect(verdictOf(collection)).toEqual([outcome, reason])
      expect(seen.defects).toEqual([])
      if (!['answered', 'partial', 'deferred'].includes(outcome)) expect(collection.facts).toEqual([])
      if (outcome === 'answered') expect(collection.facts.length).toBeGreaterThan(0)
    },
  )

  test('never asks a human to type what a source failed to say', async () => {
    for (const { name } of promisesOf(adapter).filter(({ outcome }) => FAILED.includes(outcome))) {
      const { portfolio } = (await under(name)).collection
      const mine = portfolio.gaps.filter(({ sources }) => sources.includes(adapter.id))
      expect([name, ...mine.filter(({ manualEntry }) => manualEntry)]).toEqual([name])
    }
  })

  test('tells no number and no name to logs, metrics and addresses', async () => {
    const { iin, names } = claimFor(adapter)
    const secrets = [iin, names?.surname, names?.name].filter((secret) => typeof secret === 'string')
    for (const { name } of promisesOf(adapter)) {
      const { seen, government } = await under(name)
      const told = JSON.stringify([seen.logged, seen.urls, government.journal]).toUpperCase()
      expect([name, ...secrets.filter((secret) => told.includes(secret.toUpperCase()))]).toEqual([name])
    }
  })

  test('lets go of the connection when the time is over', async () => {
    const { seen, collection } = await under('never')
    expect(collection.status.reason).toBe('timeout')
    expect(seen.signals.length).toBeGreaterThan(0)
    expect(seen.signals.every((signal) => signal.aborted)).toBe(true)
  })
}

const CONSENTS = [
  ['consent-refused', 'refused'],
  ['consent-expired', 'expired'],
  ['consent-revoked', 'revoked'],
] as const

/** What became of a consent that the caller did give: without one, a refusal only says that it is missing. */
export function tellsConsentsApart(adapter: Adapter): void {
  const played = new Set(promisesOf(adapter).map(({ name }) => name))
  test.for(CONSENTS.filter(([name]) => played.has(name)))('says of a consent that was given under %s: %s', async ([name, reason]) => {
    const consent = { service: adapter.service, token: 'invented-token', publicKey: 'invented-key' }
    const { collection, seen } = await collectUnder(adapter, name, [consent])
    expect(verdictOf(collection)).toEqual(['consent_missing', reason])
    expect(JSON.stringify([seen.logged, seen.urls])).not.toContain('invented-')
  })
}

/** The number that differs in the eleventh digit and has a valid check digit. */
function typo(iin: string): string {
  for (const digit of '0123456789'.replace(iin.charAt(10), '')) {
    const eleven = `${iin.slice(0, 10)}${digit}`
    const check = checkDigit(eleven)
    if (check !== null) return `${eleven}${check}`
  }
  throw new Error('no such number')
}

/** Records of another person: none of them is used, and one of them spoils an answer about one person. */
export function keepsPeopleApart(adapter: Adapter, collection: () => Collection): void {
  const asked = claimFor(adapter)
  const strangers: readonly (readonly [string, string])[] = [
    ['another person', invented(4321)],
    ['a typing error in the eleventh digit', typo(asked.iin)],
  ]
  const collect = (records: readonly RawRecord[], claim: unknown = asked) =>
    createPretendLine(pretendGovernment(), replaying(adapter, records)).collect(claim)

  test.each(strangers)('uses nothing where the number is of %s', async (_, iin) => {
    expect(iinFault(iin)).toBeNull()
    const { records } = collection().outcome
    // A list of a whole school says in each row whom it is about; an answer about one person says so beside its records.
    const named = records.map((record) => JSON.parse(JSON.stringify(record).replaceAll(asked.iin, iin)) as RawRecord)
    const others = adapter.delivery.kind === 'snapshot' ? named : [...records, { ...records[0]!, iin }]
    const { status, facts } = await collect(others)
    expect([status.outcome, facts.length]).toEqual([adapter.delivery.kind === 'snapshot' ? 'empty' : 'foreign', 0])
  })

  // A list of a school echoes nobody: its adapter puts the zeros of mentors back itself.
  if (adapter.delivery.kind === 'snapshot') return
  test.each([
    ['the leading zeros that were put back', '', ['iin.leading-zero']],
    ['the end of a decimal that was left out', '.0', ['iin.decimal', 'iin.leading-zero']],
  ])('notes %s', async (_, end, repairs) => {
    const iin = invented(1, '000115')
    const records = collection().outcome.records.map((record) => ({ ...record, iin: `${iin.replace(/^0+/, '')}${end}` }))
    const { status, facts } = await collect(records, { ...asked, iin })
    expect(status.outcome).toBe('answered')
    expect(facts.map(({ fact }) => fact.provenance.repairs)).toEqual(facts.map(() => repairs))
  })
}
