import { describe, expect, test } from 'vitest'
import { createPretendGovernment, type PretendGovernment } from './host.ts'
import { createHub, type Hub } from './hub.ts'

const government = () => createPretendGovernment({ seed: 'test', today: '2026-11-24' })
const ORIGIN = 'http://government.test'

async function send(mocks: PretendGovernment, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await mocks.fetch(new Request(`${ORIGIN}/__mock${path}`, { method, headers, ...(body !== undefined && { body: text }) }))
  return { status: answer.status, json: (await answer.json().catch(() => null)) as Record<string, unknown> }
}

describe('the environment', () => {
  const scenarios = { diplomas: [{ scenario: 'http-503', delay: null, times: 2 }] }
  const look = async (hosts: Hub, path: string) => (await hosts.fetch(new Request(`http://government.test${path}`))).json()

  test.each(['/__mock', '/~alice/__mock', '/__mock/scenarios'])(
    'is told on %s apart from what is switched on, as much as is left of it',
    async (path) => {
      const hosts = createHub({ seed: 'test', today: '2026-11-24', scenarios })
      const told = (times: number) => [{ source: 'diplomas', person: null, steps: [{ scenario: 'http-503', delay: null, times }] }]
      expect(await look(hosts, path)).toMatchObject({ environment: told(2) })
      await hosts.fetch(new Request('http://government.test/diplomas', { method: 'POST', body: 'x' }))
      expect(await look(hosts, path)).toMatchObject({ environment: told(1) })
      await hosts.fetch(new Request('http://government.test/__mock/scenarios', { method: 'DELETE' }))
      expect(await look(hosts, path)).toMatchObject({ environment: told(1) })
      expect(JSON.stringify(await look(hosts, path))).not.toContain('"switches":[{')
    },
  )
})

describe('the admin API', () => {
  test('switches steps of a person by id and by name, and shows what is left', async () => {
    const mocks = government()
    const steps = [{ scenario: 'Q05', times: 1, delay: '100-400' }, { scenario: 'slow' }]
    const { status } = await send(mocks, 'PUT', '/scenarios/diplomas', { steps, person: 'expert-complete' })
    const { json } = await send(mocks, 'GET', '/scenarios/diplomas')
    const [first, second] = [{ kind: 'uniform', from: 100, to: 400 }, null]
    const left = [
      { scenario: 'mojibake', times: 1, delay: first },
      { scenario: 'slow', times: null, delay: second },
    ]
    expect([status, json]).toEqual([200, { items: [{ source: 'diplomas', person: 0, steps: left }] }])
  })

  test('never shows the number of the person who was switched', async () => {
    const mocks = government()
    const iin = mocks.cast[3]?.iin ?? ''
    const set = await send(mocks, 'PUT', '/scenarios/diplomas', { scenario: 'down', person: iin })
    expect(set.json).toMatchObject({ person: 3, scenario: 'down' })
    expect(JSON.stringify([set.json, (await send(mocks, 'GET', '/scenarios')).json])).not.toContain(iin)
  })

  test.each([
    ['{', 'the body is no JSON'],
    [{}, 'either scenario and delay, or steps'],
    [{ scenario: 'nothing-like-it' }, 'diplomas plays no such scenario'],
    [{ scenario: 'cursor-loop' }, 'it fits courses'],
    [{ scenario: 'ok', steps: [{ scenario: 'ok' }] }, 'either'],
    [{ scenario: 'ok', delay: 'soon' }, 'a delay is one of 250'],
    [{ scenario: 'ok', delay: { kind: 'fixed', ms: 1e9 } }, 'at most 120000 ms'],
    [{ scenario: 'ok', times: 0 }, 'expected number to be >=1'],
    [{ scenario: 'ok', person: 'nobody' }, 'nobody of the cast'],
    [{ steps: [{ scenario: 'slow' }, { scenario: 'ok' }] }, 'this step never ends'],
    [{ scenario: 'ok', time: 3 }, 'Unrecognized key'],
  ])('refuses %j and changes nothing', async (body, message) => {
    const mocks = government()
    mocks.setScenario('diplomas', 'slow')
    const before = JSON.stringify(mocks.switches())
    const { status, json } = await send(mocks, 'PUT', '/scenarios/diplomas', body)
    expect([status, JSON.stringify(json.issues)]).toEqual([422, expect.stringContaining(message)])
    expect(JSON.stringify(mocks.switches())).toBe(before)
  })

  test('tells all that is wrong with a switch at once', async () => {
    const { json } = await send(government(), 'PUT', '/scenarios/diplomas', { steps: [{ scenario: 'nowhere', delay: 'soon' }] })
    expect(json.issues).toMatchObject([{ path: 'steps.0.delay' }, { path: 'steps.0.scenario' }])
    const one = await send(government(), 'PUT', '/scenarios/diplomas', { scenario: 'nowhere', delay: 'soon' })
    expect(one.json.issues).toMatchObject([{ path: 'delay' }, { path: 'scenario' }])
  })

  test('knows no source that nobody plays', async () => {
    expect((await send(government(), 'PUT', '/scenarios/elsewhere', { scenario: 'ok' })).status).toBe(404)
  })

  test('takes switches off one by one and all together, and forgets all on reset', async () => {
    const mocks = government()
    for (const source of ['diplomas', 'courses', 'employment']) mocks.setScenario(source, 'slow')
    await send(mocks, 'DELETE', '/scenarios/diplomas')
    expect(mocks.switches().map(({ source }) => source)).toEqual(['courses', 'employment'])
    await send(mocks, 'DELETE', '/scenarios')
    expect(mocks.switches()).toEqual([])
    await mocks.fetch(new Request(`${ORIGIN}/elsewhere`))
    await send(mocks, 'POST', '/reset')
    expect(mocks.journal).toEqual([])
  })

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://government.test:3000' },
    { origin: 'http://government.test:3000' },
    { origin: 'null' },
  ])('does nothing for the page of somebody else: %j', async (headers) => {
    expect((await send(government(), 'POST', '/reset', undefined, headers as Record<string, string>)).status).toBe(403)
  })

  test('does what a program, and its own page, asks for', async () => {
    const own = { 'sec-fetch-site': 'same-origin', origin: ORIGIN }
    expect((await send(government(), 'POST', '/reset', undefined, own)).status).toBe(200)
  })

  test('repeats no number that was sent as a key', async () => {
    const mocks = government()
    const { json } = await send(mocks, 'PUT', '/scenarios/diplomas', { scenario: 'ok', [String(mocks.cast[0]?.iin)]: 1 })
    expect(JSON.stringify(json.issues)).not.toMatch(/\d{10}/)
  })
})
