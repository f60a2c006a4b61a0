import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { adapters } from '../adapters/index.ts'
import type { Person } from '../mocks/cast/person.ts'
import { mockEnvironment } from '../mocks/environment.ts'
import { startPretendGovernment } from '../mocks/listen.ts'
import { readConfig } from '../src/config.ts'
import { benchOf } from '../src/conformance/bench-of.ts'
import { reportLines, reportRows } from '../src/conformance/print.ts'
import { checkConformance, type Report } from '../src/conformance/report.ts'

/*
 * `npm run check:mocks`: every source of the pretend government, on a free port, against the promises of the contract page. Exit 1 where
 * one is broken. The person asked about is of the published cast: the head of whom all sources know something.
 */

const PERSON = 'head-first'
const { values } = parseArgs({ options: { lang: { type: 'string', default: 'kk' }, json: { type: 'boolean', default: false } } })
const language = (['kk', 'ru', 'en'] as const).find((one) => one === values.lang) ?? 'kk'
const clock = { now: () => Date.now(), monotonic: () => performance.now() }

async function check(url: string, person: Person | undefined): Promise<readonly Report[]> {
  const config = readConfig(
    mockEnvironment(url),
    adapters.map(({ id }) => id),
  )
  const whom = { iin: person?.iin ?? null, organisationBin: person?.bin ?? null, consent: null }
  const ground = { clock, newId: randomUUID, fetch, waitMs: config.deadlineMs, whom }
  const checks = config.sources.flatMap(({ settings }) => {
    const adapter = adapters.find(({ id }) => id === settings.id)
    return adapter ? [checkConformance(benchOf({ ...ground, adapter, settings: { ...settings, pollMs: 200 } }))] : []
  })
  return Promise.all(checks)
}

function print(reports: readonly Report[]): void {
  const rows = reportRows(reports, language)
  const widths = rows.reduce<number[]>((wide, row) => row.map((cell, place) => Math.max(wide[place] ?? 0, cell.length)), [])
  for (const row of rows) console.log(row.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join('  '))
  for (const report of reports.filter(({ counts }) => counts.broken > 0))
    console.log(`\n${report.source}\n${reportLines(report, language).join('\n')}`)
}

const listening = await startPretendGovernment()
try {
  const { cast } = listening.government
  const reports = await check(
    listening.url,
    cast.find(({ archetype }) => archetype === PERSON),
  )
  if (values.json) console.log(JSON.stringify(reports))
  else print(reports)
  if (reports.some(({ counts }) => counts.broken > 0)) process.exitCode = 1
} finally {
  await listening.close()
}
