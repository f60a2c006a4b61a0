import { parseArgs } from 'node:util'
import { SourceId } from '../../schemas/section.ts'
import type { Said } from './new-id.ts'
import { Refused } from './refused.ts'

/** The kinds of wire that a source can be generated for. */
export const KINDS = ['rest', 'shep-sync', 'shep-async', 'drop', 'snapshot'] as const
export type Kind = (typeof KINDS)[number]
/** What a source is where nobody says otherwise. */
const USUAL: Kind = 'rest'

/** How the command is called. */
export const USAGE = `Usage: npm run new:source -- <id> [--kind <kind>] [--fills <sections>] [--title-kk <text> --title-ru <text> --title-en <text>]

Writes a source that works against a mock of its own: adapters/<id>, mocks/<id>, and a line or a block where all sources are named.

  <id>      a new one: small Latin letters and digits, parts joined by dashes, e.g. demo-source; or one of the contract whose folders
            and line in adapters/register.ts were taken away (adapters/README.md)
  --kind    rest        asked by person, answers in pages; so it is where no kind is named
            shep-sync   ШЭП, synchronous channel
            shep-async  ШЭП, asynchronous channel: send, read what arrives later
            drop        files of delimited text with a manifest, one for each region
            snapshot    a list without a filter by person, in pages
  --fills   of a new id: the sections that it fills, divided by commas; courses where none is named
  --title-kk, --title-ru, --title-en
            of a new id: what it is called; a placeholder that says so where it is not named

Exit codes: 0 written · 1 it could not be written, everything is as before · 2 what is asked cannot be, nothing was written`

const OPTIONS = {
  kind: { type: 'string' },
  fills: { type: 'string' },
  'title-kk': { type: 'string' },
  'title-ru': { type: 'string' },
  'title-en': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Whether the contract names a source of this id: `platform` is the request itself. */
export function isOfContract(id: string): id is SourceId {
  return id !== 'platform' && SourceId.safeParse(id).success
}

function isKind(text: string | undefined): text is Kind {
  return (KINDS as readonly (string | undefined)[]).includes(text)
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS })
  } catch (error) {
    throw new Refused(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'the arguments cannot be read')
  }
}

/** What is to be written, and whether somebody said of which kind. */
export interface Asked {
  readonly id: string
  readonly kind: Kind
  readonly isKindNamed: boolean
  readonly said: Said
}

/** What the words of the command line ask for; `help`: only how it is called. Throws `Refused`. */
export function argumentsIn(words: readonly string[]): Asked | 'help' {
  const { values, positionals } = parsed(words)
  if (values.help) return 'help'
  const [id, ...more] = positionals
  if (id === undefined) throw new Refused('the id of the source is missing; --help tells how it is called')
  if (more.length > 0) throw new Refused(`one id at a time, not ${positionals.length}`)
  const { kind = USUAL, fills } = values
  if (!isKind(kind)) throw new Refused(`«${kind}» is no kind; there are: ${KINDS.join(' ')}`)
  const titles = { kk: values['title-kk'], ru: values['title-ru'], en: values['title-en'] }
  const isSaid = [fills, ...Object.values(titles)].some((text) => text !== undefined)
  if (isSaid && isOfContract(id))
    throw new Refused(`what ${id} fills and is called stands in the Rules and in the contract; name its kind only`)
  return { id, kind, isKindNamed: values.kind !== undefined, said: { fills, titles } }
}
