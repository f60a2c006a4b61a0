import { parseArgs } from 'node:util'
import type { SourceId } from '../../schemas/section.ts'
import { SOURCES } from './plan.ts'
import { AN_ID_MORE, Refused } from './refused.ts'

/** The kinds of wire that a source can be generated for. */
export const KINDS = ['rest', 'shep-sync', 'shep-async', 'drop', 'snapshot'] as const
export type Kind = (typeof KINDS)[number]
/** What a source is where nobody says otherwise. */
const USUAL: Kind = 'rest'

/** How the command is called. */
export const USAGE = `Usage: npm run new:source -- <id> [--kind <kind>]

Writes a source that works against a mock of its own: adapters/<id>, mocks/<id> and its line in adapters/register.ts.

  <id>    ${SOURCES.join(' ')}
          What an id more needs, and how a source that is there is written again: adapters/README.md
  --kind  rest        asked by person, answers in pages; so it is where no kind is named
          shep-sync   ШЭП, synchronous channel
          shep-async  ШЭП, asynchronous channel: send, read what arrives later
          drop        files of delimited text with a manifest, one for each region
          snapshot    a list without a filter by person, in pages`

function isKind(text: string | undefined): text is Kind {
  return (KINDS as readonly (string | undefined)[]).includes(text)
}

function isSource(text: string | undefined): text is SourceId {
  return (SOURCES as readonly (string | undefined)[]).includes(text)
}

function parsed(words: readonly string[]) {
  try {
    const options = { kind: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: [...words], allowPositionals: true, options })
  } catch (error) {
    throw new Refused(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'the arguments cannot be read')
  }
}

/** What is to be written, and whether somebody said of which kind. */
export interface Asked {
  readonly id: SourceId
  readonly kind: Kind
  readonly isKindNamed: boolean
}

/** What the words of the command line ask for; `help`: only how it is called. Throws `Refused`. */
export function argumentsIn(words: readonly string[]): Asked | 'help' {
  const { values, positionals } = parsed(words)
  if (values.help) return 'help'
  const [id, ...more] = positionals
  if (id === undefined) throw new Refused('the id of the source is missing; --help tells how it is called')
  if (more.length > 0) throw new Refused(`one id at a time, not ${positionals.length}`)
  if (!isSource(id)) throw new Refused(`«${id}» is no source of the contract; there are: ${SOURCES.join(' ')}. An id more: ${AN_ID_MORE}`)
  const { kind = USUAL } = values
  if (!isKind(kind)) throw new Refused(`«${kind}» is no kind; there are: ${KINDS.join(' ')}`)
  return { id, kind, isKindNamed: values.kind !== undefined }
}
