import { parseArgs } from 'node:util'
import type { Language } from '../../schemas/trilingual.ts'
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
} as const

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch {
    throw new UsageFault('unknownFlag', null)
  }
}

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

function commandOf(words: readonly string[], refuse: Refuse): Command {
  const [noun, verb, id, gapId] = words
  if (noun === undefined) return refuse('noCommand')
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
  const command: Command = values.help ? { name: 'help' } : commandOf(positionals, refuse)
  return { command, json: values.json, language }
}
