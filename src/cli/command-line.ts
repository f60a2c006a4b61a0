import { parseArgs } from 'node:util'
import type { Language } from '../../schemas/trilingual.ts'
import type { StageName } from '../cassettes/entry.ts'
import { type ActionCommand, actionOf, VERB_FLAGS } from './action-line.ts'
import { languageOf } from './language.ts'
import type { MessageKey } from './messages.ts'

/** What is to be done. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'status' }
  | { readonly name: 'source list' }
  | { readonly name: 'source show'; readonly id: string }
  | { readonly name: 'portfolio show'; readonly id: string }
  | { readonly name: 'portfolio explain'; readonly id: string; readonly gapId: string | null }
  | DriftCommand
  | ActionCommand
  | ConformanceCommand
  | ReplayCommand
  | ImportHarCommand

/** Changes in the shape of what sources send; `source` null: of all. */
export type DriftCommand = { readonly name: 'drift list'; readonly source: string | null } | DriftDecisionCommand

/** The word of an operator on one field. */
export interface DriftDecisionCommand {
  readonly name: 'drift decide'
  readonly decision: 'accept' | 'reject'
  readonly source: string
  readonly field: string
  readonly reason: string
}

/** Looks at the server of a source; `url` null: the one of the environment. */
export interface ConformanceCommand {
  readonly name: 'conformance'
  readonly id: string
  readonly url: string | null
  /** The person is read from stdin and not from the environment. */
  readonly iinFromStdin: boolean
}

/** The seven words of the line but the first, which is the claim of the cassette. */
const STAGES = ['plan', 'ask', 'normalise', 'merge', 'gaps', 'respond'] as const satisfies readonly StageName[]

/** Replays cassettes: files, or folders of them. */
export interface ReplayCommand {
  readonly name: 'replay'
  readonly paths: readonly string[]
  /** Null: the portfolio and its differences. */
  readonly stage: StageName | null
  readonly watch: boolean
  readonly accept: boolean
  readonly saveTest: boolean
}

/** Makes cassettes of an HTTP archive about the person of a claim. */
export interface ImportHarCommand {
  readonly name: 'import-har'
  readonly file: string
  readonly source: string
  /** The file of the claim. */
  readonly claim: string
  /** Null: the address of the environment. */
  readonly url: string | null
  /** Null: the folder in which the gateway records. */
  readonly out: string | null
}

/** A command line that is understood. */
export interface CommandLine {
  readonly command: Command
  readonly json: boolean
  /** Null: not said. */
  readonly language: Language | null
}

/** A command line that is not: its message is one of ours, those of the parser quote the arguments. */
export class UsageFault extends Error {
  readonly key: MessageKey
  readonly language: Language | null
  constructor(key: MessageKey, language: Language | null) {
    super(key)
    this.name = 'UsageFault'
    this.key = key
    this.language = language
  }
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  url: { type: 'string' },
  'iin-stdin': { type: 'boolean' },
  stage: { type: 'string' },
  watch: { type: 'boolean' },
  accept: { type: 'boolean' },
  'save-test': { type: 'boolean' },
  source: { type: 'string' },
  claim: { type: 'string' },
  out: { type: 'string' },
  reason: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  until: { type: 'string' },
} as const
/** Flags that only some commands take. */
const OWN_FLAGS = new Map<string, readonly string[]>([
  ['conformance', ['url', 'iin-stdin']],
  ['replay', ['stage', 'watch', 'accept', 'save-test']],
  ['import-har', ['source', 'claim', 'url', 'out']],
  ['drift', ['reason']],
  ...VERB_FLAGS,
])
const ALL_OWN = [...OWN_FLAGS.values()].flat()

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch {
    throw new UsageFault('unknownFlag', null)
  }
}

type Flags = ReturnType<typeof parse>['values']
type Refuse = (key: MessageKey) => never

/** An id of the right shape: nothing else may come into an address. */
function shaped(word: string | undefined, shape: RegExp, wrong: MessageKey, refuse: Refuse): string {
  if (word === undefined) return refuse('words')
  return shape.test(word) ? word : refuse(wrong)
}

const PORTFOLIO = /^pf_[A-Za-z0-9_-]{1,64}$/
const GAP = /^gap_[A-Za-z0-9]{1,64}$/
const SOURCE = /^[a-z][a-z\d-]{0,39}$/

/** The commands with the words that each takes at most. */
const COMMANDS = new Map([
  ['status', 1],
  ['source list', 2],
  ['source show', 3],
  ['portfolio show', 3],
  ['portfolio explain', 4],
])

/** A server that is not ours is spoken to by http alone, and nothing secret stands in its address. */
function addressed(url: string | undefined, refuse: Refuse): string | null {
  if (url === undefined) return null
  const address = URL.parse(url)
  return address && /^https?:$/.test(address.protocol) && address.username === '' ? url : refuse('badServer')
}

function replayOf(paths: readonly string[], flags: Flags, refuse: Refuse): ReplayCommand {
  const stage = STAGES.find((one) => one === flags.stage) ?? null
  if (paths.length === 0) return refuse('words')
  if (flags.stage !== undefined && stage === null) return refuse('badStage')
  const { watch = false, accept = false, 'save-test': saveTest = false } = flags
  if ([stage !== null, accept, saveTest].filter(Boolean).length > 1 || (watch && (accept || saveTest))) return refuse('flags')
  return { name: 'replay', paths, stage, watch, accept, saveTest }
}

function importHarOf([file, ...more]: readonly string[], { source, claim, url, out }: Flags, refuse: Refuse): ImportHarCommand {
  if (!file || !source || !claim || out === '' || more.length > 0) return refuse('importHar')
  const id = shaped(source, SOURCE, 'badSource', refuse)
  return { name: 'import-har', file, source: id, claim, url: addressed(url, refuse), out: out ?? null }
}

/** What is wrong of the words of `drift` is told at once: a field that is mistyped is not decided on. */
function driftOf([verb, source, field, ...more]: readonly string[], { reason }: Flags, refuse: Refuse): DriftCommand {
  const id = source === undefined ? null : shaped(source, SOURCE, 'badSource', refuse)
  if (verb === 'list') return field === undefined && reason === undefined ? { name: 'drift list', source: id } : refuse('words')
  if (verb !== 'accept' && verb !== 'reject') return refuse('unknownCommand')
  if (id === null || field === undefined || more.length > 0) return refuse('words')
  if (!reason?.trim()) return refuse('noReason')
  return { name: 'drift decide', decision: verb, source: id, field, reason }
}

/** The commands that do their work here and ask no gateway; null: another one. */
function localCommandOf([noun, ...words]: readonly string[], flags: Flags, refuse: Refuse): Command | null {
  if (noun === 'replay') return replayOf(words, flags, refuse)
  if (noun === 'import-har') return importHarOf(words, flags, refuse)
  if (noun !== 'conformance') return null
  if (words.length > 1) return refuse('words')
  const id = shaped(words[0], SOURCE, 'badSource', refuse)
  return { name: noun, id, url: addressed(flags.url, refuse), iinFromStdin: flags['iin-stdin'] ?? false }
}

function commandOf(words: readonly string[], flags: Flags, refuse: Refuse): Command {
  const [noun, verb, id, gapId] = words
  if (noun === undefined) return refuse('noCommand')
  const given = Object.keys(flags).filter((flag) => ALL_OWN.includes(flag))
  if (given.some((flag) => !OWN_FLAGS.get(noun)?.includes(flag))) return refuse('flags')
  const local = localCommandOf(words, flags, refuse)
  if (local) return local
  if (noun === 'drift') return driftOf(words.slice(1), flags, refuse)
  const action = actionOf(words, flags, (word) => shaped(word, SOURCE, 'badSource', refuse), refuse)
  if (action) return action
  const name = noun === 'status' ? noun : `${noun} ${verb}`
  const most = COMMANDS.get(name)
  if (most === undefined) return refuse('unknownCommand')
  if (words.length > most) return refuse('words')
  if (name === 'status' || name === 'source list') return { name }
  if (name === 'source show') return { name, id: shaped(id, SOURCE, 'badSource', refuse) }
  const portfolio = shaped(id, PORTFOLIO, 'badPortfolio', refuse)
  if (name === 'portfolio show') return { name, id: portfolio }
  return { name: 'portfolio explain', id: portfolio, gapId: gapId === undefined ? null : shaped(gapId, GAP, 'badGap', refuse) }
}

/** Reads the arguments. Throws `UsageFault`. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = parse(argv)
  const language = languageOf(values.lang)
  if (values.lang !== undefined && language === null) throw new UsageFault('badLanguage', null)
  const refuse: Refuse = (key) => {
    throw new UsageFault(key, language)
  }
  const command: Command = values.help ? { name: 'help' } : commandOf(positionals, values, refuse)
  return { command, json: values.json, language }
}
