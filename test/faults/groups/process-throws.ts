import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '../../../schemas/problem.ts'
import { createApp } from '../../../src/app.ts'
import type { Deps } from '../../../src/deps.ts'
import { claim, gatewayRig } from '../../support/gateway-rig.ts'
import { numbersIn } from '../../support/said.ts'
import type { Fault, Trial } from '../fault.ts'
import { startGatewayProcess } from '../gateway-process.ts'

/* P6: an error that nobody expected, wherever it is thrown. */

/** Of no class that anything knows, and with a person in its words. */
const INNER = new RangeError('inner of 850312240005')
const ROUTES = [
  ...['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /openapi.json', 'GET /', 'GET /docs', 'GET /rulebook', 'GET /nowhere'],
  ...['GET /v1/sources', 'GET /v1/sources/diplomas', 'GET /v1/portfolios/pf_1', 'GET /v1/portfolios/pf_1/history', 'DELETE /v1/sources'],
  ...['GET /v1/portfolios/pf_1/versions/1', 'GET /v1/portfolios/pf_1/gaps/gap_1', 'GET /v1/rulebook/order-32-2025-02-25'],
  ...['POST /v1/portfolios', 'POST /v1/portfolios/pf_1/refresh'],
]

const PLATFORM = new Set(['clock', 'randomHex'])

interface Broken {
  readonly deps: Deps
  readonly met: () => number
}

/** The dependencies with one of their functions throwing, wherever it lies. */
function broken(deps: Deps, path: readonly string[]): Broken {
  let met = 0
  const fail = () => {
    met++
    throw INNER
  }
  const replaced = (whole: object, [name = '', ...rest]: readonly string[]): object => ({
    ...whole,
    [name]: rest.length === 0 ? fail : replaced(Reflect.get(whole, name) as object, rest),
  })
  return { deps: replaced(deps, path) as Deps, met: () => met }
}

/** The place of each function. The clock and the random numbers are the platform's, and do not throw. */
function functionsIn(whole: object, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(whole).flatMap(([name, value]: [string, unknown]) => {
    const here = [...path, name]
    if (PLATFORM.has(name)) return []
    if (typeof value === 'function') return [here]
    return value !== null && typeof value === 'object' ? functionsIn(value, here) : []
  })
}

function isProblem(text: string): boolean {
  try {
    return Problem.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

async function looked(trial: Trial, app: ReturnType<typeof createApp>, line: string, at: string): Promise<number> {
  const [method = 'GET', path = '/'] = line.split(' ')
  const post = method === 'POST'
  const headers = {
    authorization: `Bearer ${path.includes('sources') ? 'operator' : post ? 'platform' : 'teacher'}`,
    ...(post ? { 'content-type': 'application/json', 'idempotency-key': `${at} ${line}`.replaceAll(' ', '-') } : {}),
  }
  const body = !post ? {} : { body: JSON.stringify(path.endsWith('refresh') ? {} : claim) }
  const answer = await app.request(path, { method, headers, ...body })
  const text = await answer.text()
  trial.holds('O2', !text.includes(INNER.message), `${at}: ${line} tells of the inside`)
  if (answer.status < 500) return answer.status
  trial.holds('O4', numbersIn(text).length === 0, `${at}: ${line} tells a number`)
  trial.holds('O2', isProblem(text), `${at}: ${line} is no problem`)
  return answer.status
}

/** One function of the dependencies throws, on every route; then it does not any more. */
async function throwing(trial: Trial, path: readonly string[]): Promise<void> {
  const rig = gatewayRig()
  await rig.create()
  const at = path.join('.')
  const { deps, met } = broken(rig.deps, path)
  const app = createApp(deps)
  for (const line of ROUTES) {
    const [before, told] = [met(), rig.lines.length]
    const status = await looked(trial, app, line, at)
    if (met() === before || status < 500 || path[0] === 'log') continue
    const said = rig.lines.slice(told).some(({ message }) => message === 'request failed')
    trial.holds('O2', said, `${at}: ${line} failed in silence`)
  }
  trial.holds('O5', (await looked(trial, rig.app, 'GET /healthz', at)) === 200, `${at}: not alive afterwards`)
}

/** A promise is rejected that nobody waits for: it is told, what is under way ends, and so does the process. */
async function unhandled(trial: Trial): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-throw-'))
  trial.after(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'throw.mjs')
  writeFileSync(file, "process.on('SIGUSR2', () => void Promise.reject(new RangeError('inner of 850312240005')))\n")
  const gateway = await startGatewayProcess(trial, { flags: ['--import', file] })
  const asking = gateway.collect('under-way')
  await new Promise((resolve) => setTimeout(resolve, 30))
  gateway.child.kill('SIGUSR2')
  const answer = await asking.catch(() => null)
  trial.holds('O1', answer?.status === 201, 'a request that was under way failed')
  trial.holds('O5', (await gateway.ended) === 1, `ended with ${await gateway.ended}`)
  const told = gateway.lines.filter((line) => line.includes('RangeError'))
  trial.holds('O2', told.length === 1, `told ${told.length} times`)
  gateway.inspect()
}

export const processThrows: readonly Fault[] = [
  {
    id: 'P6',
    promise: 'answers an error that nobody expected with one problem, and tells it; what nobody waits for ends the process after its work',
    async play(trial) {
      for (const path of functionsIn(gatewayRig().deps)) await throwing(trial, path)
      await unhandled(trial)
    },
  },
]
