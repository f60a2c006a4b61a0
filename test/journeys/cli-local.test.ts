import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mockEnvironment } from '../../mocks/environment.ts'
import { type Listening, startPretendGovernment } from '../../mocks/listen.ts'
import { printed } from '../../src/cassettes/folder.ts'
import { runCli, startCli } from '../support/cli-process.ts'
import { recordedCase } from '../support/recorded-case.ts'

/* What the command line does by itself, as a process of its own in a folder of its own. */

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const gateway = (words: readonly string[], environment: Record<string, string> = {}, stdin = '') =>
  runCli(folder, words, environment, stdin)

describe('conformance', () => {
  let government: Listening
  beforeAll(async () => {
    government = await startPretendGovernment()
  })
  afterAll(() => government.close())

  test('scores a server, and finds the promise that it breaks', async () => {
    const person = government.government.cast[0]!
    const environment = { ...mockEnvironment(government.url), CONFORMANCE_IIN: person.iin }
    const good = await gateway(['conformance', 'courses', '--lang', 'en'], environment)
    expect([good.exit, good.err, good.out]).toEqual([0, '', expect.stringContaining('Score: 100 %')])
    government.government.setScenario('courses', 'no-subject')
    const bad = await gateway(['conformance', 'courses', '--json'], environment)
    expect([bad.exit, JSON.parse(bad.out).promises]).toEqual([
      1,
      expect.arrayContaining([{ id: 'subject.echoed', state: 'broken', seen: expect.any(Array) }]),
    ])
    expect(`${good.out}${bad.out}`).not.toContain(person.iin)
  })

  test('takes the person from stdin and the address from an argument', async () => {
    const { DIPLOMAS_USER = '', DIPLOMAS_PASSWORD = '' } = mockEnvironment(government.url)
    const words = ['conformance', 'diplomas', '--url', `${government.url}/diplomas`, '--iin-stdin', '--json']
    const { exit, out } = await gateway(words, { DIPLOMAS_USER, DIPLOMAS_PASSWORD }, `${government.government.cast[0]!.iin}\n`)
    expect([exit, JSON.parse(out).counts.not_checked]).toEqual([0, 0])
  })

  test.each([
    ['no source of that name', 5, ['conformance', 'no-such'], {}],
    ['no address', 3, ['conformance', 'courses'], {}],
    ['a number that is none', 3, ['conformance', 'courses', '--url', 'http://127.0.0.1:9'], { CONFORMANCE_IIN: '123456789012' }],
    ['a setting that is none', 3, ['conformance', 'courses', '--url', 'http://127.0.0.1:9'], { COURSES_TIMEOUT_MS: 'soon' }],
    ['a server that is not there', 4, ['conformance', 'courses', '--url', 'http://127.0.0.1:9'], {}],
  ])('ends with its own code where there is %s', async (_, exit, words, environment) => {
    const ended = await gateway(words, environment)
    expect([ended.exit, ended.err.includes('123456789012'), ended.err.includes('soon')]).toEqual([exit, false, false])
    expect(ended.err).not.toBe('')
  })
})

describe('replay', () => {
  let file: string
  beforeEach(async () => {
    file = join(folder, 'a-case.json')
    await writeFile(file, printed(await recordedCase('courses')))
  })
  const replay = (...words: string[]) => gateway(['replay', file, '--lang', 'en', ...words])

  test('shows the portfolio, and says that nothing is expected yet', async () => {
    const { exit, out, err } = await replay()
    expect([exit, err]).toEqual([0, ''])
    expect(out).toContain('○ a-case: nothing is expected yet')
    expect(out).toMatch(/courses +answered/)
  })

  test('accepts, agrees, and finds what differs', async () => {
    expect((await replay('--accept')).exit).toBe(0)
    expect((await replay()).out).toContain('✔ a-case: as expected')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"readyToApply": false', '"readyToApply": true'))
    const { exit, out } = await replay()
    expect([exit, out]).toEqual([1, expect.stringContaining('~ /completeness/readyToApply  true → false')])
  })

  test('shows one stage', async () => {
    const { out } = await replay('--stage', 'plan', '--json')
    expect(JSON.parse(out)).toMatchObject([{ name: 'a-case', stage: 'plan', made: { channel: expect.any(String) } }])
  })

  test('writes a test where nothing stands yet', async () => {
    const saved = await replay('--save-test')
    expect([saved.exit, saved.out]).toEqual([0, 'test written: test/cassettes/a-case.test.ts\n'])
    expect((await replay('--save-test')).exit).toBe(2)
  })

  test.each([
    ['kk', 'бұл JSON емес.', 'бұл кассета емес, қате жерлері: version', 'кассетадағы өтініш дұрыс емес, қате жерлері: iin'],
    ['ru', 'это не JSON.', 'это не кассета; неверные места: version', 'заявление в кассете неверно; неверные места: iin'],
    [
      'en',
      'this is not JSON.',
      'this is no cassette, these places are wrong: version',
      'the claim of this cassette is wrong in these places: iin',
    ],
  ])('tells in %s what is no cassette, and nothing else', async (language, ...said) => {
    const cassette = await recordedCase('courses')
    const texts = ['{', printed({ ...cassette, version: 2 as 1 }), printed({ ...cassette, claim: { ...cassette.claim, iin: '1' } })]
    for (const [place, words] of said.entries()) {
      await writeFile(file, texts[place]!)
      expect(await gateway(['replay', file, '--lang', language])).toEqual({ exit: 2, out: '', err: `${file}: ${words}\n` })
    }
  })

  test('names the list beside a case that is broken, and not the case', async () => {
    const list = join(folder, 'lists-courses.json')
    await writeFile(list, '[')
    expect(await replay()).toEqual({ exit: 2, out: '', err: `${list}: this is not JSON.\n` })
  })

  test('tells of a file that is not there', async () => {
    expect((await gateway(['replay', 'none.json'])).exit).toBe(5)
  })

  test('runs again when something is saved, and tells only what changed', async () => {
    await mkdir(join(folder, 'src'))
    const child = startCli(folder, ['replay', file, '--watch', '--lang', 'en'])
    const [out, err] = [listened(child.stdout!), listened(child.stderr!)]
    await err.until('Waiting for saves')
    out.forget()
    await writeFile(join(folder, 'src', 'anything.ts'), '')
    await out.until('Nothing changed.')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"hours": 72/, '"hours": 36'))
    await out.until('72 → 36')
    const left = JSON.parse(await readFile(file, 'utf8')) as { exchanges: unknown[] }
    await writeFile(file, JSON.stringify({ ...left, exchanges: left.exchanges.slice(0, 1) }))
    await out.until('source_unavailable')
    expect(out.said()).not.toContain('Portfolio')
    expect(`${out.said()}${err.said()}`).not.toMatch(/[{}]/)
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([0, null])
  })
})

/** What a process says, to be waited for. */
function listened(stream: NodeJS.ReadableStream) {
  let said = ''
  stream.on('data', (chunk) => {
    said += String(chunk)
  })
  return {
    said: () => said,
    forget: () => {
      said = ''
    },
    async until(words: string) {
      while (!said.includes(words)) await once(stream, 'data')
    },
  }
}
