import type { Language } from '../../schemas/trilingual.ts'
import { order } from './actions.ts'
import { type CommandLine, readCommandLine, UsageFault } from './command-line.ts'
import { checkServer } from './conformance.ts'
import { showDrift } from './drift.ts'
import { CliFailure, EXIT, type ExitCode } from './failure.ts'
import { createGateway } from './gateway.ts'
import { help } from './help.ts'
import { importHar } from './import-har.ts'
import { languageOfTerminal } from './language.ts'
import { messages } from './messages.ts'
import { explainGaps } from './portfolio-explain.ts'
import { showPortfolio } from './portfolio-show.ts'
import { replayCassettes } from './replay.ts'
import { listSources, showSource } from './sources.ts'
import { showStatus } from './status.ts'
import type { Desk, Terminal } from './terminal.ts'

async function carryOut({ command, json }: CommandLine, language: Language, terminal: Terminal): Promise<ExitCode> {
  const { env, fetch } = terminal
  const { GATEWAY_URL: url, GATEWAY_TOKEN: token = '' } = env
  if (command.name === 'help') {
    terminal.out(help(language))
    return EXIT.ok
  }
  if (command.name === 'conformance') return checkServer(command, { ...terminal, language, json })
  if (command.name === 'replay') return replayCassettes(command, { ...terminal, language, json })
  if (command.name === 'import-har') return importHar(command, { ...terminal, language, json })
  const gatewayWith = (bearer: string | null) => createGateway({ url, token: bearer, language, fetch })
  const signedIn = token !== '' || command.name !== 'status'
  const desk: Desk = { ...terminal, gateway: gatewayWith(signedIn ? token : null), language, json }
  if (command.name === 'status') return showStatus(desk, gatewayWith(null), signedIn)
  if (command.name === 'source list') return listSources(desk)
  if (command.name === 'source show') return showSource(desk, command.id)
  if (command.name === 'drift list' || command.name === 'drift decide') return showDrift(desk, command)
  if (command.name === 'action') return order(desk, command)
  if (command.name === 'portfolio show') return showPortfolio(desk, command.id)
  return explainGaps(desk, command.id, command.gapId)
}

/** What is said of an error, and how the command ends; what nobody foresaw keeps its message to itself. */
function ending(error: unknown, ofTerminal: Language): { readonly text: string; readonly exit: ExitCode } {
  if (error instanceof CliFailure) return { text: error.message, exit: error.exit }
  if (!(error instanceof UsageFault)) return { text: messages.internal[ofTerminal], exit: EXIT.unavailable }
  const language = error.language ?? ofTerminal
  return { text: `${messages[error.key][language]}\n\n${help(language)}`, exit: EXIT.usage }
}

/** Runs one command line and says how it ended (API page, 7). Data goes out, everything else goes to stderr. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const ofTerminal = languageOfTerminal(terminal.env)
  try {
    const line = readCommandLine(argv)
    return await carryOut(line, line.language ?? ofTerminal, terminal)
  } catch (error) {
    const { text, exit } = ending(error, ofTerminal)
    terminal.err(text)
    return exit
  }
}
