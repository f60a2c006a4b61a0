import type { Problem, ProblemCode } from '../../schemas/problem.ts'

/** What a problem says beyond its code. */
export interface RefusalOptions {
  readonly errors?: NonNullable<Problem['errors']>
  readonly sources?: NonNullable<Problem['sources']>
  /** A point of time (ISO 8601). */
  readonly retryAfter?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** Ends a request with a problem. Its message is the code: nothing of the request is in it. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly options: RefusalOptions
  constructor(code: ProblemCode, options: RefusalOptions = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.options = options
  }
}
