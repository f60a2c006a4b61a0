import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { recordedCase } from '../../test/support/recorded-case.ts'
import { Cassette } from './cassette.ts'
import { accept, replay, saveTests } from './entry.ts'
import { printed } from './folder.ts'
import type { StageName } from './stage.ts'

let folder: string
let file: string
let recorded: Cassette
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cassettes-'))
  file = join(folder, 'a-case.json')
  recorded = await recordedCase('courses')
  await writeFile(file, printed(recorded))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const kept = async (path = file) => Cassette.parse(JSON.parse(await readFile(path, 'utf8')))
const made = async (stage: StageName) => (await replay([file], stage))[0]!.made as never

describe('replaying', () => {
  test('gives the portfolio of the recorded answers, and asks nothing that was not recorded', async () => {
    const [one] = await replay([file])
    const { sections, sources } = one!.made as Portfolio
    expect(sections.find(({ id }) => id === 'courses')?.facts.length).toBeGreaterThan(0)
    expect(sources.find(({ source }) => source === 'courses')?.outcome).toBe('answered')
    expect([one!.name, one!.missed, one!.differences]).toEqual(['a-case', [], null])
  })

  test('differs from nothing once it is accepted, and keeps the recorded answers to the byte', async () => {
    expect(await accept([folder])).toEqual([file])
    expect((await replay([file]))[0]!.differences).toEqual([])
    expect({ ...(await kept()), expected: null }).toEqual(recorded)
  })

  test('names where it is not what is expected', async () => {
    await accept([file])
    const cassette = await kept()
    const expected = JSON.parse(JSON.stringify(cassette.expected).replace(/"hours":\d+/, '"hours":1'))
    await writeFile(file, printed({ ...cassette, expected }))
    const differences = (await replay([file]))[0]!.differences ?? []
    expect(differences.map(({ pointer, before }) => [pointer.split('/').slice(-2).join('/'), before])).toEqual([['value/hours', 1]])
  })

  test('names a source that was asked what was not recorded', async () => {
    const [login] = recorded.exchanges
    await writeFile(file, printed({ ...recorded, exchanges: [login!] }))
    const [one] = await replay([file])
    expect(one!.missed).toEqual(['courses'])
  })
})

describe('what stands beside a case', () => {
  test('serves it, where it was asked for nobody', async () => {
    const [login, ...others] = recorded.exchanges
    await writeFile(file, printed({ ...recorded, exchanges: others }))
    await writeFile(join(folder, 'lists-courses.json'), printed({ ...recorded, claim: null, exchanges: [login!] }))
    expect((await replay([file]))[0]!.missed).toEqual([])
  })

  test.each([
    ['missing', 'none.json', null],
    ['no_cassette', 'other.json', '{"a":1}'],
    ['not_json', 'broken.json', '{'],
    ['no_case', 'lists.json', 'lists'],
  ])('is refused as %s: %s', async (fault, name, text) => {
    const path = join(folder, name)
    if (text !== null) await writeFile(path, text === 'lists' ? printed({ ...recorded, claim: null }) : text)
    await expect(replay([path])).rejects.toMatchObject({ name: 'CassetteFault', file: path, fault })
  })
})

describe('a stage', () => {
  test('shows whom the plan asks', async () => {
    const { asks } = (await made('plan')) as { asks: { source: string; outcome: string }[] }
    expect(asks.find(({ source }) => source === 'courses')?.outcome).toBe('asked')
  })

  test('shows the records that were answered, as they were sent', async () => {
    const outcomes = (await made('ask')) as { source: string; records: { value: { certificateNo: string } }[] }[]
    const courses = outcomes.find(({ source }) => source === 'courses')
    expect(courses?.records[0]?.value.certificateNo).toBeTypeOf('string')
  })

  test('shows the facts of the records, before and after merging', async () => {
    const held = (await made('normalise')) as { source: string; facts: { id: string }[] }[]
    const sections = (await made('merge')) as { id: string; facts: { id: string }[] }[]
    const facts = held.find(({ source }) => source === 'courses')?.facts.map(({ id }) => id)
    expect(facts?.length).toBeGreaterThan(0)
    expect(sections.find(({ id }) => id === 'courses')?.facts.map(({ id }) => id)).toEqual(facts)
  })

  test('shows the gaps that the portfolio then has', async () => {
    const [found, portfolio] = [(await made('gaps')) as Portfolio, (await made('respond')) as Portfolio]
    expect(found.gaps.length).toBeGreaterThan(0)
    expect(found.gaps).toEqual(portfolio.gaps)
  })
})

describe('saving a test', () => {
  test('writes the case with its lists and a test beside it, and what is expected stays', async () => {
    await accept([file])
    const { expected } = await kept()
    await writeFile(join(folder, 'lists-x.json'), printed({ ...recorded, claim: null, exchanges: [] }))
    const [path] = await saveTests([file], join(folder, 'tests'))
    expect(await readFile(path!, 'utf8')).toContain("replay(['test/cassettes/a-case.json'])")
    expect((await kept(join(folder, 'tests', 'a-case.json'))).expected).toEqual(expected)
  })

  test('overwrites nothing', async () => {
    const tests = join(folder, 'tests')
    await saveTests([file], tests)
    await writeFile(join(tests, 'a-case.json'), 'edited')
    await expect(saveTests([file], tests)).rejects.toMatchObject({ fault: 'exists' })
    expect(await readFile(join(tests, 'a-case.json'), 'utf8')).toBe('edited')
    expect(existsSync(join(tests, 'a-case.test.ts'))).toBe(true)
  })
})
