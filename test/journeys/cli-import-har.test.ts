import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import type { Cassette } from '../../src/cassettes/cassette.ts'
import { replayCase } from '../../src/cassettes/replay-case.ts'
import { runCli } from '../support/cli-process.ts'
import { archiveOf } from '../support/har.ts'
import { pretendGovernment } from '../support/pretend-line.ts'
import { recordedCase } from '../support/recorded-case.ts'
import { tracesOf, wordsIn } from '../support/traces.ts'

/* From the archive of a browser to a replayed portfolio, as processes of their own. */

const baseOf = (source: string) => `https://${source}.invalid/api`
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-har-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
const run = (...words: string[]) => runCli(folder, [...words, '--lang', 'en'])

/** Imports what was recorded of one source. */
async function imported(source: string, recorded: Cassette, ...words: string[]) {
  await write('browser.har', archiveOf(recorded, baseOf))
  await write('claim.json', recorded.claim)
  return run('import-har', 'browser.har', '--source', source, '--claim', 'claim.json', '--url', baseOf(source), ...words)
}

/** What would give the person of a case away. */
async function tracesIn(recorded: Cassette): Promise<readonly string[]> {
  const person = pretendGovernment().cast.find(({ iin }) => iin === recorded.claim?.iin)!
  const { portfolio } = await replayCase([recorded], { adapters })
  return tracesOf(person, portfolio)
}

describe('import-har', () => {
  test.each(['courses', 'diplomas', 'student-achievements'])('leaves nobody of an archive of %s on the disk', async (source) => {
    const recorded = await recordedCase(source)
    const { exit, err } = await imported(source, recorded, '--out', 'kept')
    expect([exit, err]).toEqual([0, expect.stringContaining('still holds persons and passwords')])
    const [traces, words] = [await tracesIn(recorded), await wordsIn(join(folder, 'kept'))]
    expect(traces.length).toBeGreaterThan(8)
    expect([...traces, 'secretofours'].filter((trace) => words.has(trace))).toEqual([])
  })

  test('gives a case that replays to the facts of the archive', async () => {
    const recorded = await recordedCase('courses')
    const real = (await replayCase([recorded], { adapters })).portfolio
    expect((await imported('courses', recorded, '--out', 'kept')).out).toMatch(
      /^written: .*\nwritten: .*\nanswers taken: \d+\nvalues replaced: /,
    )
    const { exit, out } = await run('replay', 'kept', '--json')
    const [one] = JSON.parse(out)
    const hoursOf = ({ sections }: typeof real) =>
      sections.flatMap(({ facts }) => facts.map(({ value }) => 'hours' in value && value.hours))
    expect([exit, one.differences, one.missed]).toEqual([0, [], []])
    expect([hoursOf(one.portfolio), hoursOf(real).length]).toEqual([hoursOf(real), expect.toSatisfy((many: number) => many > 0)])
  })

  test('adds a source to the case of a claim, and keeps what another one answered', async () => {
    const claimed = await recordedCase('courses')
    const other = { ...(await recordedCase('teacher-achievements')), claim: claimed.claim }
    for (const [source, one] of [
      ['courses', claimed],
      ['teacher-achievements', other],
    ] as const)
      await imported(source, one, '--out', 'kept')
    const { exit, out } = await run('replay', 'kept', '--json')
    expect([exit, JSON.parse(out).length, await readdir(join(folder, 'kept'))]).toEqual([
      0,
      1,
      expect.arrayContaining(['lists-courses.json']),
    ])
  })

  test('writes where the gateway records, with its key', async () => {
    const { out } = await imported('courses', await recordedCase('courses'), '--json')
    const { files, elsewhere, redacted } = JSON.parse(out)
    expect(files).toContainEqual(expect.stringMatching(/^\.data\/cassettes\/case-[0-9a-f]{16}\.json$/))
    expect([elsewhere, redacted.numbers > 0, await readdir(join(folder, '.data'))]).toEqual([0, true, ['cassettes', 'cassettes.key']])
  })

  test.each([
    ['no source of that name', 5, ['--source', 'no-such']],
    ['no address', 3, []],
    ['an address that is none', 3, ['--url', 'https://courses.invalid/?iin=1']],
    ['another address', 2, ['--url', 'https://other.invalid']],
    ['a claim that is none', 2, ['--claim', 'browser.har', '--url', baseOf('courses')]],
    ['no claim', 5, ['--claim', 'none.json', '--url', baseOf('courses')]],
    ['no archive', 2, ['--url', baseOf('courses')], 'claim.json'],
    ['no file', 5, ['--url', baseOf('courses')], 'none.har'],
  ])('ends with its own code and writes nothing where there is %s', async (_, exit, words, file = 'browser.har') => {
    const recorded = await recordedCase('courses')
    await imported('courses', recorded, '--help')
    const ended = await run('import-har', file, '--source', 'courses', '--claim', 'claim.json', ...words)
    expect([ended.exit, ended.err.includes(String(recorded.claim?.iin))]).toEqual([exit, false])
    expect((await readdir(folder)).filter((name) => name !== '.data')).toEqual(['browser.har', 'claim.json'])
  })

  test('refuses an archive about somebody else', async () => {
    const recorded = await recordedCase('courses')
    const somebody = pretendGovernment().cast.find(({ iin }) => iin !== recorded.claim?.iin)!
    const exchanges = recorded.exchanges.filter(({ request }) => JSON.stringify(request).includes(String(recorded.claim?.iin)))
    const { exit, err } = await imported(
      'courses',
      { ...recorded, exchanges, claim: { ...somebody.claim } as Cassette['claim'] },
      '--out',
      'kept',
    )
    expect([exit, err, await readdir(folder)]).toEqual([
      2,
      expect.stringContaining('not about the person'),
      expect.not.arrayContaining(['kept']),
    ])
  })
})
