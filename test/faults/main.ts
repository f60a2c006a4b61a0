import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Row } from './fault.ts'
import { FAULTS_PLAYED } from './register.ts'
import { runFault } from './run-fault.ts'
import { elsewhere, inOrder, renewed, tableOf } from './table.ts'

/*
 * `npm run faults`: plays every fault and prints what came of it. `--only U28,D2 --runs 1000 --seed 7` chooses; `--write` puts the
 * table into docs/faults.md, or only the rows of those chosen. Everything is on loopback and stops by itself. Ends with 1 where a promise was broken.
 */

const PAGE = new URL('../../docs/faults.md', import.meta.url)
const SEEDS = 5
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: String(SEEDS) },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
})

const only = values.only?.split(',')

async function written(table: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  const filled = page
    .replace(
      /(<!-- table -->\n)([\s\S]*?)(\n<!-- end of table -->)/,
      (_, begin: string, earlier: string, end: string) => `${begin}\n${only ? renewed(earlier, table) : table}\n${end}`,
    )
    .replace(
      /(<!-- elsewhere -->\n)[\s\S]*?(\n<!-- end of elsewhere -->)/,
      (_, begin: string, end: string) => `${begin}\n| id | fault | why not here |\n| --- | --- | --- |\n${elsewhere()}\n${end}`,
    )
  await writeFile(PAGE, filled)
}

// What was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const chosen = FAULTS_PLAYED.filter(({ id }) => !only || only.includes(id)).toSorted((one, other) => inOrder(one.id, other.id))
const unknown = only?.filter((id) => !chosen.some((fault) => fault.id === id)) ?? []
if (unknown.length > 0) {
  process.stderr.write(`no such fault: ${unknown.join(', ')}\n`)
  process.exit(2)
}
const rows: Row[] = []
for (const fault of chosen) {
  if (fault.isPlayable?.() === false) {
    process.stderr.write(`– ${fault.id} ${fault.promise}: skipped, this machine has not what it needs\n`)
    continue
  }
  const row = await runFault(fault, { runs: Number(values.runs), seed: Number(values.seed), strict: true })
  rows.push(row)
  process.stderr.write(`${row.violations.length === 0 ? '✔' : '✖'} ${fault.id} ${fault.promise}\n`)
  for (const violation of row.violations) process.stderr.write(`  ${violation}\n`)
}
process.stdout.write(`${tableOf(rows)}\n`)
if (values.write) await written(tableOf(rows))
process.exitCode = rows.some(({ violations }) => violations.length > 0) ? 1 : 0
