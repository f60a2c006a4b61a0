import { z } from 'zod'

/** A category that can be claimed (Rules, p. 3–6; codes of the domain page, 7.2). */
export const ClaimedCategory = z
  .enum(['teacher', 'moderator', 'expert', 'researcher', 'master', 'head_3', 'head_2', 'head_1', 'deputy_3', 'deputy_2', 'deputy_1'])
  .meta({ id: 'ClaimedCategory' })
export type ClaimedCategory = z.infer<typeof ClaimedCategory>

/** A category that somebody may hold: those of today, the old ones (p. 10, 35) and the bottom ones (p. 46, 62). */
export const Category = z
  .enum([
    'teacher_intern',
    ...ClaimedCategory.options,
    'old_second',
    'old_first',
    'old_highest',
    'old_head_organiser',
    'old_head_manager',
    'old_head_leader',
    'head',
    'deputy',
  ])
  .meta({ id: 'Category' })
export type Category = z.infer<typeof Category>

export const Post = z
  .enum([
    'teacher',
    'methodist',
    'head',
    'deputy',
    'psychologist',
    'social_teacher',
    'career_adviser',
    'organiser',
    'assistant',
    'special_teacher',
    'tvet_master',
  ])
  .meta({ id: 'Post' })
export type Post = z.infer<typeof Post>

export const DeputyLine = z.enum(['teaching', 'methodical', 'production', 'informatisation', 'upbringing']).meta({ id: 'DeputyLine' })
export type DeputyLine = z.infer<typeof DeputyLine>

export const OrganisationKind = z
  .enum(['school', 'preschool', 'special', 'correction', 'pmpk', 'additional', 'tvet', 'method_office'])
  .meta({ id: 'OrganisationKind' })
export type OrganisationKind = z.infer<typeof OrganisationKind>

/** Region codes: ISO 3166-2:KZ, the first two digits of KATO. */
export const Region = z
  .enum(['10', '11', '15', '19', '23', '27', '31', '33', '35', '39', '43', '47', '55', '59', '61', '62', '63', '71', '75', '79'])
  .meta({ id: 'Region' })
export type Region = z.infer<typeof Region>

/** The way of an application (p. 15): Platform, e-government portal, or neither for `teacher` (p. 6). */
export const Channel = z.enum(['platform', 'portal', 'none']).meta({ id: 'Channel' })
export type Channel = z.infer<typeof Channel>
