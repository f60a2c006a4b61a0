import type { FactDraft } from '../adapter.ts'
import type { AttemptWire } from './wire.ts'

/** A certificate's number as it is compared: upper case, without № and blanks. */
export function certificateKey(number: string): string {
  return number.toUpperCase().replace(/[№\s]/gu, '')
}

/**
 * The certificate and the kind: an appeal may be issued under the number of the first attempt and is an attempt of its own. One without
 * a certificate is known by when, for which post and in what it was.
 */
function naturalKey({ certificateNo, testDate, positionCode, subjectCode, attemptKind }: AttemptWire): string {
  if (certificateNo !== null) return `${certificateKey(certificateNo)} ${attemptKind ?? ''}`
  return `? ${[testDate, positionCode, subjectCode, attemptKind].map((part) => part ?? '').join(' ')}`
}

/** An attempt to its fact; points and percent stay as they were sent, nothing is computed. */
export function normaliseAttempt(wire: AttemptWire): FactDraft[] {
  return [
    {
      type: 'test_attempt',
      section: 'knowledge_test',
      key: naturalKey(wire),
      recordId: wire.certificateNo,
      // The day of the test is in the value; when the centre wrote the result down it does not say.
      recordDate: null,
      holder: null,
      final: true,
      value: {
        takenOn: wire.testDate,
        kind: wire.attemptKind,
        post: wire.positionCode,
        subject: wire.subjectCode,
        language: wire.language,
        modules: wire.modules.filter((part) => part !== null),
        score: wire.score,
        maxScore: wire.maxScore,
        percent: wire.percent,
        certificateNumber: wire.certificateNo,
        annulled: wire.annulled,
        validUntil: wire.validUntil,
      },
    },
  ]
}
