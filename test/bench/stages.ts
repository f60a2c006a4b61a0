import { createHash } from 'node:crypto'
import { educationQuality } from '../../adapters/education-quality/index.ts'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { contentOf } from '../../src/portfolio/content.ts'
import { findGaps } from '../../src/portfolio/gaps.ts'
import { parseXml } from '../../src/sources/xml.ts'
import { createVault } from '../../src/store/sealed.ts'
import { complete } from '../support/drafts.ts'
import { runLine } from '../support/line.ts'
import { hundredFacts } from './hundred-facts.ts'
import { claims, numbers } from './people.ts'
import { diplomas, quality } from './upstream.ts'
import { verdict } from './verdict.ts'

/** Microseconds of one call, the median of several rounds. */
async function cost(work: () => unknown): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < 9; round++) {
    const startedAt = performance.now()
    for (let call = 0; call < 200; call++) await work()
    rounds.push(((performance.now() - startedAt) * 1000) / 200)
  }
  return rounds.sort((one, other) => one - other)[4] ?? 0
}

const GAPS = 'gap evaluation of a portfolio of 100 facts'

/** Where each microsecond goes: the parts of the line one by one, in this process. */
export async function stages(): Promise<void> {
  const iin = numbers(1)[0] ?? ''
  const body = claims([iin], 'stage')[0] ?? ''
  const soap = diplomas(`<iin>${iin}</iin><messageId>1</messageId>`)
  const page = quality(JSON.stringify({ iin, to: 2025 }))
  const rows = (JSON.parse(page) as { content: unknown[] }).content
  const { portfolio, held } = await runLine({ said: complete() })
  const text = JSON.stringify(portfolio)
  const vault = createVault({ data: new Uint8Array(32), index: new Uint8Array(32) })
  const prepared = hundredFacts()
  const place = { table: 'versions', column: 'body', row: 'x' }
  const parts: [string, () => unknown][] = [
    ['request: JSON and zod', () => PortfolioRequest.parse(JSON.parse(body))],
    [`SOAP answer of ${soap.length} characters: guarded XML`, () => parseXml(soap, 1_048_576)],
    [`JSON page of ${page.length} characters: JSON.parse`, () => JSON.parse(page)],
    [`${rows.length} rows: zod of the wire`, () => rows.map((row) => educationQuality.wire.parse(row))],
    ['the seven stages on ready records (plan to respond)', () => runLine({ said: complete() })],
    [GAPS, () => findGaps(prepared.merged, prepared.held)],
    [`content of ${text.length} characters: canonical text and SHA-256`, () => createHash('sha256').update(contentOf(portfolio)).digest()],
    ['JSON of the answer and of what is held', () => JSON.stringify(portfolio) + JSON.stringify(held)],
    ['sealing the answer (AES-256-GCM)', () => vault.seal(place, text)],
  ]
  console.log('\n| Where the time goes | µs |\n|---|--:|')
  const costs = new Map<string, number>()
  for (const [name, work] of parts) {
    const microseconds = await cost(work)
    costs.set(name, microseconds)
    console.log(`| ${name} | ${microseconds.toFixed(0)} |`)
  }
  const gaps = (costs.get(GAPS) ?? 0) / 1000
  verdict(`${GAPS}: ${gaps.toFixed(2)} ms (≤ 1 ms wanted)`, gaps <= 1)
}
