import * as draft from '../support/drafts.ts'
import { lineNow, type Stages } from '../support/line-now.ts'

const many = <Record>(count: number, make: (place: number) => Record): Record[] => Array.from({ length: count }, (_, place) => make(place))

/** What 100 facts of a teacher with a long service merged to: several of each kind, some of which lack a key or lie outside a window. */
export function hundredFacts(): Pick<Stages, 'merged' | 'held'> {
  const { merged, held } = lineNow({
    said: {
      'population-register': [draft.person()],
      diplomas: many(4, (place) => draft.diploma({ number: `${place}`, status: place === 3 ? '2' : '1' })),
      employment: many(10, (place) => draft.contract({ contractId: `c-${place}`, startsOn: `${2010 + place}-09-01` })),
      'knowledge-test': many(3, (place) => draft.attempt({ certificateNumber: `T-${place}`, takenOn: `${2024 + place}-03-14` })),
      'education-quality': many(40, (place) => draft.quality({ class: `${place}`, schoolYear: place % 2 ? '2024-2025' : '2025-2026' })),
      'student-achievements': many(20, (place) => draft.achievement({ participantRef: `p-${place}`, level: place === 7 ? null : 3 })),
      'teacher-achievements': many(8, (place) => draft.award({ date: `${2012 + place}-11-02` })),
      'experience-generalisation': many(3, (place) => draft.generalisation({ registrationNumber: `R-${place}` })),
      courses: many(9, (place) => draft.course({ certificateNumber: `C-${place}`, code: `K-${place}`, endsOn: `${2018 + place}-03-20` })),
    },
  })
  const count = merged.sections.reduce((sum, { facts }) => sum + facts.length, 0)
  if (count !== 100) throw new Error(`${count} facts in place of 100`)
  return { merged, held }
}
