import type { FactDraft } from '../../adapters/adapter.ts'
import type { GapCode } from '../../schemas/gap.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SectionId, SectionStatus, SourceId } from '../../schemas/section.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'

/*
 * The words of the golden table. A case says what the platform asks for, what the sources told beside a complete file, and what the
 * Rules expect of it. Whoever knows the Rules can read and correct it without knowing the code.
 */

/** What one source told: its records (none: it has nothing), why it gave none, or that nobody has connected it. */
export type Answer = readonly (FactDraft | UnreadableRecord)[] | Verdict | 'not connected'
/** A record that cannot be read among others that can. */
export type UnreadableRecord = 'a record that cannot be read'
/** Answers by source; a source that is not named tells what a complete file needs. */
export type Told = Partial<Record<SourceId, Answer>>

/** Who closes a gap: a person of the school by typing, the teacher, the owner of the source, or our operator. */
export type Who = 'responsible person types' | 'teacher decides what is typed' | 'teacher acts' | 'source must answer' | 'operator acts'
/** Whether the gap stands in the way, and of which step. */
export type Effect = 'blocks applying' | 'blocks deciding' | 'does not block applying' | 'does not block deciding'
/** One gap in words: its code, the field or school year that it names, who acts, and what it blocks. */
export type ExpectedGap = `${GapCode}${'' | ` at /${string}`}: ${Who}, ${Effect}`

/** What the Rules expect. A section that is not named is found, without a gap; an advisory that is not named is not given. */
export interface Expected {
  /** Nothing stands in the way; the teacher may apply although something for the decision lacks; something to apply lacks. */
  readonly verdict: 'ready' | 'may apply' | 'may not apply'
  readonly gaps?: Partial<Record<SectionId, readonly ExpectedGap[]>>
  /** The gaps that somebody might expect and that must not be there. */
  readonly without?: readonly `${SectionId}: ${GapCode}`[]
  readonly status?: Partial<Record<SectionId, SectionStatus>>
  /** Sections that do not apply, with the beginning of the paragraph that closes them. */
  readonly closed?: Partial<Record<SectionId, string>>
  /** Where it is more than the blocking gaps: a source that has not answered stands in the way of completeness too. */
  readonly because?: readonly `${SectionId}: ${GapCode}`[]
  readonly advisories?: readonly `${'below_level' | 'exempt_from_attestation' | 'sequence_broken' | 'early_too_soon'}: ${SectionId}`[]
  /** How many facts a section keeps, where that is the point. */
  readonly facts?: Partial<Record<SectionId, number>>
}

/** One row of the golden table. */
export interface GoldenCase {
  /** The situation in plain words; reads on after “judges”. */
  readonly title: string
  /** Where the Rules say it. */
  readonly paragraph: string
  /** Changes to the claim of a moderator who teaches at a school and claims the category of an expert through the Platform. */
  readonly claim?: Partial<PortfolioRequest>
  /** What sources tell otherwise than in a complete file. */
  readonly told?: Told
  /** The same at an earlier collection, whose answers were kept. */
  readonly before?: Told
  /** The day of the request; 24 November 2026 if it is not said. */
  readonly today?: string
  readonly expect: Expected
  /** Why the expectation does not hold yet. */
  readonly todo?: string
}

/** Something that the Rules ask for and no section carries in this version. */
export interface NotCovered {
  readonly item: string
  readonly paragraph: string
  readonly reason: string
}
