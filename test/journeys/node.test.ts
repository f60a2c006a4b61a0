import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { mockEnvironment } from '../../mocks/environment.ts'
import { type Gateway, startGateway } from '../../src/node.ts'

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
