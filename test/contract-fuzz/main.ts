import { parseArgs } from 'node:util'
import { chosen, type Finding, fuzzOperation, SEED } from './fuzz.ts'
import { createWorld } from './world.ts'

/* `npm run fuzz:contract -- --runs 1000 --seed 20261124 --operation readPortfolio`: exit 1 where an answer lies outside of openapi.json. */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(SEED) },
    operation: { type: 'string', multiple: true, default: [] },
  },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error('--runs and --seed take whole numbers')
  process.exit(2)
}

function printed({ fault, count, request, answer }: Finding): string {
  return `  ✖ ${fault} (${count} times)\n    ${request}\n    → ${answer}`
}

const world = await createWorld()
const started = performance.now()
let findings = 0
console.log(`seed ${seed}, ${runs} requests for each operation`)
for (const operation of chosen(values.operation)) {
  const begun = performance.now()
  const report = await fuzzOperation(operation, world, runs, seed)
  const statuses = Object.entries(report.statuses).map(([status, count]) => `${status}×${count}`)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${report.operationId.padEnd(18)} ${seconds.padStart(6)} s  ${statuses.join(' ')}`)
  for (const finding of report.findings) console.log(printed(finding))
  findings += report.findings.length
}
console.log(`${findings} findings, ${((performance.now() - started) / 1000).toFixed(1)} s`)
await world.stack.store.close()
process.exitCode = findings > 0 ? 1 : 0
