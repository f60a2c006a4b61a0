import type { Access, Adapter, HttpCall, ShepCall, Source } from '../../adapters/adapter.ts'
import { unreadable } from './body.ts'
import { BusFault } from './failure.ts'
import { failureOf } from './fault.ts'
import type { InboxDesk } from './inbox.ts'
import type { SessionKeeper } from './session.ts'
import type { SourceSettings } from './settings.ts'

/*
 * What is asked of a source that nobody asks: something that needs no person, so that a probe can neither invent nor spend anybody's
 * number (decision 0029). An adapter may name a call; else its channel has one.
 */

/** With what a probe asks. */
export interface ProbeDeps {
  /** The source, as its access says or by another one. */
  readonly open: (access: Access) => Source
  readonly desk: Pick<InboxDesk, 'poll'>
  readonly sessions: Pick<SessionKeeper, 'keep'>
}

type Session = Extract<Access, { kind: 'session' }>

/** Whether there is anything that this source can be asked without a person. */
export function canBeProbed({ probe, access, delivery }: Adapter): boolean {
  return probe !== undefined || delivery.kind === 'inbox' || access.kind === 'session' || access.kind === 'sender'
}

/** A login is a question about ourselves. */
async function logIn(access: Session, settings: SourceSettings, { open, sessions }: ProbeDeps): Promise<void> {
  const { body } = await open({ kind: 'none' }).json(access.login(settings.user, settings.password))
  const token = access.token(body)
  if (!token) throw unreadable('protocol', 'no token in the answer to the login')
  sessions.keep(settings.id, token)
}

/** Message does not fit the format (wire formats, 1.3): who says so has looked at the service and at our signature before. */
const NO_FORMAT = 'SCE001'

function emptyMessage(serviceId: string): ShepCall {
  return { serviceId, namespace: '', shape: 'plain', root: 'nothing', answer: 'nothing', fields: {} }
}

/** Whether the answer to an empty message is one that somebody who is there gives: the known fault, or an error of the provider. */
function isRefusal(error: unknown): boolean {
  return error instanceof BusFault ? error.code === NO_FORMAT : failureOf(error)?.verdict.reason === 'remote_error'
}

async function knock(source: Source, serviceId: string): Promise<void> {
  try {
    await source.shep(emptyMessage(serviceId))
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

async function call(source: Source, probe: HttpCall): Promise<void> {
  // As JSON, so that an error object under a good status is seen; lists are never probed for their rows.
  await source.json(probe)
}

/** Asks one source without a person. Throws `SourceFailure` where it is not there for us. */
export async function probeSource(adapter: Adapter, settings: SourceSettings, deps: ProbeDeps): Promise<void> {
  const { access, delivery, probe, service } = adapter
  if (probe) await call(deps.open(access), probe)
  else if (delivery.kind === 'inbox') await deps.desk.poll(adapter)
  else if (access.kind === 'session') await logIn(access, settings, deps)
  else if (access.kind === 'sender') await knock(deps.open(access), service)
}
