/* The register: one line per source. */
export { courses } from './courses/index.ts'
export { diplomas } from './diplomas/index.ts'
export { educationQuality } from './education-quality/index.ts'
export { egovPortal } from './egov-portal/index.ts'
export { employment } from './employment/index.ts'
export { knowledgeTest } from './knowledge-test/index.ts'
export { populationRegister } from './population-register/index.ts'
export { studentAchievements } from './student-achievements/index.ts'
