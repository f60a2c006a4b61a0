import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FactDraft } from '../../adapters/adapter.ts'
import type { GapCode } from '../../schemas/gap.ts'
import type { SectionId } from '../../schemas/section.ts'
import { RECORDS, requests, SOURCE_OF } from '../../test/support/arbitrary.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { PATIENCE, runs } from '../../test/support/runs.ts'
import { editions } from '../rulebook/index.ts'
import type { Judged } from './gaps.ts'
import type { Plan } from './plan.ts'
import { isSatisfied, schoolYearsMissing } from './satisfied.ts'

const REQUIRED = [...new Set(editions.flatMap(({ sections }) => sections.filter(({ required }) => required).map(({ id }) => id)))]
/** Gaps of the section as a whole: it has nothing that counts. */
const WHOLE: readonly GapCode[] = ['not_found', 'not_digitised']

/** The claim says that there is no category yet: nothing is missing then. */
function isNoneYet({ section }: Judged, { request }: Plan): boolean {
  return section.planned.rule.id === 'category' && section.facts.length === 0 && request.currentCategory === null
}

/** Keys that records lack, and years that they leave out: each is a gap of its own, whatever else is there. */
function holes({ section }: Judged, planned: Plan): readonly string[] {
  const years = section.planned.rule.id === 'teaching_quality' && section.facts.length > 0 ? schoolYearsMissing(section, planned) : []
  return [...[...section.missing.values()].flat(), ...years.map((year) => `/${year}`)]
}

/** What has to be true of a required section whose sources have all answered. */
function check(judged: Judged, planned: Plan): void {
  const there = isSatisfied(judged.section, planned)
  const blocking = judged.gaps.filter((gap) => gap.blocking).map(({ code }) => code)
  const incomplete = judged.gaps.filter(({ code }) => code === 'incomplete').map(({ pointer }) => pointer)
  expect(new Set(incomplete)).toEqual(new Set(holes(judged, planned)))
  if (there) expect(blocking.filter((code) => code === 'expired' || WHOLE.includes(code))).toEqual([])
  else expect(blocking.length > 0).toBe(!isNoneYet(judged, planned))
  // What is said of a record stands for the lack; where nothing is, the lack itself is said.
  const ofRecords = blocking.filter((code) => !WHOLE.includes(code))
  expect(blocking.length - ofRecords.length).toBe(
    there || ofRecords.some((code) => code !== 'identity_mismatch') || isNoneYet(judged, planned) ? 0 : 1,
  )
}

/** Records of the source that fills a section, and whether the others have all that is needed. */
function recordsFor(id: SectionId): fc.Arbitrary<readonly FactDraft[]> {
  const source = SOURCE_OF[id] ?? 'diplomas'
  return fc.array(RECORDS[source] as fc.Arbitrary<FactDraft>, { maxLength: id === 'teaching_quality' ? 12 : 4 })
}

test.each(REQUIRED)(
  'finds something missing in %s exactly where it is not satisfied',
  (id) => {
    const source = SOURCE_OF[id] ?? 'diplomas'
    fc.assert(
      fc.property(recordsFor(id), requests, (records, request) => {
        const { merged, findings } = lineNow({ request, said: { [source]: records } })
        for (const judged of findings.sections) {
          const applies = judged.section.planned.rule.required && judged.status !== 'not_applicable'
          if (applies && judged.unanswered.length === 0) check(judged, merged.planned)
        }
      }),
      runs('required sections', REQUIRED.length),
    )
  },
  PATIENCE,
)
