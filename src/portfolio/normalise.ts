import type { Adapter, FactDraft, Outcome, RawRecord, Teacher } from '../../adapters/adapter.ts'
import type { Fact } from '../../schemas/fact.ts'
import { impersonal } from '../../schemas/identifiers.ts'
import type { Provenance } from '../../schemas/provenance.ts'
import type { SourceOutcome, Verdict } from '../../schemas/source-outcome.ts'
import { issueText } from '../rulebook/texts/issues.ts'
import type { AssembleInput } from './assemble.ts'
import { continued } from './continuity.ts'
import { stableId } from './hash.ts'
import type { Held, HeldFact, HeldSource, Rejected } from './held.ts'
import type { Plan } from './plan.ts'
import { rawOf } from './raw.ts'
import { repaired } from './repairs.ts'

interface Context {
  readonly adapter: Adapter
  readonly teacher: Teacher
  readonly status: SourceOutcome
  readonly portfolioId: string
}

type Read = { readonly facts: readonly HeldFact[] } | { readonly rejected: Rejected }

function provenanceOf(draft: FactDraft, record: RawRecord, repairs: readonly string[], { adapter, status }: Context): Provenance {
  return {
    origin: 'state',
    source: adapter.id,
    recordId: draft.recordId,
    recordDate: draft.recordDate,
    obtainedAt: record.exchange.at,
    asOf: status.asOf,
    exchangeId: record.exchange.id,
    payloadHash: record.exchange.payloadHash,
    adapterVersion: adapter.version,
    signature: record.exchange.signature,
    repairs: [...(record.repairs ?? []), ...repairs],
    enteredBy: null,
    order: null,
    evidence: [],
    confirmedBy: null,
    confirmedAt: null,
  }
}

/** No echo of the person is accepted, and said (API page, 4.2). A list that is nobody's own echoes nobody. */
function issuesOf(record: RawRecord, adapter: Adapter): Fact['issues'] {
  if (record.iin !== null || adapter.delivery.kind === 'snapshot') return []
  return [{ code: 'subject_not_echoed', pointer: null, text: issueText('subject_not_echoed') }]
}

function rejectedBy(record: RawRecord, pointer: string, cause: Rejected['cause'], { adapter }: Context): Read {
  return { rejected: { source: adapter.id, exchangeId: record.exchange.id, pointer, cause } }
}

/** Only the values that this fact is made of. */
function own(raw: Record<string, unknown>, wireKeys: FactDraft['wireKeys']): Record<string, unknown> {
  if (!wireKeys) return raw
  return Object.fromEntries(Object.entries(raw).filter(([path]) => wireKeys.some((key) => path === key || path.startsWith(`${key}.`))))
}

/** A hash of a file may hold twelve digits between its letters: they are nobody's number. */
const SHA_256 = /^[0-9a-f]{64}$/

function withoutPerson(text: string): string | null {
  return SHA_256.test(text) ? text : impersonal(text)
}

/** Whether a person's number stands anywhere in it, which nobody's fact may hold (API page, 4.3). Most facts have none and are not copied. */
function namesPerson(value: unknown): boolean {
  if (typeof value === 'string') return withoutPerson(value) === null
  if (value === null || typeof value !== 'object') return false
  for (const key in value) if (namesPerson(value[key as keyof typeof value])) return true
  return false
}

function withoutPeople(value: unknown): unknown {
  if (typeof value === 'string') return withoutPerson(value)
  if (Array.isArray(value)) return value.map(withoutPeople)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutPeople(item)]))
}

/** In the key a hash stands for the number, so that two things that differ by it alone stay two. */
function impersonalDraft(draft: FactDraft, { portfolioId }: Context): FactDraft {
  const { value, key, recordId } = draft
  if (!namesPerson(value) && !namesPerson(key) && !namesPerson(recordId)) return draft
  const parts = key.split(' ').map((part) => impersonal(part) ?? stableId('part', portfolioId, part))
  return { ...draft, value: withoutPeople(value), key: parts.join(' '), recordId: impersonal(recordId) } as FactDraft
}

function toFact(draft: FactDraft, record: RawRecord, raw: Record<string, unknown>, repairs: readonly string[], context: Context): HeldFact {
  const { type, section, key, value, holder, final } = draft
  const id = stableId('fact', context.portfolioId, section, type, key)
  const provenance = provenanceOf(draft, record, repairs, context)
  const fact = { id, type, value, raw: own(raw, draft.wireKeys), provenance, issues: issuesOf(record, context.adapter) } as Fact
  return { fact, section, key, holder, final }
}

/** A raw record read by the wire schema of its adapter, before anything of the person or the exchange is laid on it. */
type Wire =
  | { readonly data: unknown; readonly raw: Record<string, unknown>; readonly repairs: readonly string[] }
  | { readonly pointer: string; readonly cause: Rejected['cause'] }

/**
 * Bodies that have not changed are parsed once and their records shared, so their reading is kept beside them for as long as they live.
 * Nobody changes a record or what was read of it.
 */
const known = new WeakMap<object, { readonly adapter: Adapter; readonly wire: Wire }>()

function readWire(sent: unknown, adapter: Adapter): Wire {
  const { value, repairs } = repaired(sent)
  const parsed = adapter.wire.safeParse(value)
  if (parsed.success) return { data: parsed.data, raw: rawOf(sent, parsed.data), repairs }
  const issue = parsed.error.issues[0]
  const cause = issue?.message === 'name.corrupted' ? 'name.corrupted' : 'type'
  return { pointer: `/${(issue?.path ?? []).map(String).join('/')}`, cause }
}

function wireOf(sent: unknown, adapter: Adapter): Wire {
  if (typeof sent !== 'object' || sent === null) return readWire(sent, adapter)
  const before = known.get(sent)
  if (before?.adapter === adapter) return before.wire
  const wire = readWire(sent, adapter)
  known.set(sent, { adapter, wire })
  return wire
}

/** Reads the records of one source while others are still waited for: what is read stays beside them. Takes nothing and changes nothing. */
export function readAhead({ records }: Outcome, adapter: Adapter): void {
  for (const record of records) if (!record.unreadable) wireOf(record.value, adapter)
}

/** One record: its facts, or why it could not be used. Its neighbours are not touched. */
function readRecord(record: RawRecord, context: Context): Read {
  const { adapter, teacher } = context
  if (record.unreadable) return rejectedBy(record, '/iin', 'type', context)
  const wire = wireOf(record.value, adapter)
  if ('cause' in wire) return rejectedBy(record, wire.pointer, wire.cause, context)
  try {
    return {
      facts: adapter
        .normalise(wire.data, { teacher })
        .map((draft) => toFact(impersonalDraft(draft, context), record, wire.raw, wire.repairs, context)),
    }
  } catch {
    return rejectedBy(record, '/', 'type', context)
  }
}

/** What the records make of an `answered`: nothing usable, some of it, or nothing final yet. */
function refine(verdict: Verdict, sent: number, facts: readonly HeldFact[], rejected: readonly Rejected[]): Verdict {
  if (verdict.outcome !== 'answered' && verdict.outcome !== 'partial') return verdict
  if (rejected.length > 0 && rejected.length === sent) return { outcome: 'unreadable', reason: 'drift' }
  if (rejected.length > 0) return { outcome: 'partial', reason: 'record_errors' }
  if (facts.length === 0) return { outcome: 'empty', reason: null }
  return facts.some((fact) => fact.final) ? verdict : { outcome: 'deferred', reason: 'not_final' }
}

function readOutcome(outcome: Outcome, context: Context): HeldSource {
  const read = outcome.records.map((record) => readRecord(record, context))
  const facts = read.flatMap((result) => ('facts' in result ? result.facts : []))
  const rejected = read.flatMap((result) => ('rejected' in result ? [result.rejected] : []))
  return {
    status: {
      ...outcome.status,
      ...refine(outcome.status, outcome.records.length, facts, rejected),
    },
    facts,
    rejected,
  }
}

/** Whether the question of this run reaches a fact: a school year that has left the window is not missed in the answer. */
function wasAsked(fact: Fact, { schoolYears }: Teacher): boolean {
  return fact.type !== 'quality_row' || Number(fact.value.schoolYear?.slice(0, 4)) >= schoolYears.from
}

/** Records to facts with their provenance, by source. Sources that were not asked now are taken over as they were. */
export function normalise(planned: Plan, outcomes: readonly Outcome[], input: AssembleInput): Held {
  const held: Held = { ...input.held }
  planned.asks.forEach((ask, index) => {
    const outcome = outcomes[index]
    if (!outcome) return
    const { adapter, teacher, portfolioId } = ask
    const now = readOutcome(outcome, { adapter, teacher, status: outcome.status, portfolioId })
    held[adapter.id] = continued(now, input.held?.[adapter.id], ({ fact }) => wasAsked(fact, teacher))
  })
  return held
}
