import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCollection } from '../../scripts/bruno/collection.ts'
import { runCollection } from '../../scripts/bruno/run.ts'
import { type Demo, runAgainst, startDemo } from '../support/demo.ts'

/* What docs/clients promises, kept against `npm run demo` as it is really started. */

const COLLECTION = 'docs/clients/bruno'
let demo: Demo
beforeAll(async () => {
  demo = await startDemo()
}, 120_000)
afterAll(() => demo.stop())

test('runs the example of the TypeScript client to its end', async () => {
  const { exit, out, err } = await runAgainst(demo, 'docs/clients/typescript/example.ts')
  expect([exit, err]).toEqual([0, ''])
  const steps = out.match(/^(?:collected|refused|read again|refreshed|explained|sources)/gm)
  expect(steps).toEqual(['collected', 'refused', 'read again', 'refreshed', 'explained', 'sources'])
})

test('ends the example with a failure where the token is not valid', async () => {
  const { exit, err } = await runAgainst({ ...demo, token: 'forged' }, 'docs/clients/typescript/example.ts')
  expect(exit).toBe(1)
  expect(err).toContain('401 auth.invalid')
})

describe('the Bruno collection', () => {
  test('passes, every request of it', async () => {
    const own = { gateway: demo.gateway, mocks: demo.mocks, token: demo.token }
    const ran = await runCollection(await readCollection(COLLECTION, 'local'), own)
    expect(ran.filter(({ broken }) => broken.length > 0)).toEqual([])
    expect(ran.length).toBeGreaterThan(14)
  })

  test('is run by its command, which fails where a request is refused', async () => {
    const { exit, out } = await runAgainst({ ...demo, token: 'forged' }, 'scripts/bruno.ts')
    expect(exit).toBe(1)
    expect(out).toContain('✖ 401 Collect a portfolio')
  })

  test('has every operation of the document', async () => {
    const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: Record<string, object> }
    const documented = Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`))
    const { requests } = await readCollection(COLLECTION, 'local')
    const lines = requests.map(
      ({ http }) =>
        `${http.method} ${http.url
          .replace('{{gateway}}', '')
          .replace(/\?.*/, '')
          .replaceAll(/:(\w+)/g, '{$1}')}`,
    )
    expect(documented.filter((line) => !lines.includes(line))).toEqual([])
  })

  test('holds no token, and the number of nobody', () => {
    const files = readdirSync(COLLECTION, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bru'))
    const texts = files.map((name) => readFileSync(`${COLLECTION}/${name}`, 'utf8')).join('\n')
    expect(texts).not.toMatch(/eyJ|Bearer /)
    expect(texts.match(/\b\d{12}\b/g)).toEqual(['000000000000'])
  })
})
