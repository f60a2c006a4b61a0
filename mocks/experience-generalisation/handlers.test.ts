import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPretendGovernment } from '../host.ts'

const government = createPretendGovernment({ seed: 'test', today: '2026-11-24' })
const first = government.cast[0]!

interface Entry {
  readonly file: string
  readonly rows: number
  readonly sha256: string
  readonly region: string
  readonly date: string
}

function get(name: string, scenario = 'ok', authorization = 'Token mock-only-drops') {
  const headers = { authorization, 'x-mock-scenario': scenario }
  return government.fetch(new Request(`http://government.test/experience-generalisation/drops/${name}`, { headers }))
}

async function manifest(scenario = 'ok'): Promise<readonly Entry[]> {
  return (await (await get('manifest.json', scenario)).json()) as Entry[]
}

async function bytesOf({ file }: Entry, scenario = 'ok'): Promise<Buffer> {
  return Buffer.from(await (await get(file, scenario)).arrayBuffer())
}

const isUtf8 = (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))

test('announces what it sends: hash and rows of each file', async () => {
  for (const entry of await manifest()) {
    const bytes = await bytesOf(entry)
    expect(entry).toMatchObject({ sha256: createHash('sha256').update(bytes).digest('hex'), date: '2026-11-24' })
    expect(bytes.toString('latin1').trimEnd().split('\n')).toHaveLength(entry.rows + 1)
  }
})

test('writes windows-1251 in one region, which is not that of the first of the cast', async () => {
  const entries = await manifest()
  const files = await Promise.all(entries.map((entry) => bytesOf(entry)))
  const old = entries.filter((_, place) => !isUtf8(files[place]!))
  expect(old).toHaveLength(1)
  expect(old[0]?.region).not.toBe(first.region)
})

test('puts nobody without experience into a file, and the one of another region into its file', async () => {
  const other = government.cast.find(({ archetype }) => archetype === 'expert-other-region')!
  const rural = government.cast.find(({ archetype }) => archetype === 'moderator-rural')!
  for (const entry of await manifest()) {
    const text = (await bytesOf(entry)).toString('latin1')
    expect(text).not.toContain(rural.iin)
    if (entry.region === other.region) expect(text).not.toContain(other.iin)
  }
})

test.each([
  ['bad-hash', 'sha256'],
  ['rows-missing', 'rows'],
  ['yesterday', 'date'],
] as const)('announces under %s another %s', async (scenario, key) => {
  const [usual, played] = [await manifest(), await manifest(scenario)]
  expect(played.map((entry) => entry[key])).not.toEqual(usual.map((entry) => entry[key]))
})

test('misses under region-missing the file of the first of the cast alone', async () => {
  const regions = (await manifest('region-missing')).map(({ region }) => region)
  expect((await manifest()).map(({ region }) => region).filter((region) => !regions.includes(region))).toEqual([first.region])
})

test.each([
  ['another token', 'manifest.json', 'Token x', 401],
  ['another scheme', 'manifest.json', 'Bearer mock-only-drops', 401],
  ['a file that there is not', 'ped_experience_00.csv', undefined, 404],
])('refuses %s in plain text', async (_, name, authorization, status) => {
  const answer = await get(name, 'ok', authorization)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8'])
})
