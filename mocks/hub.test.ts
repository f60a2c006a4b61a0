import { describe, expect, test } from 'vitest'
import { createHub, type Hub } from './hub.ts'

const ORIGIN = 'http://government.test'
const hub = (options = {}) => createHub({ seed: 'test', today: '2026-11-24', ...options })
const MANIFEST = '/experience-generalisation/drops/manifest.json'
const CARD = { authorization: 'Token mock-only-drops' }

async function statusOf(hosts: Hub, path: string, headers: Record<string, string> = {}): Promise<number> {
  return (await hosts.fetch(new Request(ORIGIN + path, { headers: { ...CARD, ...headers } }))).status
}

describe('keys', () => {
  test('give everybody switches and a journal of his own, by path and by header', async () => {
    const hosts = hub()
    hosts.of('alice').setScenario('experience-generalisation', 'http-503')
    const statuses = [
      await statusOf(hosts, `/~alice${MANIFEST}`),
      await statusOf(hosts, MANIFEST, { 'x-mock-key': 'alice' }),
      await statusOf(hosts, `/~bob${MANIFEST}`),
      await statusOf(hosts, MANIFEST),
    ]
    expect(statuses).toEqual([503, 503, 200, 200])
    expect([hosts.of('alice'), hosts.of('bob'), hosts.main].map(({ journal }) => journal.length)).toEqual([2, 1, 1])
  })

  test('fall back to the switches of nobody, then to the environment', async () => {
    const steps = [{ scenario: 'http-404', delay: null, times: null }]
    const hosts = hub({ scenarios: { 'experience-generalisation': steps } })
    expect(await statusOf(hosts, `/~alice${MANIFEST}`)).toBe(404)
    hosts.main.setScenario('experience-generalisation', 'http-503')
    expect(await statusOf(hosts, `/~alice${MANIFEST}`)).toBe(503)
    hosts.of('alice').setScenario('experience-generalisation', 'ok')
    expect([await statusOf(hosts, `/~alice${MANIFEST}`), await statusOf(hosts, MANIFEST)]).toEqual([200, 503])
    hosts.main.reset()
    expect(await statusOf(hosts, MANIFEST)).toBe(404)
  })

  test('have people and seed in common', () => {
    const hosts = hub()
    expect(hosts.of('alice').cast).toEqual(hosts.main.cast)
  })

  test('keep the sessions of one from another', async () => {
    const hosts = hub()
    const form = 'grant_type=client_credentials&client_id=mock-gateway&client_secret=mock-only-courses'
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const login = await hosts.fetch(new Request(`${ORIGIN}/~alice/courses/oauth/token`, { method: 'POST', headers, body: form }))
    const { access_token } = (await login.json()) as { access_token: string }
    const ask = (key: string) => {
      const bearer = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
      const body = JSON.stringify({ iin: hosts.main.cast[0]?.iin, limit: 5 })
      return hosts.fetch(new Request(`${ORIGIN}/~${key}/courses/api/v1/certificates/search`, { method: 'POST', headers: bearer, body }))
    }
    expect([(await ask('alice')).status, (await ask('bob')).status]).toEqual([200, 401])
  })

  test('are forgotten when there are too many, the one used longest ago first', () => {
    const hosts = hub()
    const [first, second] = [hosts.of('key-0'), hosts.of('key-1')]
    for (let serial = 2; serial < 200; serial++) hosts.of(`key-${serial}`)
    expect(hosts.of('key-0')).toBe(first)
    hosts.of('one-more')
    expect([hosts.of('key-0') === first, hosts.of('key-1') === second]).toEqual([true, false])
  })

  test('keep the last thousand lines of a journal, and fewer than callers without a key', async () => {
    const hosts = hub()
    for (let line = 0; line < 1001; line++) {
      await hosts.fetch(new Request(`${ORIGIN}/~alice/nothing`))
      await hosts.fetch(new Request(`${ORIGIN}/nothing`))
    }
    expect([hosts.of('alice').journal.length, hosts.main.journal.length]).toEqual([1000, 1001])
  })

  test('are known by a tilde with a percent sign', async () => {
    const hosts = hub()
    hosts.of('alice').setScenario('diplomas', 'http-401')
    await hosts.fetch(new Request(`${ORIGIN}/%7Ealice/diplomas`, { method: 'POST' }))
    expect([hosts.of('alice').journal.length, hosts.main.journal.length]).toEqual([1, 0])
  })

  test.each(['/~/diplomas', '/~a%20b/diplomas', `/~${'a'.repeat(65)}/diplomas`])('are refused where they can be none: %s', async (path) => {
    expect(await statusOf(hub(), path)).toBe(422)
  })
})

describe('the rate', () => {
  test('is kept for each key by itself, with the words of the source', async () => {
    let now = Date.parse('2026-11-24T05:00:00Z')
    const hosts = hub({ now: () => now, rates: { 'experience-generalisation': 2, diplomas: 1 } })
    const burst = [await statusOf(hosts, MANIFEST), await statusOf(hosts, MANIFEST), await statusOf(hosts, MANIFEST)]
    expect([...burst, await statusOf(hosts, `/~alice${MANIFEST}`)]).toEqual([200, 200, 429, 200])
    now += 500
    expect([await statusOf(hosts, MANIFEST), await statusOf(hosts, MANIFEST)]).toEqual([200, 429])
    const bus = () =>
      hosts.fetch(new Request(`${ORIGIN}/diplomas`, { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } }))
    const [first, second] = [await bus(), await bus()]
    expect([first.status, second.status, (await second.text()).includes('SCE909')]).toEqual([401, 500, true])
  })
})
