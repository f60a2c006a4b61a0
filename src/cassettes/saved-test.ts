import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Case, CassetteFault, nameOf } from './cases.ts'
import type { Cassette } from './cassette.ts'
import { printed } from './folder.ts'

/** Written only where nothing stands yet: a test that somebody has edited is not overwritten. */
const NEW = { flag: 'wx' } as const

function testOf(name: string): string {
  return `import { expect, test } from 'vitest'
import { replay } from '../../src/cassettes/entry.ts'

/*
 * One recorded case and the portfolio that it should give. Where \`expected\` in ${name}.json says something else than the code makes of
 * the recorded answers, this test fails; \`npm run gateway -- replay test/cassettes/${name}.json\` shows the differences.
 */

test('gives the expected portfolio of ${name}', async () => {
  const [replayed] = await replay(['test/cassettes/${name}.json'])
  expect(replayed?.differences).toEqual([])
})
`
}

/** Letters, digits and hyphens: the name stands in a file name and in a text. */
function plainName(file: string): string {
  return (
    nameOf(file)
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'case'
  )
}

/** The cassette by itself, with the lists that it needs inside, and the test beside it. Gives the path of the test. Throws `CassetteFault`. */
export async function saveTest({ file, cassette, lists }: Case, expected: Cassette['expected'], folder: string): Promise<string> {
  const name = plainName(file)
  const exchanges = [...lists.flatMap((list) => list.exchanges), ...cassette.exchanges]
  const path = join(folder, `${name}.test.ts`)
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(join(folder, `${name}.json`), printed({ ...cassette, exchanges, expected }), NEW)
    await writeFile(path, testOf(name), NEW)
  } catch {
    throw new CassetteFault(path, 'exists')
  }
  return path
}
