import { parseArgs } from 'node:util'
import { createCrowd } from './cast/crowd.ts'
import { scenarioTable } from './scenario-table.ts'
import { testPeople } from './test-people.ts'

/** What a command is about; where the arguments do not say it, what the environment says. */
export interface Asked {
  readonly seed: string
  /** `yyyy-MM-dd`. */
  readonly today: string
}

/** A command of `npm run mocks`: what is printed, or null: nothing, the pretend government is to be served. */
export interface Command extends Asked {
  readonly print: Iterable<string> | null
}

interface Printing {
  readonly type: 'string' | 'boolean'
  readonly about: string
  print(asked: Asked, value: string): Iterable<string>
}

/** Lines written at once. */
const TOGETHER = 64

function* everybody({ seed, today }: Asked, size: number): Generator<string> {
  let lines = ''
  let count = 0
  for (const { expect: _, ...person } of createCrowd(seed, today, size).people()) {
    lines += `${JSON.stringify(person)}\n`
    if (++count % TOGETHER !== 0) continue
    yield lines
    lines = ''
  }
  yield lines
}

/** What can be printed instead of serving, by the name of its option. A line more is an option more. */
const PRINTINGS: Readonly<Record<string, Printing>> = {
  people: {
    type: 'string',
    about: '--people N      N people, one JSON a line: the published ones first (at most 635000)',
    print: (asked, value) => everybody(asked, countIn(value)),
  },
  'test-people': {
    type: 'boolean',
    about: '--test-people   the page of the published people, Markdown',
    print: ({ seed, today }) => [testPeople(seed, today)],
  },
  list: {
    type: 'boolean',
    about: '--list          scenarios and the sources that play them',
    print: () => [`${scenarioTable()}\n`],
  },
  help: { type: 'boolean', about: '--help          this', print: () => [usage()] },
}

function usage(): string {
  const options = Object.values(PRINTINGS).map(({ about }) => `  ${about}`)
  const common = ['  --seed S        the people of this seed (demo)', '  --today D       the day on which they are looked at, yyyy-MM-dd']
  return [
    'npm run -s mocks -- [OPTION]',
    'Without an option that prints, the pretend government is served.',
    '',
    ...options,
    ...common,
    '',
  ].join('\n')
}

/** A count in digits. Throws a RangeError on anything else. */
function countIn(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new RangeError('the number of people is a number from 1 on, in digits')
  return Number(text)
}

function dayIn(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day.getTime())) throw new RangeError('a day is written yyyy-MM-dd')
  return text
}

/** Reads the arguments. Throws a TypeError on an option that there is not, a RangeError on a value that is none. */
export function readCommand(args: readonly string[], usual: Asked): Command {
  const own = Object.fromEntries(Object.entries(PRINTINGS).map(([name, { type }]) => [name, { type }]))
  const { values } = parseArgs({ args: [...args], options: { ...own, seed: { type: 'string' }, today: { type: 'string' } } })
  const { seed = usual.seed, today = usual.today, ...chosen } = values as Readonly<Record<string, string | undefined>>
  const asked = { seed, today: dayIn(today) }
  const [name, ...more] = Object.keys(chosen)
  if (more.length > 0) throw new RangeError(`one of ${Object.keys(chosen).join(', ')} at a time`)
  const printing = name === undefined ? undefined : PRINTINGS[name]
  return { ...asked, print: printing ? printing.print(asked, String(chosen[name ?? ''])) : null }
}
