import { impersonal } from '../../schemas/identifiers.ts'
import type { FactDraft } from '../adapter.ts'
import type { AwardWire } from './wire.ts'

/** The status of an award that was taken back (contract page, C); every other one leaves the award standing. */
const REVOKED = 9

/**
 * Award, kind, level, result, day and order. What was taken back by one body and not by another is one thing, and a conflict; an award
 * that two bodies date otherwise is two records, which one order makes count once.
 */
function naturalKey(wire: AwardWire, recordId: string | null, orderNumber: string | null): string {
  const { awardId, kind, level, result, date } = wire
  // Without award and order nothing tells two awards apart but the id of the row.
  const own = awardId === null && orderNumber === null ? recordId : null
  return [awardId, kind, level, result, date, orderNumber, own].map((part) => part ?? '').join(' ')
}

/** An award to its fact. One that no dictionary knows keeps its id and has no name: a gap, and nobody guesses it. */
export function normaliseAward(wire: AwardWire): FactDraft[] {
  const { awardId, award, kind, level, date } = wire
  const [recordId, orderNumber] = [impersonal(wire.id), impersonal(wire.orderNumber)]
  const value = {
    kind,
    award: { id: awardId, name: { kk: award?.nameKz ?? null, ru: award?.nameRu ?? null }, listed: award?.listed ?? null },
    level,
    result: wire.statusCode === REVOKED ? 'revoked' : wire.result,
    date,
    orderNumber,
  }
  return [
    {
      type: 'teacher_achievement',
      section: 'teacher_achievements',
      key: naturalKey(wire, recordId, orderNumber),
      recordId,
      // The list says when the order is of, and not when the row was written.
      recordDate: null,
      holder: null,
      final: true,
      value,
    },
  ]
}
