import type { FactDraft } from '../adapter.ts'
import type { QualityWire } from './wire.ts'

/** Counts of marks; a row without any of them has none: "0 %" is not "no data". */
function marksOf({ marks }: QualityWire) {
  if (!marks) return null
  const counts = { m5: marks.m5 ?? null, m4: marks.m4 ?? null, m3: marks.m3 ?? null, m2: marks.m2 ?? null }
  return Object.values(counts).every((count) => count === null) ? null : counts
}

/** School, school year, period, class and subject. The journal's vendor is not part of it: two of them may report one class. */
function naturalKey(wire: QualityWire): string {
  return [wire.organisationBin, wire.academicYear, wire.period, wire.class, wire.subject?.code].map((part) => part ?? '').join(' ')
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
        schoolYear: wire.academicYear ?? null,
        period: wire.period,
        subject: { code: wire.subject?.code ?? null, name: { kk: wire.subject?.kk ?? null, ru: wire.subject?.ru ?? null } },
        grade: wire.grade ?? null,
        class: wire.class,
        students: wire.studentsTotal ?? null,
        assessed: wire.studentsAssessed ?? null,
        marks: marksOf(wire),
        qualityPercent: wire.qualityPercent ?? null,
        performancePercent: wire.performancePercent ?? null,
        vendor: wire.vendor,
        calculatedOn: wire.calculatedAt,
      },
    },
  ]
}
