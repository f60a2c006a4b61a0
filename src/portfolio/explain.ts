import type { ChainStep, Explanation } from '../../schemas/explanation.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'
import type { Edition } from '../rulebook/edition.ts'
import { sectionRule } from '../rulebook/index.ts'
import { askedText, NOBODY_TO_ASK, statedText } from '../rulebook/texts/asked.ts'
import { countText, faultText } from '../rulebook/texts/faults.ts'
import { issueText } from '../rulebook/texts/issues.ts'
import { dayOf } from '../rulebook/texts/moments.ts'
import { outcomeWord } from '../rulebook/texts/outcomes.ts'
import { basisText } from '../rulebook/texts/paragraphs.ts'
import { requirementText } from '../rulebook/texts/requirements.ts'
import { sentences } from '../rulebook/texts/sentences.ts'
import { verdictText } from '../rulebook/texts/verdicts.ts'
import { concernedBy, isLeftOut, type Looked } from './explain-records.ts'
import { valuesText } from './explain-values.ts'
import { answered } from './source-findings.ts'

/** A source that could fill the section: what it came to, or null for the request itself. */
type Asked = SourceOutcome | null

function ruleStep({ gap, edition }: Looked): ChainStep {
  return { step: 'rule', text: basisText(gap.rule, edition.title), ref: `${edition.id} ${gap.rule}` }
}

function itemStep({ gap, edition }: Looked, { claimed }: Portfolio): ChainStep {
  const text = requirementText(sectionRule(edition, gap.section), claimed.category, edition)
  return { step: 'item', text, ref: `section:${gap.section}` }
}

/** The sources of the section in this channel, and the one whose record it is. */
function askedOf({ gap, edition }: Looked, { channel, sources }: Portfolio): readonly Asked[] {
  const { platform, portal } = sectionRule(edition, gap.section).sources
  const ids = new Set<SourceId>([...(channel === 'portal' ? portal : platform), ...gap.sources])
  return [...ids].flatMap((id) => (id === 'platform' ? [null] : sources.filter(({ source }) => source === id)))
}

function askedRef(status: SourceOutcome): string {
  const { source, askedAt, asOf, exchangeId } = status
  const words = [
    `source:${source}`,
    `outcome:${outcomeWord(status)}`,
    askedAt && `asked:${askedAt}`,
    asOf && `asof:${asOf}`,
    exchangeId && `exchange:${exchangeId}`,
  ]
  return words.filter(Boolean).join(' ')
}

function askedSteps(asked: readonly Asked[], collectedAt: string): readonly ChainStep[] {
  if (asked.length === 0) return [{ step: 'asked', text: NOBODY_TO_ASK, ref: 'source:none' }]
  return asked.map((status) => {
    if (status === null) return { step: 'asked', text: statedText(collectedAt), ref: `source:platform asked:${collectedAt}` }
    return { step: 'asked', text: askedText(status), ref: askedRef(status) }
  })
}

/** What is wrong with the records. One that its source left out needs a document for that reason, whatever else it lacks. */
function faultOf({ code, pointer }: Looked['gap'], facts: readonly Fact[]): Trilingual | null {
  const isGone = code === 'unverifiable' && facts.some(isLeftOut)
  return isGone ? issueText('no_longer_reported') : faultText(code, pointer)
}

/** What was found: left out where there is no record and nobody properly said so. */
function recordSteps(looked: Looked, asked: readonly Asked[]): readonly ChainStep[] {
  const { gap, section } = looked
  const all = section.facts.length
  if (all === 0 && !asked.some((status) => status === null || answered(status))) return []
  const facts = concernedBy(looked)
  const fault = facts.length === 0 && gap.code !== 'incomplete' ? null : faultOf(gap, facts)
  const ref = facts.map(({ id }) => `fact:${id}`).join(' ') || `section:${section.id} records:${all}`
  return [{ step: 'records', text: sentences(countText(all, facts.length), fault, valuesText(looked, facts)), ref }]
}

/**
 * The paragraph on typing by hand is that of the code; where section or channel decide otherwise it is another's. What is never typed and
 * has no source yet is nobody's to do.
 */
function verdictStep({ gap, edition }: Looked): ChainStep {
  const { manualEntry, rule } = edition.gaps[gap.code]
  const basis = manualEntry === gap.manualEntry ? rule : null
  const nobodyActs = gap.code === 'not_integrated' && edition.neverTyped.includes(gap.section)
  return { step: 'verdict', text: verdictText(gap, { basis, nobodyActs }), ref: `code:${gap.code}` }
}

/** Why a gap stands: the rule, what it asks for, who was asked and what came of it, what was found, the verdict. Null: no such gap. */
export function explain(portfolio: Portfolio, gapId: string, edition: Edition): Explanation | null {
  const { id: portfolioId, gaps, sections, collectedAt } = portfolio
  const gap = gaps.find(({ id }) => id === gapId)
  const section = sections.find(({ id }) => id === gap?.section)
  if (!gap || !section) return null
  const looked: Looked = { portfolioId, gap, section, gaps, edition, day: dayOf(collectedAt) }
  const asked = askedOf(looked, portfolio)
  const before = [ruleStep(looked), itemStep(looked, portfolio), ...askedSteps(asked, collectedAt)]
  return { gap, chain: [...before, ...recordSteps(looked, asked), verdictStep(looked)] }
}
