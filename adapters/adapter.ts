import type { z } from 'zod'
import type { SectionId, SourceId } from '../schemas/section.ts'
import type { Trilingual } from '../schemas/trilingual.ts'
import type { BaselineKey, FactDraft, NormaliseContext } from './fact-draft.ts'
import type { Personal } from './personal.ts'
import type { Snapshot } from './snapshot.ts'
import type { Access, HttpCall, InboxMessage, Reading, Reply, ShepCall, Source, Teacher } from './source.ts'

export type * from './fact-draft.ts'
export type * from './outcome.ts'
export type * from './personal.ts'
export type * from './snapshot.ts'
export type * from './source.ts'

/** Everything that is true of one government source and of no other. What it does not contain is the point. */
export interface Adapter<Wire = unknown> {
  readonly id: SourceId // folder name, environment prefix, log field, metric label
  readonly version: string // of the mapping; stamped as `adapterVersion`
  readonly title: Trilingual
  readonly fills: readonly SectionId[] // whom to ask; what is uncertain when it fails
  readonly service: string // the name under which the caller gives a consent: serviceId, else the id
  readonly access: Access // how a caller shows who it is; src applies it
  readonly wire: z.ZodType<Wire> // one raw record: only the fields that we read
  readonly baseline: readonly BaselineKey[] // wire keys behind the mandatory keys: the drift baseline
  readonly personal: Personal // which wire keys tell who somebody is: recordings are redacted by it
  readonly delivery: Pull | Inbox | Snapshot
  readonly probe?: HttpCall // what needs no person, to see whether it is there; login, bus and inbox need none
  /** Pure: one raw record in, its facts out. Never a client, never the clock. */
  normalise(record: Wire, context: NormaliseContext): FactDraft[]
}
/** Ask now, get records now. Failures of the transport pass through it: `ask` maps them. */
export interface Pull {
  readonly kind: 'pull'
  fetch(teacher: Teacher, source: Source): Promise<Reply>
}
/** Send, and read what arrives later: at least once, in any order. */
export interface Inbox {
  readonly kind: 'inbox'
  send(teacher: Teacher): ShepCall
  read(message: InboxMessage): Reading
}
