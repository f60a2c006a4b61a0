import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest'
import { mockEnvironment } from '../../mocks/environment.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, developmentKey } from '../../src/auth/development.ts'
import { tokenClaims } from '../../src/auth/token-request.ts'
import { type Gateway, startGateway } from '../../src/node.ts'
import { signedRig } from '../faults/signed.ts'

/* What the process alone does: its port, and what goes on beside the requests. */

const dataDir = mkdtempSync(join(tmpdir(), 'node-'))
let gateway: Gateway
beforeAll(async () => {
  const environment = { PORT: '0', DATA_DIR: dataDir, PROBE_SECONDS: '10', ...mockEnvironment(inject('government')) }
  gateway = await startGateway(environment, { write: () => {} })
})
afterAll(async () => {
  await gateway.stop()
  rmSync(dataDir, { recursive: true })
})

const get = (path: string) => fetch(`http://127.0.0.1:${gateway.port}${path}`)

test('keeps a connection open for longer than the minute of usual proxies, and says so', async () => {
  const answer = await get('/healthz')
  await answer.text()
  expect(answer.headers.get('keep-alive')).toBe('timeout=72')
})

test('probes its sources though nobody asks for a portfolio', async () => {
  const reached = async () => /^gateway_source_probes_total\{.*outcome="reached".*\} [1-9]/m.test(await (await get('/metrics')).text())
  for (let waited = 0; waited < 100 && !(await reached()); waited++) await setTimeout(200)
  expect(await reached()).toBe(true)
})

/** Threads of this process that were started by its code (Linux). */
const threads = () => {
  const name = (id: string) => readFileSync(`/proc/self/task/${id}/comm`, 'utf8').trim()
  return readdirSync('/proc/self/task').filter((id) => name(id) === 'WorkerThread').length
}

test.runIf(process.platform === 'linux')('watches its loop and checks signatures in threads, which end with the gateway', async () => {
  const { government, environment: signed } = await signedRig(
    { after: (end) => onTestFinished(async () => void (await end())) },
    'diplomas',
  )
  const environment = { ...mockEnvironment(government.url), ...signed, PORT: '0', DATA_DIR: mkdtempSync(join(dataDir, 'signed-')) }
  const before = threads()
  const another = await startGateway(environment, { write: () => {} })
  await vi.waitFor(() => expect(threads()).toBe(before + 1), 5000)
  const key = await developmentKey(environment.DATA_DIR)
  const claims = tokenClaims(['--role', 'platform'], DEVELOPMENT_ISSUER, DEVELOPMENT_AUDIENCE, Math.floor(Date.now() / 1000))
  const answer = await fetch(`http://127.0.0.1:${another.port}/v1/portfolios`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await key.sign(claims)}` },
    body: JSON.stringify(government.government.cast[0]?.claim),
  })
  const { sections } = (await answer.json()) as Portfolio
  const facts = sections.flatMap((section) => section.facts.filter(({ provenance }) => provenance.source === 'diplomas'))
  expect(new Set(facts.map(({ provenance }) => provenance.signature))).toEqual(new Set(['valid']))
  expect(threads()).toBe(before + 2)
  await another.stop()
  expect(threads()).toBe(before)
})
