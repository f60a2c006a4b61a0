import type { Claim } from './person.ts'

/** What makes a teacher of the cast worth having: the claim, and what his registers are to say. */
export interface Archetype {
  readonly name: string
  readonly claim: Partial<Claim>
  /** One line for developers: what to expect of the portfolio. */
  readonly expect: string
}

const expert = { claimedCategory: 'expert', post: 'teacher', currentCategory: 'moderator' } as const
const moderator = { claimedCategory: 'moderator', post: 'teacher', currentCategory: 'teacher' } as const

/** The published cast, one of each; the order is part of the contract of the mocks. */
export const ARCHETYPES: readonly Archetype[] = [
  {
    name: 'expert-complete',
    claim: expert,
    expect: 'everything that the sources can give is found; one contest of learners is on no list: not_on_list',
  },
  { name: 'expert-without-diploma', claim: expert, expect: 'the register answered and has no diploma: gap for the responsible person' },
  { name: 'expert-foreign-diploma', claim: expert, expect: 'a foreign diploma with a recognition certificate' },
  { name: 'expert-changed-surname', claim: expert, expect: 'the diploma bears the former surname: identity_mismatch' },
  { name: 'expert-duplicate-diploma', claim: expert, expect: 'original and duplicate stay two linked facts, no gap' },
  { name: 'expert-annulled-diploma', claim: expert, expect: 'the only diploma is annulled: revoked' },
  { name: 'moderator-fresh-diploma', claim: moderator, expect: 'the diploma is not final yet: deferred' },
  { name: 'moderator-retrained', claim: moderator, expect: 'a diploma, and retraining in its own section' },
  { name: 'expert-missing-year', claim: expert, expect: 'one school year without quality data: incomplete with the year' },
  { name: 'expert-two-vendors', claim: expert, expect: 'two journals report one class differently: conflict' },
  { name: 'moderator-rural', claim: moderator, expect: 'a small school, one class, no achievements' },
  {
    name: 'researcher-confirming',
    claim: { claimedCategory: 'researcher', post: 'teacher', currentCategory: 'researcher' },
    expect: 'portal channel; no knowledge test needed (p. 57(3))',
  },
  {
    name: 'master-refused-before',
    claim: { claimedCategory: 'master', post: 'teacher', currentCategory: 'researcher' },
    expect: 'portal channel; an earlier refusal names missing documents in kk and ru',
  },
  {
    name: 'head-first',
    claim: { claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' },
    expect: 'portal channel; sections of heads are listed',
  },
  { name: 'moderator-old-list', claim: moderator, expect: 'achievements with text levels and a mentor without a number: unverifiable' },
  { name: 'expert-namesake', claim: expert, expect: 'another teacher has the same name and a neighbouring number' },
  { name: 'expert-neighbour', claim: expert, expect: 'the other of the two namesakes' },
  { name: 'expert-without-patronymic', claim: expert, expect: 'no patronymic anywhere, which is no difference' },
  { name: 'social-teacher', claim: { ...expert, post: 'social_teacher' }, expect: 'no quality section (annex 12)' },
  {
    name: 'researcher-not-applied',
    claim: { claimedCategory: 'researcher', post: 'teacher', currentCategory: 'expert' },
    expect: 'portal channel; the portal knows no application',
  },
  {
    name: 'teacher-first-year',
    claim: { claimedCategory: 'teacher', post: 'teacher', currentCategory: 'teacher_intern' },
    expect: 'channel none: no test and no quality (p. 6)',
  },
  {
    name: 'expert-expired',
    claim: { ...expert, currentCategorySince: '2016-06-01', currentCategoryValidUntil: '2021-06-01' },
    expect: 'the category is past its end: expired; an achievement before it: out_of_period; one document of a team twice: duplicate',
  },
  { name: 'expert-test-annulled', claim: expert, expect: 'the only knowledge test is annulled: revoked' },
  { name: 'expert-test-expired', claim: expert, expect: 'the only knowledge test is older than a year: expired' },
  { name: 'expert-test-appealed', claim: expert, expect: 'an appeal gave a new certificate: the first result is shown and does not count' },
  { name: 'expert-test-missing', claim: expert, expect: 'the testing centre answered and has no test: not_found, never typed in' },
  {
    name: 'expert-course-not-agreed',
    claim: expert,
    expect: 'the only course has a programme that is not agreed: programme_not_agreed, and not_found',
  },
  { name: 'expert-course-old', claim: expert, expect: 'the only course is older than three years: out_of_period, and not_found' },
  { name: 'expert-course-twice', claim: expert, expect: 'one programme attended twice: duplicate, its hours count once' },
  {
    name: 'expert-former-surname',
    claim: expert,
    expect: 'the diploma bears the former surname, and the population register knows it: no mismatch',
  },
  { name: 'expert-two-employers', claim: expert, expect: 'two open contracts with two schools: neither a conflict nor a duplicate' },
  {
    name: 'expert-school-reorganised',
    claim: expert,
    expect: 'the school got a new BIN: one contract ended by reorganisation, the next at the school of the claim',
  },
  {
    name: 'expert-old-service',
    claim: { ...expert, teachingSince: '2004-09-01' },
    expect: 'service before the register began is not in it, and what is falls short: not_digitised',
  },
  { name: 'expert-just-moved', claim: expert, expect: 'the register still shows the former school alone: conflict at /employer/bin' },
  { name: 'expert-cleaner-code', claim: expert, expect: 'a wrong position code beside the right post: found all the same' },
  { name: 'expert-award-revoked', claim: expert, expect: 'the only award was taken back: revoked' },
  { name: 'expert-award-unlisted', claim: expert, expect: 'the only contest of his own is on no approved list: not_on_list' },
  {
    name: 'head-in-reserve',
    claim: { claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' },
    expect: 'in the leaders’ reserve: the category without procedure (p. 34)',
  },
  { name: 'expert-experience-twice', claim: expert, expect: 'two rows for one protocol of a council: duplicate' },
  { name: 'expert-other-region', claim: expert, expect: 'experience generalised in another region: found all the same' },
  { name: 'moderator-complete', claim: moderator, expect: 'everything is found that a moderator needs' },
  { name: 'expert-twin', claim: expert, expect: 'a twin: surname, patronymic and birth date of another teacher, a neighbouring number' },
  { name: 'expert-other-twin', claim: expert, expect: 'the other of the two twins, by another given name' },
  {
    name: 'head-who-teaches',
    claim: { claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' },
    expect: 'a head with a second contract as a teacher of the same school: neither a conflict nor a duplicate',
  },
  {
    name: 'head-appointed',
    claim: { claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' },
    expect: 'in the leaders’ reserve of 2023 and appointed from it in 2024: the category without procedure (p. 34)',
  },
  {
    name: 'moderator-without-mentor',
    claim: moderator,
    expect: 'the lists of learners’ achievements have rows of the school, and none of them names a mentor: not_found',
  },
  { name: 'expert-two-diplomas', claim: expert, expect: 'one number of a diploma with two specialities: conflict' },
]
