import { mocks } from './mocks.ts'
import { idsOf, SCENARIOS, type Scenario } from './scenarios.ts'

/* Scenarios by sources, as text for the terminal and as the table of the README. */

const [YES, NO] = ['●', '·']
const EVERYWHERE = 'all'

/** Two or three letters for a source: the first of each word of its id. */
const LETTERS: readonly string[] = mocks.map(({ id }) =>
  id
    .split('-')
    .map((word) => word.slice(0, 2))
    .join(''),
)

function outcomeOf({ expected: [outcome, reason] }: Scenario): string {
  return reason === null ? outcome : `${outcome}/${reason}`
}

function line(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, place) => cell.padEnd(widths[place] ?? 0))
    .join('  ')
    .trimEnd()
}

/** Every scenario with its ids, what the gateway says, and a column for each source; no line is longer than its words. */
export function scenarioTable(): string {
  const marks = ({ sources }: Scenario) => mocks.map(({ id }) => (sources.includes(id) ? YES : NO))
  const rows = SCENARIOS.map((one) => [one.name, idsOf(one).join(' '), outcomeOf(one), ...marks(one)])
  const table = [['scenario', 'ids', 'the gateway says', ...LETTERS], ...rows]
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const legend = mocks.map(({ id }, place) => `${LETTERS[place]} ${id}`).join(' · ')
  return `${table.map((row) => line(row, widths)).join('\n')}\n\n${legend}\n${SCENARIOS.length} scenarios, ${mocks.length} sources`
}

function sourcesOf({ sources }: Scenario): string {
  if (sources.length === mocks.length) return EVERYWHERE
  const missing = mocks.filter(({ id }) => !sources.includes(id)).map(({ id }) => id)
  return missing.length <= 3 ? `all but ${missing.join(', ')}` : sources.join(', ')
}

/** The rows of the README's table. */
export function scenarioRows(): readonly string[] {
  return SCENARIOS.map(
    (one) => `| \`${one.name}\` | ${idsOf(one).join(' ') || '–'} | ${one.about} | ${sourcesOf(one)} | ${outcomeOf(one)} |`,
  )
}
