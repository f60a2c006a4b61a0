import type { GoldenCase } from './case.ts'
import { achievements } from './cases-achievements.ts'
import { currentCategory } from './cases-category.ts'
import { claims } from './cases-claim.ts'
import { courses } from './cases-courses.ts'
import { education } from './cases-education.ts'
import { employment } from './cases-employment.ts'
import { exemptions } from './cases-exemptions.ts'
import { experience } from './cases-experience.ts'
import { heads } from './cases-heads.ts'
import { identity } from './cases-identity.ts'
import { posts } from './cases-posts.ts'
import { teachingQuality } from './cases-quality.ts'
import { sources } from './cases-sources.ts'
import { knowledgeTest } from './cases-test.ts'
import { unconnected } from './cases-unconnected.ts'

/** The golden table by theme. */
export const themes: readonly { readonly name: string; readonly cases: readonly GoldenCase[] }[] = [
  { name: 'claim', cases: claims },
  { name: 'identity', cases: identity },
  { name: 'education and retraining', cases: education },
  { name: 'workplace', cases: employment },
  { name: 'teaching experience', cases: experience },
  { name: 'present category and pension', cases: currentCategory },
  { name: 'knowledge test', cases: knowledgeTest },
  { name: 'exemptions from the knowledge test', cases: exemptions },
  { name: 'knowledge quality', cases: teachingQuality },
  { name: 'achievements and experience shared', cases: achievements },
  { name: 'courses', cases: courses },
  { name: 'posts and kinds of organisations', cases: posts },
  { name: 'heads, reserve and portal', cases: heads },
  { name: 'sources that do not answer', cases: sources },
  { name: 'sources that are not connected', cases: unconnected },
]

/** All rows of the table. */
export const all: readonly GoldenCase[] = themes.flatMap(({ cases }) => cases)
