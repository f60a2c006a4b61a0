import { Portfolio } from '../../schemas/portfolio.ts'
import type { Replayed } from '../cassettes/entry.ts'
import { cassetteFailure } from './cassette-failure.ts'
import { changeLine } from './change-line.ts'
import type { ReplayCommand } from './command-line.ts'
import { CliFailure, EXIT, type ExitCode } from './failure.ts'
import { messages } from './messages.ts'
import { portfolioScreen } from './portfolio-show.ts'
import { watchReplay } from './replay-watch.ts'
import type { LocalDesk, Screen } from './terminal.ts'
import { words } from './words.ts'

/** Where a test of a case is written: vitest looks there. */
const TESTS = 'test/cassettes'
/** How a case compares with what is expected of it. */
function verdictLines({ name, differences, missed }: Replayed, screen: Screen): readonly string[] {
  const { language, paint } = screen
  const asked = missed.length === 0 ? [] : [paint('yellow', `  ${words.notRecorded[language]}: ${missed.join(', ')}`)]
  if (differences === null) return [paint('yellow', `○ ${name}: ${words.nothingExpected[language]}`), ...asked]
  if (differences.length === 0) return [paint('green', `✔ ${name}: ${words.asExpected[language]}`), ...asked]
  const head = paint('red', `✖ ${name}: ${words.differs[language]} (${differences.length})`)
  return [head, ...differences.map((change) => changeLine(change, screen)), ...asked]
}

function screenOf(replayed: Replayed, { stage }: ReplayCommand, desk: LocalDesk): string {
  const body = stage === null ? portfolioScreen(Portfolio.parse(replayed.made), desk) : [JSON.stringify(replayed.made, null, 2)]
  return [...body, '', ...verdictLines(replayed, desk)].join('\n')
}

/** What a script gets of a case: with a stage what that made, else the portfolio. */
function jsonOf({ made, ...rest }: Replayed, { stage }: ReplayCommand): unknown {
  return stage === null ? { ...rest, portfolio: made } : { ...rest, stage, made }
}

async function written(files: readonly string[], how: 'accepted' | 'testWritten', desk: LocalDesk): Promise<ExitCode> {
  const { out, language, json } = desk
  out(json ? JSON.stringify({ files }) : files.map((file) => `${words[how][language]}: ${file}`).join('\n'))
  if (how === 'testWritten') desk.err(messages.howToFail[language])
  return EXIT.ok
}

async function perform(command: ReplayCommand, desk: LocalDesk): Promise<ExitCode> {
  const { paths, stage } = command
  const { replay, accept, saveTests } = await import('../cassettes/entry.ts')
  if (command.accept) return written(await accept(paths), 'accepted', desk)
  if (command.saveTest) return written(await saveTests(paths, TESTS), 'testWritten', desk)
  const replayed = await replay(paths, stage ?? 'respond')
  desk.out(
    desk.json
      ? JSON.stringify(replayed.map((one) => jsonOf(one, command)))
      : replayed.map((one) => screenOf(one, command, desk)).join('\n\n'),
  )
  return replayed.some(({ differences }) => differences !== null && differences.length > 0) ? EXIT.finding : EXIT.ok
}

/** What was wrong with the cassettes; what was wrong with the code, as it is: whoever replays is mending it. */
function failureOf(error: unknown, { language }: LocalDesk): CliFailure {
  return cassetteFailure(error, language) ?? new CliFailure(EXIT.finding, error instanceof Error ? String(error.stack) : '')
}

/** `replay <cassette…>`: what the line makes of recorded answers, and how that differs from what is expected. */
export async function replayCassettes(command: ReplayCommand, desk: LocalDesk): Promise<ExitCode> {
  if (command.watch) return watchReplay(command, desk)
  try {
    return await perform(command, desk)
  } catch (error) {
    throw failureOf(error, desk)
  }
}
