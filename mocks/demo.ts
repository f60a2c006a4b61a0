import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Person } from './cast/person.ts'
import { printGaps, printPortfolio } from './demo-print.ts'
import { languageOf, WORDS } from './demo-words.ts'
import { mockEnvironment } from './environment.ts'
import { freePort } from './free-port.ts'

/*
 * `npm run demo`: the pretend government and the gateway as two processes, two teachers collected and printed, and the gaps of a third in
 * three languages. With `--once` it ends then; without, it stays up and prints the links. Everything it writes lies in a folder of its own,
 * removed at the end.
 */

/** What the second teacher of the demo meets: no answer, an answer of another shape, an answer about somebody else. */
const SICK = [
  ['student-achievements', 'down'],
  ['courses', 'drifted'],
  ['employment', 'wrong-person'],
] as const
const { values } = parseArgs({ options: { once: { type: 'boolean', default: false }, lang: { type: 'string', default: 'kk' } } })
const language = languageOf(values.lang)
const words = WORDS[language]
const children: ChildProcess[] = []

function start(file: string, environment: Record<string, string>): void {
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] })
  child.once('exit', (code) => {
    if (code) console.error(`${file} ended with ${code}`)
  })
  children.push(child)
}

async function ready(url: string): Promise<void> {
  const until = Date.now() + 30_000
  while (Date.now() < until) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${new URL(url).pathname} did not become ready`)
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

async function token(dataDir: string): Promise<string> {
  const child = spawn(process.execPath, ['scripts/token.ts', '--role', 'platform', '--expires', '28800'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const chunk of child.stdout) printed += chunk
  return printed.trim()
}

async function collect(gateway: string, bearer: string, person: Person) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }
  const answer = await fetch(`${gateway}/v1/portfolios`, { method: 'POST', headers, body: JSON.stringify(person.claim) })
  if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`)
  return answer.json()
}

/** Puts a scenario on at the pretend government; `ok` takes it off. */
async function play(mocks: string, source: string, scenario: string): Promise<void> {
  const answer = await fetch(`${mocks}/__mock/scenarios/${source}`, { method: 'PUT', body: JSON.stringify({ scenario }) })
  if (!answer.ok) throw new Error(`the pretend government refused ${scenario}`)
}

function links(gateway: string, mocks: string, bearer: string, person: Person): string {
  const example = JSON.stringify(person.claim)
  return [
    `Gateway            ${gateway}/`,
    `API reference      ${gateway}/docs`,
    `Health             ${gateway}/readyz   ${gateway}/metrics`,
    `People, scenarios  ${mocks}/__mock`,
    '',
    '# Ready to copy:',
    `export TOKEN=${bearer}`,
    `curl -s ${gateway}/v1/portfolios -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d '${example}'`,
    `curl -s ${gateway}/v1/sources -H "authorization: Bearer $TOKEN"`,
    `curl -s -X PUT ${mocks}/__mock/scenarios/diplomas -d '{"scenario":"http-503"}'`,
    '',
    'Ctrl+C ends both.',
  ].join('\n')
}

async function run(dataDir: string): Promise<void> {
  const [mocksPort, gatewayPort] = [
    await freePort(Number(process.env.MOCKS_PORT || 8788)),
    await freePort(Number(process.env.PORT || 8787)),
  ]
  const [mocks, gateway] = [`http://127.0.0.1:${mocksPort}`, `http://127.0.0.1:${gatewayPort}`]
  start('mocks/serve.ts', { MOCKS_PORT: String(mocksPort), HOST: '127.0.0.1', MOCKS_PORTAL_DELAY_MS: '400' })
  start('src/node.ts', {
    ...mockEnvironment(mocks),
    PORT: String(gatewayPort),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    NODE_ENV: 'development',
  })
  await Promise.all([ready(`${mocks}/__mock`), ready(`${gateway}/readyz`)])
  const bearer = await token(dataDir)
  const { cast } = (await (await fetch(`${mocks}/__mock`)).json()) as { cast: Person[] }
  const by = (archetype: string) => cast.find((person) => person.archetype === archetype) as Person

  const head = await collect(gateway, bearer, by('head-first'))
  printPortfolio(head, language, words.head)
  for (const [source, scenario] of SICK) await play(mocks, source, scenario)
  const expert = by('expert-without-diploma')
  printPortfolio(await collect(gateway, bearer, expert), language, words.sick)
  for (const [source] of SICK) await play(mocks, source, 'ok')
  printGaps(await collect(gateway, bearer, by('expert-expired')), words.ended)
  if (values.once) return
  console.log(links(gateway, mocks, bearer, expert))
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

const dataDir = await mkdtemp(join(tmpdir(), 'portfolio-gateway-'))
try {
  await run(dataDir)
} catch (error) {
  console.error(error instanceof Error ? error.message : 'the demo failed')
  process.exitCode = 1
} finally {
  await Promise.all(children.map(stop))
  await rm(dataDir, { recursive: true, force: true })
}
