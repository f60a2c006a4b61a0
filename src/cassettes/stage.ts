import type { assemble } from '../portfolio/assemble.ts'

/** All that the stages of the line made, one after the other. */
export type Stages = Awaited<ReturnType<typeof assemble>>

/** The words of the line after the request. */
export type StageName = 'plan' | 'ask' | 'normalise' | 'merge' | 'gaps' | 'respond'

/** What one stage made, as it can be written. Rules and editions stand under the names by which the rulebook has them. */
const SHOWN: Readonly<Record<StageName, (line: Stages) => unknown>> = {
  plan: ({ planned }) => ({
    edition: planned.edition.id,
    channel: planned.channel,
    today: planned.today,
    sections: planned.sections.map(({ rule, closed, sources }) => ({ id: rule.id, rule: rule.rule, closed, sources })),
    asks: planned.asks.map(({ adapter, verdict }) => ({ source: adapter.id, ...(verdict ?? { outcome: 'asked' }) })),
    unconfigured: [...planned.unconfigured],
  }),
  ask: ({ outcomes }) =>
    outcomes.map(({ status, records }) => ({ ...status, records: records.map(({ value, repairs = [] }) => ({ value, repairs })) })),
  normalise: ({ held }) =>
    Object.values(held).map(({ status, facts, rejected }) => ({
      source: status.source,
      outcome: status.outcome,
      reason: status.reason,
      facts: facts.map(({ fact, section, key, final }) => ({ ...fact, section, key, final })),
      rejected,
    })),
  merge: ({ merged }) =>
    merged.sections.map(({ planned, facts, conflicts, dynamics, mismatched, replaced, missing }) => ({
      id: planned.rule.id,
      facts: facts.map(({ fact }) => fact),
      conflicts,
      dynamics,
      mismatched: mismatched.map(({ fact }) => fact.id),
      replaced: replaced.map(({ fact }) => fact.id),
      missing: [...missing].map(([{ fact }, pointers]) => ({ factId: fact.id, pointers })),
    })),
  gaps: ({ gaps }) => ({
    sections: gaps.sections.map(({ section, status, rule, unanswered }) => ({ id: section.planned.rule.id, status, rule, unanswered })),
    gaps: gaps.gaps,
    advisories: gaps.advisories,
  }),
  respond: ({ portfolio }) => portfolio,
}

/** What a stage of the line made of a case, as JSON would be. */
export function shownAt(stage: StageName, line: Stages): unknown {
  return JSON.parse(JSON.stringify(SHOWN[stage](line)))
}
