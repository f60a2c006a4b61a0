import type { Adapter } from './adapter.ts'
import { diplomas } from './diplomas/index.ts'
import { educationQuality } from './education-quality/index.ts'
import { egovPortal } from './egov-portal/index.ts'
import { studentAchievements } from './student-achievements/index.ts'

/** The register: one line per source. */
export const adapters: readonly Adapter[] = [diplomas, educationQuality, studentAchievements, egovPortal]
