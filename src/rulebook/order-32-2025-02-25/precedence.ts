import type { Precedence } from '../precedence.ts'

/** What databases tell comes first, what they lack may be typed in (p. 60); of records of one kind the newest is shown first. */
export const precedence: Precedence = {
  newest: {
    diploma: ['issuedOn', 'graduationYear'],
    contract: ['startsOn'],
    test_attempt: ['takenOn'],
    quality_row: ['schoolYear'],
    learner_achievement: ['date'],
    teacher_achievement: ['date'],
    generalisation: ['protocolDate'],
    course: ['endsOn', 'issuedOn'],
    reserve_entry: ['year'],
  },
  origins: ['state', 'state_confirmed_manual', 'computed', 'declared', 'manual'],
  teacher: { names: ['population-register', 'platform'], birthDate: ['population-register', 'platform'] },
  rule: 'p. 60',
}
