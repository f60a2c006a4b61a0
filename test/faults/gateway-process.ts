import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { mockEnvironment } from '../../mocks/environment.ts'
import { type Listening, startPretendGovernment } from '../../mocks/listen.ts'
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, developmentKey } from '../../src/auth/development.ts'
import { tokenClaims } from '../../src/auth/token-request.ts'
import { compileCache } from '../support/compile-cache.ts'
import { namesIn, numbersIn } from '../support/said.ts'
import { TODAY } from '../support/stack.ts'
import type { Trial } from './fault.ts'
import type { LedgerOptions, Send } from './ledger.ts'
import { FEW_SOURCES } from './store-rig.ts'

/** How a process is started. */
export interface ProcessOptions {
  readonly environment?: Readonly<Record<string, string>>
  /** Of Node itself. */
  readonly flags?: readonly string[]
  /** What an earlier process left, and whom it asked. */
  readonly after?: GatewayProcess
}

/** The gateway as it is started in earnest, over a pretend government. */
export interface GatewayProcess {
  readonly url: string
  readonly pid: number
  /** Of the platform. */
  readonly token: string
  readonly dataDir: string
  readonly government: Listening
  readonly child: ChildProcess
  readonly claims: LedgerOptions['claims']
  /** Resolves with its exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>
  /** What it has said so far, a line each. */
  readonly lines: readonly string[]
  isRunning(): boolean
  readonly send: Send
  /** A portfolio for the first of the cast. */
  collect(caseId: string): Promise<Response>
  /** Waits until it is ready, at most 30 s, and tells the trial how long it took. */
  ready(): Promise<void>
  /** O4 over all that it has said. */
  inspect(): void
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const RECOVERY_MS = 30_000
const { PATH = '' } = process.env

/** The port in the line that says that it listens; null: another line. */
function portOf(line: string): number | null {
  return line.includes('"msg":"gateway listens"') ? (JSON.parse(line) as { port: number }).port : null
}

function listening(child: ChildProcess, lines: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}: ${lines.at(-1) ?? ''}`)))
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on('line', (line) => void (lines.push(line) && portOf(line) && resolve(portOf(line) ?? 0)))
    }
  })
}

async function bearer(dataDir: string): Promise<string> {
  const key = await developmentKey(dataDir)
  return key.sign(tokenClaims(['--role', 'platform'], DEVELOPMENT_ISSUER, DEVELOPMENT_AUDIENCE, Math.floor(Date.now() / 1000)))
}

/** Sends with a token of the platform, over connections that are kept. Rejects with the code of what broke. */
function sender(url: string, token: string, agent: Agent): Send {
  return (method, path, { body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const sent = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }
      const asking = request(`${url}${path}`, { method, agent, headers: sent }, (answer) => {
        const { statusCode: status = 0 } = answer
        const said = new Headers(Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]))
        text(answer).then((read) => resolve(new Response(read, { status, headers: said })), reject)
      })
      asking.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body))
    })
}

async function ground(trial: Trial, after: GatewayProcess | undefined): Promise<Pick<GatewayProcess, 'dataDir' | 'government'>> {
  if (after) return after
  const dataDir = mkdtempSync(join(tmpdir(), 'faults-gateway-'))
  trial.after(() => rmSync(dataDir, { recursive: true, force: true }))
  const government = await startPretendGovernment({ today: TODAY, seed: 'journeys', slowMs: 50 })
  trial.after(() => government.close())
  return { dataDir, government }
}

/** Starts the process and waits until it listens; the trial ends it. */
export async function startGatewayProcess(
  trial: Trial,
  { environment = {}, flags = [], after }: ProcessOptions = {},
): Promise<GatewayProcess> {
  const { dataDir, government } = await ground(trial, after)
  const env = { PATH, ...compileCache, PORT: '0', DATA_DIR: dataDir, ...mockEnvironment(government.url), ...FEW_SOURCES, ...environment }
  const child = spawn(process.execPath, [...flags, 'src/node.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit').then(([code, signal]: (number | string)[]) => code ?? signal ?? 'gone')
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const cut = () => void (isRunning() && child.kill('SIGKILL'))
  process.once('exit', cut)
  trial.after(async () => {
    process.off('exit', cut)
    cut()
    await ended
  })
  const lines: string[] = []
  const url = `http://127.0.0.1:${await listening(child, lines)}`
  const agent = new Agent({ keepAlive: true })
  trial.after(() => agent.destroy())
  const token = await bearer(dataDir)
  const send = sender(url, token, agent)
  const { cast } = government.government
  const claims = cast.map(({ claim }) => claim) as LedgerOptions['claims']
  return {
    ...{ url, token, dataDir, government, child, claims, ended, lines, isRunning, send },
    pid: child.pid ?? 0,
    collect: (caseId) => send('POST', '/v1/portfolios', { body: { ...claims[0], caseId }, headers: { prefer: 'wait=4' } }),
    async ready() {
      const begun = performance.now()
      while ((await send('GET', '/readyz')).status !== 200) {
        if (performance.now() - begun > RECOVERY_MS) return trial.violated('O5', 'not ready after 30 s')
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      trial.recovered(performance.now() - begun)
    },
    inspect() {
      const said = lines.join('\n')
      trial.holds('O4', numbersIn(said).length === 0, 'a number of a person in what the process said')
      trial.holds('O4', namesIn(said, cast).length === 0, 'a name of a person in what the process said')
    },
  }
}
