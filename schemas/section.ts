import { z } from 'zod'
import { sourceTitles } from './source-titles.ts'

/** The seventeen sections of a portfolio, in the order in which they are shown. */
export const SectionId = z
  .enum([
    'identity',
    'application',
    'education',
    'retraining',
    'employment',
    'experience',
    'category',
    'knowledge_test',
    'teaching_quality',
    'lesson_observation',
    'learner_achievements',
    'teacher_achievements',
    'experience_generalisation',
    'courses',
    'leadership_reserve',
    'essay',
    'organisation_figures',
  ])
  .meta({ id: 'SectionId' })
export type SectionId = z.infer<typeof SectionId>

/** Every source that the contract names; `platform` is the request itself. */
export const SourceId = z
  .enum(Object.keys(sourceTitles) as [keyof typeof sourceTitles, ...(keyof typeof sourceTitles)[]])
  .meta({ id: 'SourceId' })
export type SourceId = z.infer<typeof SourceId>

export const SectionStatus = z.enum(['not_applicable', 'found', 'partial', 'empty', 'pending', 'not_asked']).meta({ id: 'SectionStatus' })
export type SectionStatus = z.infer<typeof SectionStatus>
