import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { castOf } from './cast/crowd.ts'
import { mockEnvironment } from './environment.ts'
import { createPretendGovernment } from './host.ts'
import { startPretendGovernment } from './listen.ts'
import { mockNamed, mocks } from './mocks.ts'
import { playsOf, SCENARIOS } from './scenarios.ts'

const TODAY = '2026-11-24'
const government = () => createPretendGovernment({ seed: 'test', today: TODAY })
const ORIGIN = 'http://government.test'

const DIPLOMAS = mockNamed('diplomas')?.credentials

function soap(iin: string, { user, password } = DIPLOMAS ?? {}, service = 'MOCK_EDU_DIPLOMA_BY_IIN'): Request {
  const sender = `<sender><senderId>${user}</senderId><password>${password}</password></sender>`
  const info = `<messageId>m-1</messageId><serviceId>${service}</serviceId><messageDate>2026-11-24T10:00:00.000+05:00</messageDate>${sender}`
  const body = `<SendMessage><request><requestInfo>${info}</requestInfo><requestData><data><iin>${iin}</iin></data></requestData></request></SendMessage>`
  return new Request(`${ORIGIN}/diplomas`, { method: 'POST', headers: { 'content-type': 'text/xml; charset=utf-8' }, body })
}

describe('cast', () => {
  test('is the same for the same seed and another for another', () => {
    expect(castOf('a', TODAY)).toEqual(castOf('a', TODAY))
    expect(castOf('a', TODAY)[0]?.iin).not.toBe(castOf('b', TODAY)[0]?.iin)
  })

  test('holds people who never were, each with a number of his own', () => {
    const numbers = ['a', 'b', 'c', 'd'].flatMap((seed) => castOf(seed, TODAY).map(({ iin }) => iin))
    expect(numbers.every((iin) => /^\d{6}[12]\d{5}$/.test(iin))).toBe(true)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('has two namesakes with neighbouring numbers', () => {
    const [one, other] = ['expert-namesake', 'expert-neighbour'].map((name) =>
      castOf('a', TODAY).find(({ archetype }) => archetype === name),
    )
    expect([other?.surname, other?.name, other?.birthDate]).toEqual([one?.surname, one?.name, one?.birthDate])
    expect(other?.iin.slice(0, 7)).toBe(one?.iin.slice(0, 7))
    expect(other?.iin).not.toBe(one?.iin)
  })
})

describe('handlers', () => {
  test('answer about the person asked', async () => {
    const mocks = government()
    const text = await (await mocks.fetch(soap(mocks.cast[0]!.iin))).text()
    expect(text).toContain(mocks.cast[0]!.iin)
    expect(text).toContain('<code>SCSS001</code>')
  })

  test('refuse a wrong sender, content type, service and question', async () => {
    const mocks = government()
    const iin = mocks.cast[0]!.iin
    expect((await mocks.fetch(soap(iin, { user: 'x', password: 'y' }))).status).toBe(401)
    const plain = new Request(soap(iin), { headers: { 'content-type': 'text/plain' } })
    expect((await mocks.fetch(plain)).status).toBe(415)
    expect(await (await mocks.fetch(soap(iin, DIPLOMAS, 'OTHER'))).text()).toContain('SCE004')
    expect(await (await mocks.fetch(soap(''))).text()).toContain('SCE001')
  })

  test('say 501 where nobody is played', async () => {
    expect((await government().fetch(new Request(`${ORIGIN}/elsewhere`))).status).toBe(501)
  })

  test('keep the journal free of numbers and names', async () => {
    const mocks = government()
    await mocks.fetch(soap(mocks.cast[0]!.iin))
    const journal = JSON.stringify(mocks.journal)
    expect(mocks.journal).toMatchObject([{ source: 'diplomas', person: 0, scenario: 'ok', status: 200 }])
    expect(journal).not.toContain(mocks.cast[0]!.iin)
    expect(journal).not.toContain(mocks.cast[0]!.surname)
  })
})

describe('scenarios', () => {
  test('prefer the header, then the person, then the source', async () => {
    const mocks = government()
    const [first, second] = mocks.cast
    mocks.setScenario('diplomas', 'http-503')
    mocks.setScenario('diplomas', 'http-404', { person: first!.iin })
    const asked = async (iin: string, header?: string) => {
      const request = soap(iin)
      if (header) request.headers.set('x-mock-scenario', header)
      return (await mocks.fetch(request)).status
    }
    expect([await asked(first!.iin, 'http-401'), await asked(first!.iin), await asked(second!.iin)]).toEqual([401, 404, 503])
  })

  test('are refused in a header that nobody could mean, with the closest', async () => {
    const mocks = government()
    const request = soap(mocks.cast[0]!.iin)
    request.headers.set('x-mock-scenario', 'http-5003')
    request.headers.set('x-mock-delay', 'soon')
    const answer = await mocks.fetch(request)
    expect(answer.status).toBe(422)
    const { issues } = (await answer.json()) as { issues: { path: string; message: string }[] }
    expect(issues.map(({ path }) => path)).toEqual(['X-Mock-Scenario', 'X-Mock-Delay'])
    expect(issues[0]?.message).toContain('the closest is http-503')
    expect(mocks.journal.map(({ status }) => status)).toEqual([422])
  })

  test('of other sources are passed over in a header', async () => {
    const mocks = government()
    const request = soap(mocks.cast[0]!.iin)
    request.headers.set('x-mock-scenario', 'cursor-loop')
    expect((await mocks.fetch(request)).status).toBe(200)
  })

  test('know a thousand questions that failed again, and forget the oldest first', async () => {
    const mocks = government()
    mocks.setScenario('experience-generalisation', 'flapping')
    const ask = async (question: number) => {
      const url = `http://government.test/experience-generalisation/drops/manifest.json?question=${question}`
      return (await mocks.fetch(new Request(url, { headers: { authorization: 'Token mock-only-drops' } }))).status
    }
    const first = []
    for (let question = 0; question <= 1000; question++) first.push(await ask(question))
    expect(new Set(first)).toEqual(new Set([500]))
    expect([await ask(1000), await ask(1), await ask(0)]).toEqual([200, 200, 500])
  })

  test('keep the last lines of the journal', async () => {
    const mocks = createPretendGovernment({ seed: 'test', today: '2026-11-24', journalLines: 2 })
    for (const path of ['a', 'b', 'diplomas']) await mocks.fetch(new Request(`http://government.test/${path}`))
    expect(mocks.journal.map(({ source }) => source)).toEqual(['-', 'diplomas'])
  })

  test('end after so many requests', async () => {
    const mocks = government()
    mocks.setScenario('diplomas', 'http-503', { times: 1 })
    const iin = mocks.cast[0]!.iin
    expect([(await mocks.fetch(soap(iin))).status, (await mocks.fetch(soap(iin))).status]).toEqual([503, 200])
  })

  test('refuse a name that does not fit the source', () => {
    expect(() => government().setScenario('student-achievements', 'shep-fault')).toThrow(RangeError)
  })

  test('mean the same wherever they are played', () => {
    const plays = mocks.flatMap(playsOf)
    const meanings = new Map(plays.map((play) => [play.name, JSON.stringify(play.expected)]))
    expect(plays.filter(({ name, expected }) => meanings.get(name) !== JSON.stringify(expected))).toEqual([])
  })

  test('are documented one by one', () => {
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    const missing = SCENARIOS.map(({ name }) => `\`${name}\``).filter((name) => !readme.includes(name))
    expect(missing).toEqual([])
  })
})

describe('real port', () => {
  test('really breaks a connection and really cuts a body', async () => {
    const { url, government: mocks, close } = await startPretendGovernment({ seed: 'test', today: TODAY })
    const ask = () => fetch(new Request(`${url}/diplomas`, soap(mocks.cast[0]!.iin)))
    mocks.setScenario('diplomas', 'down')
    await expect(ask()).rejects.toThrow()
    mocks.setScenario('diplomas', 'truncated')
    await expect(ask().then((answer) => answer.text())).rejects.toThrow()
    await close()
  })

  test('names a URL and credentials for every source', () => {
    const environment = mockEnvironment('http://127.0.0.1:1')
    for (const { id } of mocks) expect(environment[`${id.toUpperCase().replaceAll('-', '_')}_URL`]).toBe(`http://127.0.0.1:1/${id}`)
    expect(environment.DIPLOMAS_USER).toBe(DIPLOMAS?.user)
  })
})
