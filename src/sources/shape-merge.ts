import { type Decision, type FieldShape, type Finding, SETTLED, type Shape } from './shape.ts'
import { nameOf } from './shape-findings.ts'

function united<Item>(one: readonly Item[], other: readonly Item[]): Item[] {
  return [...new Set([...one, ...other])]
}

/** What is settled is not changed by a process that has begun to learn anew; what is not is put together. */
function mergeField(kept: FieldShape, own: FieldShape): FieldShape {
  const accepted = {
    ...(kept.optional || own.optional ? { optional: true as const } : {}),
    ...(kept.nullable || own.nullable ? { nullable: true as const } : {}),
  }
  const codes = kept.codes === undefined ? own.codes : kept.codes
  const { seen, present, filled } = own.seen > kept.seen ? own : kept
  const isSettled = kept.filled >= SETTLED
  return {
    ...{ seen, present, filled },
    kinds: isSettled ? kept.kinds : united(kept.kinds, own.kinds),
    looks: united(kept.looks, own.looks),
    ...(codes === undefined ? {} : { codes }),
    ...accepted,
  }
}

function mergeFindings(kept: readonly Finding[], own: readonly Finding[]): Finding[] {
  const merged = new Map(kept.map((finding) => [nameOf(finding), finding]))
  for (const finding of own) {
    const other = merged.get(nameOf(finding))
    if (!other || other.changedAt < finding.changedAt) merged.set(nameOf(finding), decidedAs(finding, other))
  }
  return [...merged.values()]
}

/** Of one and the same open finding the decision stays, whoever saw it last. */
function decidedAs(finding: Finding, other: Finding | undefined): Finding {
  if (!other || other.decidedAt === null || finding.decidedAt !== null || !finding.open || !other.open) return finding
  const { decision, reason, decidedBy, decidedAt } = other
  return { ...finding, decision, reason, decidedBy, decidedAt }
}

function mergeDecisions(kept: readonly Decision[], own: readonly Decision[]): Decision[] {
  const byName = new Map([...kept, ...own].map((one) => [`${one.decidedAt} ${one.field} ${one.decision}`, one]))
  return [...byName.values()].sort((one, other) => (one.decidedAt < other.decidedAt ? -1 : 1)).slice(-100)
}

/** The baseline of a process laid over the one that is kept: several processes learn one source, and one of them may have begun just now. */
export function mergeShapes(kept: Shape, own: Shape): Shape {
  const fields = { ...own.fields, ...kept.fields }
  for (const [path, field] of Object.entries(own.fields)) {
    const other = kept.fields[path]
    if (other) fields[path] = mergeField(other, field)
  }
  return {
    version: kept.version,
    looked: Math.max(kept.looked, own.looked),
    fields,
    extra: kept.looked >= SETTLED ? united(kept.extra, own.looked >= kept.looked ? own.extra : []) : united(kept.extra, own.extra),
    gone: united(kept.gone, own.gone),
    findings: mergeFindings(kept.findings, own.findings),
    decisions: mergeDecisions(kept.decisions, own.decisions),
  }
}
