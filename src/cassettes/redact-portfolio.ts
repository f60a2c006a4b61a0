import type { PersonalKind } from '../../adapters/adapter.ts'
import type { Fact, FactType } from '../../schemas/fact.ts'
import type { Section } from '../../schemas/portfolio.ts'
import { Portfolio } from '../../schemas/portfolio.ts'
import { FACT_KINDS } from './fact-kinds.ts'
import type { Keyed } from './keyed.ts'
import type { Kind } from './kinds.ts'
import { redactedLeaf } from './leaf.ts'
import { pseudoHash } from './pseudo-file.ts'
import type { Redacting } from './redact-text.ts'

type KindOf = (path: readonly string[]) => Kind

/** What the values of a portfolio need: the kinds of the wire keys by source, since `raw` has them. */
export interface PortfolioRedacting extends Omit<Redacting, 'kindOf'> {
  readonly wireKindOf: (source: string) => KindOf
}

function factKind(type: FactType): KindOf {
  const kinds: Readonly<Record<string, PersonalKind>> = FACT_KINDS[type] ?? {}
  return (path) => kinds[path.slice(-2).join('.')] ?? kinds[path.at(-1) ?? ''] ?? 'plain'
}

function isFile(value: object): value is { readonly sha256: string; readonly size: number } {
  return 'sha256' in value && typeof value.sha256 === 'string' && 'size' in value && typeof value.size === 'number'
}

function file<Value extends object>(value: Value, keyed: Keyed): Value {
  return isFile(value) ? { ...value, sha256: pseudoHash(value.sha256, value.size, keyed) } : value
}

/** Every text of a value by the kind of its path. A number that is one of a document was sent as a number. */
function redacted(value: unknown, path: readonly string[], kindOf: KindOf, redacting: Omit<Redacting, 'kindOf'>): unknown {
  if (typeof value === 'string') return redactedLeaf(kindOf(path), value, redacting.keyed, redacting.names)
  if (typeof value === 'number' && kindOf(path) === 'document') {
    return Number(redactedLeaf('document', String(value), redacting.keyed, redacting.names))
  }
  if (Array.isArray(value)) return value.map((item) => redacted(item, path, kindOf, redacting))
  if (typeof value !== 'object' || value === null) return value
  const own = file(value, redacting.keyed)
  return Object.fromEntries(Object.entries(own).map(([key, item]) => [key, redacted(item, [...path, key], kindOf, redacting)]))
}

/** The id of a record is a number of a document but where a list of a year has none other than the year. */
function recordId({ type, value, provenance: { recordId: id } }: Fact, { keyed, names }: PortfolioRedacting): string | null {
  const isYear = type === 'reserve_entry' && id === String(value.year)
  return id === null || isYear ? id : redactedLeaf('document', id, keyed, names)
}

function factOf(fact: Fact, redacting: PortfolioRedacting): Fact {
  const { provenance, raw, value, type } = fact
  const wire = redacting.wireKindOf(provenance.source)
  const sent = Object.entries(raw).map(([path, one]) => [path, redacted(one, path.split('.').filter(isName), wire, redacting)])
  return {
    ...fact,
    value: redacted(value, [], factKind(type), redacting),
    raw: Object.fromEntries(sent),
    provenance: {
      ...provenance,
      recordId: recordId(fact, redacting),
      // A signature does not survive; one that was wrong stays said, for the gap that it makes.
      signature: provenance.signature === 'invalid' ? 'invalid' : 'absent',
    },
  } as Fact
}

/** Places in a list are no names of keys. */
function isName(part: string): boolean {
  return !/^\d+$/.test(part)
}

function sectionOf(section: Section, redacting: PortfolioRedacting): Section {
  const typeOf = (factId: string) => section.facts.find(({ id }) => id === factId)?.type ?? 'person'
  const conflicts = section.conflicts.map(({ pointer, values }) => {
    const path = pointer.split('/').filter((part) => part !== '' && isName(part))
    const told = values.map(({ factId, value }) => ({ factId, value: redacted(value, path, factKind(typeOf(factId)), redacting) }))
    return { pointer, values: told }
  })
  return { ...section, facts: section.facts.map((fact) => factOf(fact, redacting)), conflicts }
}

/** A portfolio with the values that the pseudonym's has; `iin` is the pseudonym of its person. Throws on what is no portfolio. */
export function redactedPortfolio(given: unknown, iin: string, redacting: PortfolioRedacting): Portfolio {
  const portfolio = Portfolio.parse(given) as Portfolio
  const { iinMasked, names, birthDate } = portfolio.teacher
  const who = redacted({ ...names, birthDate }, [], factKind('person'), redacting) as typeof names & { birthDate: string | null }
  const { birthDate: born, ...called } = who
  return {
    ...portfolio,
    teacher: { iinMasked: iinMasked.replace(/\d+$/, (last) => iin.slice(-last.length)), names: names && called, birthDate: born },
    sections: portfolio.sections.map((section) => sectionOf(section, redacting)),
  }
}
