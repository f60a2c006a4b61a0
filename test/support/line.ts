import { z } from 'zod'
import type { Adapter, AskAll, FactDraft, Outcome, RawRecord } from '../../adapters/adapter.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SectionId, SourceId } from '../../schemas/section.ts'
import type { SourceOutcome, Verdict } from '../../schemas/source-outcome.ts'
import { type Assembled, assemble } from '../../src/portfolio/assemble.ts'
import type { Held } from '../../src/portfolio/held.ts'

/*
 * The line without a network: an adapter whose records are fact drafts already, and answers that a test states.
 */

/** An invented person: the seventh digit says born in the 1800s. */
export const IIN = '850312200016'
export const BIN = '000140000002'
export const TODAY = '2026-11-24'
export const NOW = '2026-11-24T05:00:00.000Z'

const trilingual = { kk: 'Көрсетілім', ru: 'Пример', en: 'Example' }

/** An adapter whose wire is the draft itself. */
export function plainAdapter(id: SourceId, fills: readonly SectionId[]): Adapter<FactDraft> {
  return {
    id,
    version: '1',
    title: trilingual,
    fills,
    service: id,
    access: { kind: 'none' },
    wire: z.custom<FactDraft>((value) => typeof value === 'object' && value !== null && 'type' in value, { message: 'type' }),
    baseline: [],
    personal: {},
    delivery: { kind: 'pull', fetch: async () => ({ records: [] }) },
    normalise: (draft) => [draft],
  }
}

export const ALL: readonly Adapter[] = [
  plainAdapter('population-register', ['identity']),
  plainAdapter('diplomas', ['education', 'retraining']),
  plainAdapter('employment', ['employment', 'experience']),
  plainAdapter('egov-portal', ['application', 'category', 'essay']),
  plainAdapter('knowledge-test', ['knowledge_test']),
  plainAdapter('education-quality', ['teaching_quality']),
  plainAdapter('student-achievements', ['learner_achievements']),
  plainAdapter('teacher-achievements', ['teacher_achievements']),
  plainAdapter('experience-generalisation', ['experience_generalisation']),
  plainAdapter('courses', ['courses']),
  plainAdapter('leadership-reserve', ['leadership_reserve']),
] as Adapter[]

/** A claim for the category of an expert through the Platform. */
export function claim(change: Partial<PortfolioRequest> = {}): PortfolioRequest {
  return {
    iin: IIN,
    caseId: 'case-1',
    purpose: 'attestation',
    claimedCategory: 'expert',
    post: 'teacher',
    organisationBin: BIN,
    organisationKind: 'school',
    region: '19',
    attestation: 'regular',
    currentCategory: 'moderator',
    ...change,
  }
}

const WRONGLY_SIGNED = new WeakSet<object>()

/** The same record with a wrong signature inside its data. */
export function wronglySigned(draft: FactDraft): FactDraft {
  const copy = { ...draft }
  WRONGLY_SIGNED.add(copy)
  return copy
}

function recordOf(value: unknown): RawRecord {
  const signature = typeof value === 'object' && value !== null && WRONGLY_SIGNED.has(value) ? 'invalid' : 'absent'
  return { value, iin: IIN, exchange: { id: 'ex_1', at: NOW, payloadHash: '00', signature } }
}

/** What a source is to answer in a test: records, or a verdict. */
export type Said = readonly unknown[] | Verdict

export function outcomeOf(source: SourceId, said: Said): Outcome {
  const verdict: Verdict =
    'outcome' in said ? said : said.length === 0 ? { outcome: 'empty', reason: null } : { outcome: 'answered', reason: null }
  const askedAt = verdict.outcome === 'not_asked' ? null : NOW
  const status: SourceOutcome = {
    source,
    ...verdict,
    attempts: 1,
    durationMs: 5,
    askedAt,
    asOf: null,
    retryAfter: null,
    stale: false,
    exchangeId: 'ex_1',
  }
  return { status, records: 'outcome' in said ? [] : said.map(recordOf) }
}

/** Answers as stated; a source of which nothing is stated says that it has nothing. */
export function answering(said: Partial<Record<SourceId, Said>>): AskAll {
  return async (asks) => asks.map(({ adapter, verdict }) => outcomeOf(adapter.id, verdict ?? said[adapter.id] ?? []))
}

export interface LineOptions {
  readonly request?: PortfolioRequest
  readonly said?: Partial<Record<SourceId, Said>>
  readonly adapters?: readonly Adapter[]
  readonly held?: Held | null
  readonly only?: readonly SourceId[] | null
  readonly today?: string
}

/** Runs the seven stages. */
export function runLine({
  request = claim(),
  said = {},
  adapters = ALL,
  held = null,
  only = null,
  today = TODAY,
}: LineOptions = {}): Promise<Assembled> {
  const input = { request, portfolioId: 'pf_test', today, now: () => NOW, budgetMs: 1000, held, only }
  return assemble(input, { adapters, configured: () => true, askAll: answering(said) })
}
