import { ARCHETYPES } from './cast/archetypes.ts'
import { castOf } from './cast/crowd.ts'
import type { Names } from './cast/names.ts'
import type { Person } from './cast/person.ts'

const HEAD = `# Test people

One invented teacher of each archetype, as the pretend government knows them under the seed \`demo\` (its default). Nobody of them ever was: the seventh digit of every number, 1 or 2, says born in the 1800s. All eleven sources tell the same of each.

This page is written by \`npm run -s mocks -- --test-people > docs/test-people.md\`, and a test compares the two. While \`npm run mocks\` runs, \`GET /__mock\` gives each with a body ready for \`POST /v1/portfolios\`; \`npm run -s mocks -- --people ${ARCHETYPES.length}\` prints them without a server. Other seeds have other people of the same archetypes, in the same order. Some of what is expected stands in every portfolio and is not repeated: lessons are observed in no system (\`not_integrated\`), and one contest of learners is on no list (\`not_on_list\`).
`
const COLUMNS = ['archetype', 'number', 'name', 'as in a passport', 'claims', 'what to expect']

function title(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase()
}

function full({ surname, name, patronymic }: Names): string {
  return [surname, name, patronymic ?? []].flat().map(title).join(' ')
}

function rowOf(person: Person): readonly string[] {
  const { archetype, iin, written, claim, expect } = person
  return [`\`${archetype}\``, iin, full(person), full(written.latin), `${claim.claimedCategory}, ${claim.post}`, expect]
}

/** The page of the published people of a seed, Markdown. Nothing in it depends on the day. */
export function testPeople(seed: string, today: string): string {
  const rows = castOf(seed, today).map(rowOf)
  const table = [COLUMNS, COLUMNS.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `${HEAD}\n${table.join('\n')}\n`
}
