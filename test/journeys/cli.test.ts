import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { compileCache } from '../support/compile-cache.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack } from '../support/stack.ts'

/* The command line as a process of its own, against a gateway on a real port. */

const stack = createStack({ store: memoryStore() })
let server: ServerType
let portfolio: Portfolio
beforeAll(async () => {
  server = serve({ fetch: stack.fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const person = stack.government.cast.find(({ archetype }) => archetype === 'expert-without-diploma')
  portfolio = (await (await stack.collect(person?.claim)).json()) as Portfolio
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

/** Runs `gateway <words>` and waits for its end. */
async function gateway(words: readonly string[], environment: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, ['src/cli/index.ts', ...words], {
    env: { PATH, ...compileCache, GATEWAY_URL: `http://127.0.0.1:${port}`, GATEWAY_TOKEN: 'platform', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exit, out, err }
}

test('explains the gaps of a portfolio, with a finding', async () => {
  const { exit, out, err } = await gateway(['portfolio', 'explain', portfolio.id])
  expect([exit, err]).toEqual([1, ''])
  for (const { id, code } of portfolio.gaps) {
    expect(out).toContain(id)
    expect(out).toContain(`[code:${code}]`)
  }
})

test('gives JSON and nothing else on stdout', async () => {
  const gap = portfolio.gaps.find(({ section }) => section === 'education')
  const { exit, out } = await gateway(['portfolio', 'explain', portfolio.id, gap?.id ?? '', '--json'])
  expect([exit, JSON.parse(out)]).toEqual([1, { gap, chain: expect.any(Array) }])
})

test('paints only where colour is wanted', async () => {
  const painted = (environment: Record<string, string>) => gateway(['portfolio', 'show', portfolio.id], environment)
  expect((await painted({})).out).not.toContain('\u001b[')
  expect((await painted({ FORCE_COLOR: '1' })).out).toContain('\u001b[')
  expect((await painted({ NO_COLOR: '1' })).out).not.toContain('\u001b[')
})

test('speaks the language of the terminal', async () => {
  expect((await gateway(['status'], { LANG: 'ru_RU.UTF-8' })).out).toContain('Шлюз: принимает запросы')
})

test('tells a missing portfolio from a gateway that is not there', async () => {
  expect((await gateway(['portfolio', 'show', 'pf_none'])).exit).toBe(5)
  expect((await gateway(['status'], { GATEWAY_URL: 'http://127.0.0.1:9' })).exit).toBe(4)
})
