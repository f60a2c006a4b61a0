/** The exit codes of the command line (API page, 7). */
export const EXIT = { ok: 0, finding: 1, usage: 2, config: 3, unavailable: 4, notFound: 5 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Ends a command. Its message is for people, in their language, and quotes nothing of the command line. */
export class CliFailure extends Error {
  readonly exit: ExitCode
  constructor(exit: ExitCode, message: string) {
    super(message)
    this.name = 'CliFailure'
    this.exit = exit
  }
}
