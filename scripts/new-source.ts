import { editions } from '../src/rulebook/index.ts'
import { argumentsIn, USAGE } from './new-source/arguments.ts'
import { filesOf } from './new-source/kinds.ts'
import { type NewSource, planOf } from './new-source/plan.ts'
import { Refused } from './new-source/refused.ts'
import { editsOf } from './new-source/shared.ts'
import { refuseTaken, writeSource } from './new-source/tree.ts'

/* Writes a new source that works against a mock of its own: `npm run new:source -- <id> --kind <kind>` (adapters/README.md). */

const root = process.cwd()

function nextText({ id, setting, added }: NewSource): string {
  const readmes = 'Both READMEs: the owner, how it misbehaves.'
  const named = `${readmes} schemas/source-titles.ts and index.ts: what it is called, where a placeholder stands.`
  const known = `${readmes} .env.example: a block ${setting}_URL with the settings that the README names.`
  return `Next:
  1. adapters/${id}/wire.ts: the keys as the source names them; normalise.ts and the baseline in index.ts follow.
  2. adapters/${id}/index.ts: how the source is really asked; mocks/${id} plays the same, written from its contract.
  3. ${added ? named : known}
  4. npx vitest run test/adapter-contract.test.ts -t ${id} keeps telling what is promised of it; at the end npm test.`
}

async function run(words: readonly string[]): Promise<string> {
  const asked = argumentsIn(words)
  if (asked === 'help') return USAGE
  const source = planOf(asked, editions[editions.length - 1] ?? editions[0])
  await refuseTaken(root, source)
  const paths = await writeSource(root, source, filesOf(source), editsOf(source))
  const kind = asked.isKindNamed ? asked.kind : `${asked.kind}, as no --kind was named`
  return `Written (${kind}; it fills ${source.fills.join(', ')}):
${paths.map((path) => `  ${path}`).join('\n')}

${nextText(source)}`
}

try {
  console.log(await run(process.argv.slice(2)))
} catch (error) {
  console.error(`new:source: ${error instanceof Error ? error.message : 'nothing was written'}`)
  if (!(error instanceof Refused)) console.error(error)
  process.exitCode = error instanceof Refused ? 2 : 1
}
