import type { Outcome, Report } from '../conformance/entry.ts'
import type { ConformanceCommand } from './command-line.ts'
import { CliFailure, EXIT, type ExitCode } from './failure.ts'
import { messages } from './messages.ts'
import type { LocalDesk } from './terminal.ts'

/** Why there is no report, as the end of the command. */
function failureOf(outcome: Exclude<Outcome, { kind: 'report' }>, { language }: LocalDesk): CliFailure {
  if (outcome.kind === 'config') return new CliFailure(EXIT.config, outcome.faults.join('\n'))
  if (outcome.kind === 'no_such_source') return new CliFailure(EXIT.notFound, messages.noSuchSource[language])
  return new CliFailure(EXIT.config, messages[outcome.kind === 'no_server' ? 'noServer' : 'badIin'][language])
}

function exitOf({ reached, counts }: Report): ExitCode {
  if (!reached) return EXIT.unavailable
  return counts.broken > 0 ? EXIT.finding : EXIT.ok
}

/** `conformance <source>`: which promises of the contract page the server of a source keeps. */
export async function checkServer({ id, url, iinFromStdin }: ConformanceCommand, desk: LocalDesk): Promise<ExitCode> {
  const { conformance, reportLines } = await import('../conformance/entry.ts')
  const iin = iinFromStdin ? (await desk.stdin()).trim() : null
  const fetch = (request: Request) => desk.fetch(request)
  const outcome = await conformance({ source: id, url, iin, environment: desk.env, fetch })
  if (outcome.kind !== 'report') throw failureOf(outcome, desk)
  const { report } = outcome
  desk.out(desk.json ? JSON.stringify(report) : reportLines(report, desk.language).join('\n'))
  if (!report.reached) desk.err(messages.serverSilent[desk.language])
  return exitOf(report)
}
