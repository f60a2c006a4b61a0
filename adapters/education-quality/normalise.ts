import type { FactDraft } from '../adapter.ts'
import type { QualityWire } from './wire.ts'

/** Counts of marks; a row without any of them has none: "0 %" is not "no data". */
function marksOf({ marks }: QualityWire): QualityWire['marks'] {
  return marks && Object.values(marks).some((count) => count !== null) ? marks : null
}

/** School, school year, period, class and subject. The journal's vendor is not part of it: two of them may report one class. */
function naturalKey({ organisationBin, academicYear, period, grade, class: letter, subject }: QualityWire): string {
  const what = subject?.code ?? subject?.ru ?? subject?.kk
  return [organisationBin, academicYear, period, grade, letter, what].map((part) => part ?? '').join(' ')
}

/** A row of the journal to its fact; percents and counts stay as they were sent, nothing is computed. */
export function normaliseQuality(wire: QualityWire): FactDraft[] {
  return [
    {
      type: 'quality_row',
      section: 'teaching_quality',
      key: naturalKey(wire),
      recordId: null,
      recordDate: wire.calculatedAt,
      holder: null,
      final: true,
      value: {
        organisationBin: wire.organisationBin,
        schoolYear: wire.academicYear,
        period: wire.period,
        subject: { code: wire.subject?.code ?? null, name: { kk: wire.subject?.kk ?? null, ru: wire.subject?.ru ?? null } },
        grade: wire.grade,
        class: wire.class,
        students: wire.studentsTotal,
        assessed: wire.studentsAssessed,
        marks: marksOf(wire),
        qualityPercent: wire.qualityPercent,
        performancePercent: wire.performancePercent,
        vendor: wire.vendor,
        calculatedOn: wire.calculatedAt,
      },
    },
  ]
}
