import type { Adapter } from '../../adapters/adapter.ts'
import { almatyDay } from '../almaty-day.ts'
import type { Clock } from '../ports.ts'
import type { SourceSettings } from '../sources/settings.ts'
import type { Bench } from './bench.ts'
import { teacherOf, type Whom } from './people.ts'
import type { Fetch } from './witness.ts'

/** What a process brings to look at a server. */
export interface BenchGround {
  readonly adapter: Adapter
  readonly settings: SourceSettings
  readonly fetch: Fetch
  readonly clock: Clock
  readonly newId: () => string
  readonly waitMs: number
  /** The person and the organisation that the source should know, and a consent; null: not named. */
  readonly whom: Pick<Whom, 'iin' | 'organisationBin' | 'consent'>
}

/** Whether enough is named for a question that should be answered: an organisation for a list of one, else a person. */
function isNamed({ adapter, whom }: BenchGround): boolean {
  return adapter.delivery.kind === 'snapshot' ? whom.organisationBin !== null : whom.iin !== null
}

/** The bench: who is asked about, and with what. */
export function benchOf(ground: BenchGround): Bench {
  const { whom, clock, newId, ...rest } = ground
  const today = almatyDay(clock.now())
  const named = teacherOf({ ...whom, today, caseId: newId() })
  const nobody = teacherOf({ iin: null, organisationBin: null, consent: whom.consent, today, caseId: newId() })
  return { ...rest, clock, newId, known: isNamed(ground) ? named : null, nobody }
}
