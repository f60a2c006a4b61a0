import { momentOf } from './almaty.ts'
import type { MessageKey } from './messages.ts'

/** What an operator may order about a source; each is a word of the command line and of the API. */
export const VERBS = ['pause', 'resume', 'mute', 'maintenance', 'breaker'] as const
export type Verb = (typeof VERBS)[number]

/** The order of an operator: `body` goes to the API as it is. */
export interface ActionCommand {
  readonly name: 'action'
  readonly verb: Verb
  readonly source: string
  readonly body: Readonly<Record<string, string>>
}

/** The flags that each verb takes. */
export const VERB_FLAGS: readonly (readonly [Verb, readonly string[]])[] = [
  ['pause', ['reason', 'until']],
  ['resume', ['reason', 'from']],
  ['mute', ['reason', 'until']],
  ['maintenance', ['reason', 'from', 'to']],
  ['breaker', ['reason', 'until']],
]

type Flags = Readonly<Partial<Record<'reason' | 'from' | 'to' | 'until', string>>>
type Refuse = (key: MessageKey) => never

function isVerb(word: string): word is Verb {
  return (VERBS as readonly string[]).includes(word)
}

/** The moments among the flags, as the API wants them. */
function moments(flags: Flags, refuse: Refuse): Readonly<Record<string, string>> {
  const given = (['from', 'to', 'until'] as const).flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]] as const]))
  return Object.fromEntries(given.map(([name, text]) => [name, momentOf(text) ?? refuse('badMoment')]))
}

/** The words after the command line's first one as an order; null: the first one is no verb. `sourceOf` refuses what is no id. */
export function actionOf(
  words: readonly string[],
  flags: Flags,
  sourceOf: (word?: string) => string,
  refuse: Refuse,
): ActionCommand | null {
  const [verb = '', id, state, ...more] = words
  if (!isVerb(verb)) return null
  const source = sourceOf(id)
  if (more.length > 0 || (state !== undefined) !== (verb === 'breaker')) return refuse('words')
  if (state !== undefined && !['open', 'closed', 'auto'].includes(state)) return refuse('badBreaker')
  if (verb === 'maintenance' && (flags.from === undefined || flags.to === undefined)) return refuse('noWindow')
  if (!flags.reason?.trim()) return refuse('noReason')
  return {
    name: 'action',
    verb,
    source,
    body: { ...(state === undefined ? {} : { state }), reason: flags.reason, ...moments(flags, refuse) },
  }
}
