import { describe, expect, test } from 'vitest'
import { ARCHETYPES } from '../cast/archetypes.ts'
import { createHub, type Hub } from '../hub.ts'
import { mocks } from '../mocks.ts'
import { OF_ALL } from '../plays.ts'
import { aboutOf } from './abouts.ts'
import { expectationOf } from './expectations.ts'
import { LANGUAGES, TITLES, texts } from './texts.ts'

const ORIGIN = 'http://government.test'
const hub = () => createHub({ seed: 'test', today: '2026-11-24' })
const SAME = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }

async function look(hosts: Hub, query = '', headers: Record<string, string> = {}): Promise<string> {
  return (await hosts.fetch(new Request(`${ORIGIN}/__mock/ui${query}`, { headers }))).text()
}

function press(hosts: Hub, path: string, form: Record<string, string>, headers: Record<string, string> = SAME): Promise<Response> {
  return hosts.fetch(new Request(ORIGIN + path, { method: 'POST', headers, body: new URLSearchParams(form).toString() }))
}

describe('the page', () => {
  test.each([
    ['', {}, 'kk'],
    ['', { 'accept-language': 'de, en-GB;q=0.5, ru;q=0.8' }, 'ru'],
    ['?lang=en', { 'accept-language': 'ru' }, 'en'],
  ])('speaks for %j and %j the language %s', async (query, headers, language) => {
    const html = await look(hub(), query, headers)
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(`<h1>${texts.title[language as 'kk']}</h1>`)
  })

  test('has every source and every word of its own in three languages', () => {
    expect(mocks.map(({ id }) => id).filter((id) => !TITLES[id])).toEqual([])
    for (const text of Object.values(texts)) expect(LANGUAGES.every((language) => text[language].length > 2)).toBe(true)
  })

  test.each(['kk', 'ru'] as const)('says in %s what to expect of everybody, with the same codes', (language) => {
    const codes = (text: string) => (text.match(/[a-z]+(?:_[a-z]+)+/g) ?? []).sort()
    for (const { name, expect: english } of ARCHETYPES) {
      const said = expectationOf(name, language) ?? ''
      expect([name, codes(said)]).toEqual([name, codes(english)])
      expect(said).toMatch(/[а-яәғқңөұүһі]{4}/i)
    }
  })

  test.each(['kk', 'ru'] as const)('says in %s what every source can play', (language) => {
    for (const { name } of OF_ALL) expect([name, aboutOf(name, language)]).toEqual([name, expect.stringMatching(/[а-яәғқңөұүһі]{3}/i)])
    expect(aboutOf('ok', 'en')).toBeNull()
  })

  test('needs nothing from elsewhere and no script', async () => {
    const answer = await hub().fetch(new Request(`${ORIGIN}/__mock/ui`))
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await answer.text()).not.toMatch(/<script|https?:\/\/|\son\w+=/)
  })

  test('shows near misses, and nothing of a person in the journal', async () => {
    const hosts = hub()
    await hosts.fetch(new Request(`${ORIGIN}/diplomas/${hosts.main.cast[0]?.iin}`, { method: 'POST' }))
    const journal = (await look(hosts, '?lang=en')).split('id="journal"')[1]
    expect(journal).toContain('<code>POST /diplomas/…</code>')
    expect(journal?.split('id="legend"')[0]).not.toContain(hosts.main.cast[0]?.iin)
  })

  test.each(['', '/~alice'])('shows what the environment has switched on without a button that ends it, on the page %j', async (key) => {
    const scenarios = { diplomas: [{ scenario: 'http-503', delay: null, times: null }] }
    const hosts = createHub({ seed: 'test', today: '2026-11-24', scenarios })
    const card = (await (await hosts.fetch(new Request(`${ORIGIN}${key}/__mock/ui?lang=ru`))).text())
      .split('id="diplomas"')[1]
      ?.split('</section>')[0]
    expect(card).toContain(`<code>http-503</code> · ${texts.everybody.ru} · ${texts.ofEnvironment.ru}`)
    expect(card).not.toContain('ui/off')
    expect(card).not.toContain(texts.usual.ru)
  })
})

describe('the forms', () => {
  test('switch on and off for a key, and go back to its page', async () => {
    const hosts = hub()
    const form = { source: 'diplomas', scenario: 'slow', person: '2', times: '3', delay: 'drip(8,5)', steps: '', lang: 'ru' }
    const answer = await press(hosts, '/~alice/__mock/ui/on', form)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '../ui?lang=ru#diplomas'])
    const step = { scenario: 'slow', times: 3, delay: { kind: 'drip', bytes: 8, everyMs: 5 } }
    expect(hosts.of('alice').switches()).toEqual([{ source: 'diplomas', person: hosts.main.cast[2]?.iin, steps: [step] }])
    await press(hosts, '/~alice/__mock/ui/off', { source: 'diplomas', person: '2' })
    expect([...hosts.of('alice').switches(), ...hosts.main.switches()]).toEqual([])
  })

  test('take a sequence in one line', async () => {
    const hosts = hub()
    await press(hosts, '/__mock/ui/on', { source: 'diplomas', scenario: 'ok', steps: 'http-503*1; slow@500*2; ok' })
    expect(await look(hosts)).toContain('<code>http-503*1; slow@500*2; ok</code>')
  })

  test.each([
    { source: 'diplomas', scenario: 'slow', times: 'many' },
    { source: 'diplomas', scenario: 'slow', delay: '<b>' },
    { source: 'diplomas', scenario: 'ok', steps: 'slow slow' },
    { source: 'nowhere', scenario: 'ok' },
  ])('refuse %j with the reason on the page', async (form) => {
    const hosts = hub()
    const answer = await press(hosts, '/__mock/ui/on', form)
    expect([answer.status, hosts.main.switches()]).toEqual([422, []])
    const html = await answer.text()
    expect(html).toContain('role="alert"')
    expect(html).not.toContain('<b>slow')
  })

  test.each(['on', 'off', 'reset'])('do nothing for a form of another page: %s', async (path) => {
    const hosts = hub()
    hosts.main.setScenario('diplomas', 'down')
    const form = { source: 'diplomas', scenario: 'slow' }
    const foreign = { origin: 'http://elsewhere.test', 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' }
    expect((await press(hosts, `/__mock/ui/${path}`, form, foreign)).status).toBe(403)
    expect(hosts.main.switches()).toMatchObject([{ steps: [{ scenario: 'down' }] }])
  })

  test.each(['999', 'nobody'])('switch nothing off for %s, who is nobody', async (person) => {
    const hosts = hub()
    hosts.main.setScenario('diplomas', 'down')
    await press(hosts, '/__mock/ui/off', { source: 'diplomas', person })
    expect(hosts.main.switches()).toHaveLength(1)
  })

  test('forget everything', async () => {
    const hosts = hub()
    hosts.main.setScenario('diplomas', 'down')
    await press(hosts, '/__mock/ui/reset', { lang: 'kk' })
    expect([...hosts.main.switches(), ...hosts.main.journal]).toEqual([])
  })
})
