import { editions } from '../src/rulebook/index.ts'
import { argumentsIn, USAGE } from './new-source/arguments.ts'
import { filesOf } from './new-source/kinds.ts'
import { planOf } from './new-source/plan.ts'
import { Refused } from './new-source/refused.ts'
import { refuseTaken, writeSource } from './new-source/tree.ts'

/* Writes a new source that works against a mock of its own: `npm run new:source -- <id> --kind <kind>` (adapters/README.md). */

const root = process.cwd()

async function run(words: readonly string[]): Promise<string> {
  const asked = argumentsIn(words)
  if (asked === 'help') return USAGE
  await refuseTaken(root, asked.id)
  const source = planOf(asked.id, asked.kind, editions[editions.length - 1] ?? editions[0])
  const paths = await writeSource(root, source.id, source.name, filesOf(source))
  const kind = asked.isKindNamed ? asked.kind : `${asked.kind}, as no --kind was named`
  return `Written (${kind}):
${paths.map((path) => `  ${path}`).join('\n')}

Next:
  1. adapters/${source.id}/wire.ts: the keys as the source names them; normalise.ts and the baseline in index.ts follow.
  2. adapters/${source.id}/index.ts: how the source is really asked; mocks/${source.id} plays the same, written from its contract.
  3. Both READMEs: the owner, how it misbehaves. .env.example: a block ${source.setting}_URL with the settings that the README names.
  4. npx vitest run test/adapter-contract.test.ts -t ${source.id} keeps telling what is promised of it; at the end npm test.`
}

try {
  console.log(await run(process.argv.slice(2)))
} catch (error) {
  console.error(`new:source: ${error instanceof Error ? error.message : 'nothing was written'}`)
  if (!(error instanceof Refused)) console.error(error)
  process.exitCode = 1
}
