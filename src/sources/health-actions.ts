import type { SourceAction } from '../../schemas/operator-action.ts'
import type { InForce } from './actions.ts'

type Word = Pick<SourceAction, 'reason' | 'by' | 'until'> & { readonly at: string }

function shown(kind: SourceAction['kind'], { reason, by, at, until }: Word, state: SourceAction['state'] = null): SourceAction {
  return { kind, state, reason, by, since: at, until }
}

/** What operators have ordered and still holds, as the health shows it; planned work has a place of its own there. */
export function actionsShown({ pause, mute, breaker }: InForce): SourceAction[] {
  return [
    ...(pause ? [shown('pause', pause)] : []),
    ...(mute ? [shown('mute', mute)] : []),
    ...(breaker ? [shown('breaker', breaker, breaker.state)] : []),
  ]
}
