import type { RouteConfig } from '@hono/zod-openapi'
import type { z } from 'zod'
import { Problem, type ProblemCode } from '../../schemas/problem.ts'
import type { Caller } from '../deps.ts'
import { problemKind } from '../problems/catalogue.ts'
import { operationTexts, type tagTexts } from './texts.ts'

type Responses = RouteConfig['responses']
type Answer = Responses[string]
type ResponseHeaders = Readonly<Record<string, string>>
type OperationId = keyof typeof operationTexts

/** Name, group and texts of an operation: `summary` in English, `x-summary` in three languages. */
export function operation(operationId: OperationId, tag: keyof typeof tagTexts) {
  const { summary, description } = operationTexts[operationId]
  return {
    operationId,
    tags: [tag],
    summary: summary.en,
    description: description.en,
    'x-summary': summary,
    'x-description': description,
  }
}

/** That a token with one of these roles is needed. */
export function secured(roles: readonly Caller['role'][]) {
  return { security: [{ token: [] }], 'x-roles': roles }
}

/** Headers that not every answer of their status has; all others are promised. */
const SOMETIMES: ReadonlySet<string> = new Set(['Link', 'Preference-Applied', 'Idempotent-Replayed'])

function headersOf(headers: ResponseHeaders) {
  const entries = Object.entries(headers).map(([name, description]) => {
    const header = { description, required: !SOMETIMES.has(name), schema: { type: 'string' as const } }
    return [name, header] as const
  })
  return Object.fromEntries(entries)
}

/** An answer with a JSON body. */
export function jsonAnswer(description: string, schema: z.ZodType, headers: ResponseHeaders = {}): Answer {
  return { description, headers: headersOf(headers), content: { 'application/json': { schema } } }
}

/** An answer without a body. */
export function bareAnswer(description: string, headers: ResponseHeaders = {}): Answer {
  return { description, headers: headersOf(headers) }
}

/** What a problem looks like, in English: one of the document's `components.examples`. */
export function problemExample(code: ProblemCode): { readonly summary: string; readonly value: Problem } {
  const { status, title, detail, retryable } = problemKind(code)
  const traceId = 'c0ffee00c0ffee00'
  const known = { type: `/problems/${code}`, code, status, title: title.en, detail: detail.en, instance: `urn:request:${traceId}` }
  const errors = code === 'validation.failed' ? { errors: [{ pointer: '/iin', code: 'iin.check' as const }] } : {}
  return { summary: title.en, value: { ...known, traceId, retryable, ...errors } }
}

function problemHeaders(codes: readonly ProblemCode[]): ResponseHeaders {
  const retryable = codes.some((code) => problemKind(code).retryable && code !== 'internal')
  return {
    ...(retryable ? { 'Retry-After': 'Seconds until the request may succeed' } : {}),
    ...(codes.includes('auth.missing') ? { 'WWW-Authenticate': 'How to show who you are' } : {}),
    ...(codes.includes('method.not-allowed') ? { Allow: 'The methods that this address takes' } : {}),
  }
}

/** What any operation may come to, whatever it does (API page, 1 and 2). */
const OF_ALL = ['validation.failed', 'internal'] as const satisfies readonly ProblemCode[]

/** The problem answers of an operation; all but those of the service itself are refused where there is too much to do. */
export function problems(...codes: readonly ProblemCode[]): Responses {
  return serviceProblems(...codes, 'overload')
}

/** The problem answers, several codes of one status together; every operation refuses a query key given twice, and may break. */
export function serviceProblems(...codes: readonly ProblemCode[]): Responses {
  const byStatus = Map.groupBy(new Set([...codes, ...OF_ALL]), (code) => problemKind(code).status)
  const entries = [...byStatus].map(([status, group]) => {
    const description = group.map((code) => `\`${code}\`: ${problemKind(code).title.en}`).join('; ')
    const examples = Object.fromEntries(group.map((code) => [code, { $ref: `#/components/examples/${code}` }]))
    const content = { 'application/problem+json': { schema: Problem, examples } }
    return [status, { description, headers: headersOf(problemHeaders(group)), content, 'x-codes': group }] as const
  })
  return Object.fromEntries(entries)
}
