import fc from 'fast-check'
import { type Operation, operations } from './document.ts'
import { faultsOf } from './judge.ts'
import { type FuzzRequest, requestsOf } from './requests.ts'
import type { World } from './world.ts'

/** The seed where nobody gives another: each run of CI sends the same requests. */
export const SEED = 20261124

/** An answer outside of the document: what is wrong, the first request that showed it, and how many did. */
export interface Finding {
  readonly operationId: string
  readonly fault: string
  readonly request: string
  readonly answer: string
  count: number
}

/** What came of one operation: answers by status, and findings. */
export interface Report {
  readonly operationId: string
  readonly statuses: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

const LONGEST = 600

/** A request in words, for whoever repairs; the people in it are invented. */
function shown({ method, url, headers, body }: FuzzRequest): string {
  const text = body ? new TextDecoder().decode(body).slice(0, LONGEST) : ''
  return `${method} ${url.slice(0, LONGEST)} ${JSON.stringify(headers).slice(0, LONGEST)} ${text}`
}

function toRequest({ method, url, headers, body }: FuzzRequest): Request {
  // Headers would join equal names; the first of each is enough.
  const first = new Map([...headers].reverse())
  return new Request(`http://gateway.test${url}`, { method, headers: [...first], body: method === 'GET' ? null : body })
}

/** Sends `runs` requests of one operation, one after the other, and judges each answer. */
export async function fuzzOperation(operation: Operation, world: World, runs: number, seed: number): Promise<Report> {
  const statuses: Record<string, number> = {}
  const findings = new Map<string, Finding>()
  for (const request of fc.sample(requestsOf(operation, world), { numRuns: runs, seed })) {
    const { status, headers, ...response } = await answerOf(world, request)
    statuses[status] = (statuses[status] ?? 0) + 1
    for (const fault of faultsOf(operation, { status, headers, body: response.body }, request)) {
      const known = findings.get(fault)
      if (known) known.count++
      else findings.set(fault, found(operation, fault, request, `${status} ${response.body.slice(0, LONGEST)}`))
    }
  }
  await world.restore()
  return { operationId: operation.operationId, statuses, findings: [...findings.values()] }
}

function found({ operationId }: Operation, fault: string, request: FuzzRequest, answer: string): Finding {
  return { operationId, fault, request: shown(request), answer, count: 1 }
}

async function answerOf(world: World, request: FuzzRequest) {
  const answer = await world.stack.fetch(toRequest(request))
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

/** Every operation of the document, or those that are named. */
export function chosen(names: readonly string[]): readonly Operation[] {
  return names.length === 0 ? operations : operations.filter(({ operationId }) => names.includes(operationId))
}
