import type { Edition, GapRule } from '../edition.ts'

const byHand = (actor: GapRule['actor'], blocking: GapRule['blocking'], rule: string): GapRule => ({
  manualEntry: true,
  actor,
  blocking,
  rule,
})
const never = (actor: GapRule['actor'], blocking: GapRule['blocking'], rule: string): GapRule => ({
  manualEntry: false,
  actor,
  blocking,
  rule,
})

/** What each code means for people (API page, 4.2; Rules p. 60 for who types and who answers). */
export const gaps: Edition['gaps'] = {
  not_found: byHand('responsible_person', 'if_required', 'p. 60'),
  not_digitised: byHand('responsible_person', 'if_required', 'p. 60'),
  not_integrated: byHand('responsible_person', 'if_required', 'p. 60'),
  incomplete: byHand('responsible_person', 'if_required', 'p. 60'),
  unverifiable: byHand('responsible_person', 'never', 'p. 60'),
  conflict: byHand('teacher', 'if_required', 'p. 60'),
  expired: byHand('responsible_person', 'if_required', 'p. 26'),
  source_unavailable: never('source', 'if_required', 'p. 16'),
  deferred: never('source', 'if_required', 'p. 16'),
  source_unreadable: never('operator', 'if_required', 'p. 16'),
  foreign_record: never('operator', 'if_required', 'p. 16'),
  consent_missing: never('teacher', 'if_required', 'annex 1 item 9'),
  consent_revoked: never('teacher', 'if_required', 'annex 1 item 9'),
  identity_mismatch: never('teacher', 'if_required', 'annex 1 item 9'),
  revoked: never('teacher', 'if_nothing_valid', 'p. 62'),
  out_of_period: never('teacher', 'never', 'p. 5'),
  not_on_list: never('teacher', 'never', 'p. 5'),
  programme_not_agreed: never('teacher', 'never', 'annex 1 item 8(5)'),
  duplicate: never('teacher', 'never', 'annex 12'),
}

/** Keys whose emptiness makes a record incomplete (API page, 4.3): a group needs one of its keys. */
export const mandatory: Edition['mandatory'] = {
  person: [['/surname'], ['/birthDate']],
  application: [['/declaredCategory'], ['/submittedOn']],
  diploma: [['/number'], ['/level'], ['/institution/name'], ['/issuedOn', '/graduationYear']],
  contract: [['/employer/bin'], ['/startsOn'], ['/post', '/position/code']],
  category: [['/category']],
  test_attempt: [['/takenOn'], ['/score'], ['/maxScore']],
  quality_row: [['/schoolYear'], ['/period'], ['/subject/code'], ['/marks', '/qualityPercent'], ['/marks', '/performancePercent']],
  learner_achievement: [['/event/name'], ['/level'], ['/result'], ['/date']],
  teacher_achievement: [['/award/name'], ['/date']],
  generalisation: [['/topic'], ['/level'], ['/protocolNumber'], ['/protocolDate']],
  course: [['/title'], ['/hours'], ['/endsOn']],
  reserve_entry: [['/year'], ['/status']],
}
