import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { createHub } from '../../mocks/hub.ts'
import { openModes } from '../../src/cassettes/open.ts'
import { quietLog } from '../../src/cassettes/quiet.ts'
import { ConfigError, readConfig } from '../../src/config.ts'
import type { HttpRequest, Transport } from '../../src/ports.ts'

const IIN = '850312200016'
const BASE = 'http://127.0.0.1:1/courses'
let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'modes-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

/** The modes of a process, over a source that answers or, without an answer, must not be asked. */
function opened(mode: string, answer: string | null, more: Record<string, string> = {}) {
  const config = readConfig(
    { DATA_DIR: dataDir, COURSES_URL: BASE, COURSES_MODE: mode, ...more },
    adapters.map(({ id }) => id),
  )
  const transport: Transport = async () => {
    if (answer === null) throw new Error('asked')
    return { status: 200, header: () => null, bytes: new TextEncoder().encode(answer) }
  }
  return openModes({ config, adapters, transport, clock: { now: () => 0, monotonic: () => 0 }, log: quietLog })
}
const request: HttpRequest = {
  ...{ url: `${BASE}/list`, method: 'GET', headers: { authorization: 'Bearer secret-of-ours' }, body: null },
  ...{ signal: new AbortController().signal, maxBytes: 1000 },
}

test('records into the folder beside the data, and replays from there without a call', async () => {
  const recording = await opened('record', `{"items":[{"iin":"${IIN}"}]}`)
  await recording.transport(request)
  await recording.close()
  expect(await readdir(join(dataDir, 'cassettes'))).toEqual(['lists-courses.json'])
  expect((await readdir(dataDir)).sort()).toEqual(['cassettes', 'cassettes.key'])
  const { bytes } = await (await opened('replay', null)).transport(request)
  expect(new TextDecoder().decode(bytes)).toMatch(/^\{"items":\[\{"iin":"\d{12}"\}\]\}$/)
  expect(new TextDecoder().decode(bytes)).not.toContain(IIN)
})

test('asks a source of no mode as it is', async () => {
  const { transport } = await opened('replay', '"live"')
  const { bytes } = await transport({ ...request, url: `${BASE}-of-others/list` })
  expect(new TextDecoder().decode(bytes)).toBe('"live"')
})

/** The modes of a process whose courses are played by the pretend government, under a key of its own. */
function acting(scenario: string) {
  const environment = {
    DATA_DIR: dataDir,
    COURSES_URL: 'http://127.0.0.1:1/~me/courses',
    COURSES_MODE: 'scenario',
    COURSES_SCENARIO: scenario,
  }
  const hub = createHub({ seed: 'test', today: '2026-11-24' })
  const transport: Transport = async ({ url, method, headers }) => {
    const answer = await hub.fetch(new Request(url, { method, headers }))
    return { status: answer.status, header: (name) => answer.headers.get(name), bytes: new Uint8Array(await answer.arrayBuffer()) }
  }
  const config = readConfig(
    environment,
    adapters.map(({ id }) => id),
  )
  return openModes({ config, adapters, transport, clock: { now: () => 0, monotonic: () => 0 }, log: quietLog })
}

test.each([
  ['htp-503', 'COURSES_SCENARIO (http-503? npm run -s mocks -- --list)'],
  ['no-such-thing-at-all-anywhere', 'COURSES_SCENARIO (npm run -s mocks -- --list)'],
])('refuses the scenario %s, which nobody plays', async (scenario, fault) => {
  await expect(acting(scenario)).rejects.toMatchObject({ name: 'ConfigError', faults: [fault] })
})

test.each(['http-503', 'Q33'])('takes the scenario %s by its name or id', async (scenario) => {
  await expect(acting(scenario)).resolves.toMatchObject({ transport: expect.any(Function) })
})

test('takes a scenario where nobody is there yet who could know it', async () => {
  const answers = await opened('scenario', 'no page of ours', { COURSES_SCENARIO: 'http-503' })
  expect(answers.transport).toBeTypeOf('function')
})

test('refuses a folder that holds something else, and rules that cannot be read', async () => {
  await writeFile(join(dataDir, 'broken.json'), '{}')
  await expect(opened('replay', null, { CASSETTES_DIR: dataDir })).rejects.toThrow(/CASSETTES_DIR \(broken\.json/)
  await expect(opened('diff', null, { CASSETTES_IGNORE: join(dataDir, 'none') })).rejects.toThrow(ConfigError)
})
