import type { DocumentResponse } from '../../src/routes/api-document.ts'
import { type Operation, validatorAt } from './document.ts'

/** An answer as it came, its body as text. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** What the request that was sent makes of its answer: a success promised, a refusal promised, or either. */
export interface Expectation {
  readonly expects: 'success' | 'refusal' | 'either'
  /** A 503 of `portfolio.incomplete` was asked for: `handling=strict`, and a source that fails or a budget that may be too small. */
  readonly provoked: boolean
}

function mediaType(answer: Answer): string {
  return (answer.headers.get('content-type') ?? '').split(';', 1)[0] ?? ''
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

interface Judged {
  readonly body: string
  readonly faults: readonly string[]
}

/** The last body of each kind: many operations answer the same bytes a thousand times. */
const lastJudged = new Map<string, Judged>()

function bodyFaults(operation: Operation, response: DocumentResponse, answer: Answer): readonly string[] {
  const kind = `${operation.operationId} ${answer.status} ${answer.headers.get('content-type')}`
  const last = lastJudged.get(kind)
  if (last?.body === answer.body) return last.faults
  const faults = freshBodyFaults(operation, response, answer)
  lastJudged.set(kind, { body: answer.body, faults })
  return faults
}

function freshBodyFaults(operation: Operation, response: DocumentResponse, answer: Answer): readonly string[] {
  const type = mediaType(answer)
  if (!response.content) return answer.body === '' ? [] : ['a body where the document has none']
  if (!Object.hasOwn(response.content, type)) return [`content type ${type || 'none'} is not listed`]
  const json = type.endsWith('json')
  const value = json ? parsed(answer.body) : answer.body
  if (json && value === undefined) return ['the body is no JSON']
  const steps = ['paths', operation.path, operation.method, 'responses', String(answer.status), 'content', type, 'schema']
  const validate = validatorAt(...steps)
  if (validate(value)) return []
  return (validate.errors ?? []).slice(0, 1).map(({ instancePath, message }) => `body ${instancePath || '/'} ${message}`)
}

function headerFaults(response: DocumentResponse, answer: Answer): readonly string[] {
  const required = Object.entries(response.headers ?? {}).filter(([, header]) => header.required === true)
  return required.filter(([name]) => !answer.headers.has(name)).map(([name]) => `header ${name} is missing`)
}

function problemFaults(response: DocumentResponse, answer: Answer): readonly string[] {
  if (answer.status < 400) return []
  const { code, status } = (parsed(answer.body) ?? {}) as { code?: string; status?: number }
  const unlisted = response['x-codes']?.includes(code ?? '') ? [] : [`code ${code} is not listed for ${answer.status}`]
  return status === answer.status ? unlisted : [...unlisted, `the problem says ${status}`]
}

function verdictFaults({ status, body }: Answer, { expects, provoked }: Expectation): readonly string[] {
  if (status >= 500) {
    const { code } = (parsed(body) ?? {}) as { code?: string }
    return status === 503 && code === 'portfolio.incomplete' && provoked ? [] : [`class 5xx: ${status} ${code}`]
  }
  if (expects === 'success' && status >= 400) return [`${status} for a request that the document promises to take`]
  if (expects === 'refusal' && status < 400) return [`${status} for a request that the document does not take`]
  return []
}

/** What is wrong with an answer by the document, a line each; empty where all is right. */
export function faultsOf(operation: Operation, answer: Answer, expectation: Expectation): readonly string[] {
  const verdict = verdictFaults(answer, expectation)
  const response = operation.responses[String(answer.status)]
  if (!response) return [...verdict, `status ${answer.status} is not listed`]
  return [...verdict, ...bodyFaults(operation, response, answer), ...headerFaults(response, answer), ...problemFaults(response, answer)]
}
