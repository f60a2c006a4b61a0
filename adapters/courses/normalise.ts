import type { FactDraft } from '../adapter.ts'
import type { CourseWire } from './wire.ts'

/** Provider and certificate; without a certificate the programme and its days. Upper case, without № and blanks in the number. */
function naturalKey(wire: CourseWire): string {
  const { provider, certificateNo, courseCode, titleKk, titleRu, startDate, finishDate } = wire
  const owner = (provider ?? '').toUpperCase()
  if (certificateNo !== null) return `${owner} ${certificateNo.toUpperCase().replace(/[№\s]/gu, '')}`
  const days = finishDate === null ? `${startDate ?? ''}…` : finishDate
  return `? ${owner} ${courseCode ?? titleKk ?? titleRu ?? ''} ${days}`
}

/** A certificate to its fact. Days stay as they were sent, also where the end lies before the beginning. */
export function normaliseCourse(wire: CourseWire): FactDraft[] {
  return [
    {
      type: 'course',
      section: 'courses',
      key: naturalKey(wire),
      recordId: wire.certificateNo,
      // The day of the certificate is in the value; when the register wrote it down it does not say.
      recordDate: null,
      holder: null,
      final: true,
      value: {
        certificateNumber: wire.certificateNo,
        code: wire.courseCode,
        title: { kk: wire.titleKk, ru: wire.titleRu },
        provider: wire.provider,
        hours: wire.hours,
        startsOn: wire.startDate,
        endsOn: wire.finishDate,
        issuedOn: wire.issuedAt,
        programmeAgreed: wire.programmeAgreed,
        inProfile: wire.inProfile,
        status: wire.status,
      },
    },
  ]
}
