import type { HarOutcome } from '../cassettes/entry.ts'
import { cassetteFailure } from './cassette-failure.ts'
import type { ImportHarCommand } from './command-line.ts'
import { CliFailure, EXIT, type ExitCode } from './failure.ts'
import { messages } from './messages.ts'
import type { LocalDesk, Screen } from './terminal.ts'
import { words } from './words.ts'

type Imported = Extract<HarOutcome, { kind: 'imported' }>

const LEFT_OUT = ['elsewhere', 'others', 'bodiless'] as const
const REDACTED = ['numbers', 'days', 'texts'] as const

/** Counts with what they count, those of nothing left out. */
function counted<Key extends keyof typeof words>(
  keys: readonly Key[],
  counts: Readonly<Record<Key, number>>,
  { language }: Screen,
): string {
  const told = keys.filter((key) => counts[key] > 0).map((key) => `${words[key][language]} ${counts[key]}`)
  return told.join(', ')
}

function screenOf(imported: Imported, screen: Screen): string {
  const { language, paint } = screen
  const left = counted(LEFT_OUT, imported, screen)
  return [
    ...imported.files.map((file) => `${words.written[language]}: ${file}`),
    paint('green', `${words.taken[language]}: ${imported.taken}`),
    ...(left === '' ? [] : [paint('yellow', `${words.leftOut[language]}: ${left}`)]),
    `${words.redacted[language]}: ${counted(REDACTED, imported.redacted, screen) || '0'}`,
  ].join('\n')
}

/** Why there is nothing, as the end of the command. */
function failureOf(outcome: Exclude<HarOutcome, Imported>, { language }: LocalDesk): CliFailure {
  if (outcome.kind === 'config') return new CliFailure(EXIT.config, outcome.faults.join('\n'))
  if (outcome.kind === 'no_such_source') return new CliFailure(EXIT.notFound, messages.noSuchSource[language])
  return new CliFailure(EXIT.config, messages.noServer[language])
}

/** `import-har <file>`: what a browser or a proxy recorded, as cassettes that `replay` takes. */
export async function importHar({ name: _, ...wish }: ImportHarCommand, desk: LocalDesk): Promise<ExitCode> {
  const { importArchive } = await import('../cassettes/entry.ts')
  const outcome = await importArchive({ ...wish, environment: desk.env }).catch((error: unknown) => {
    throw cassetteFailure(error, desk.language) ?? error
  })
  if (outcome.kind !== 'imported') throw failureOf(outcome, desk)
  const { kind: _kind, ...told } = outcome
  desk.out(desk.json ? JSON.stringify(told) : screenOf(outcome, desk))
  desk.err(messages.harIsPlain[desk.language])
  return EXIT.ok
}
