import { Explanation } from '../../schemas/explanation.ts'
import { CliFailure, EXIT, type ExitCode } from './failure.ts'
import type { Answer } from './gateway.ts'
import { labelled } from './layout.ts'
import { gapHead, readPortfolio, type Told } from './portfolio-show.ts'
import type { Desk } from './terminal.ts'
import { stepWords, words } from './words.ts'

type Explained = Answer<ReturnType<typeof Explanation.parse>>

/** References are for machines: of many facts people are shown the first two. */
function shortened(ref: string): string {
  const parts = ref.split(' ')
  return ref.startsWith('fact:') && parts.length > 3 ? `${parts.slice(0, 2).join(' ')} +${parts.length - 2}` : ref
}

function screenOf({ gap, chain }: Explained['value'], title: string, desk: Desk): string {
  const { language, paint, width } = desk
  const widest = Math.max(...Object.values(stepWords).map((word) => word[language].length))
  const lines = chain.flatMap(({ step, text, ref }) => [
    labelled(`  ${stepWords[step][language].padEnd(widest)}  `, text[language], width),
    `${' '.repeat(widest + 4)}${paint('dim', `[${shortened(ref)}]`)}`,
  ])
  return [`${paint('bold', title)}  ${gapHead(gap, desk)}`, `  ${paint('dim', gap.id)}`, ...lines, ''].join('\n')
}

function ask({ gateway }: Desk, id: string, gapId: string): Promise<Explained> {
  return gateway.get(`/v1/portfolios/${id}/gaps/${gapId}`, Explanation)
}

/** The chains of all gaps; one that was closed since the list was read is left out. */
async function askAll(desk: Desk, id: string, gaps: Told['gaps']): Promise<readonly Explained[]> {
  const all: Explained[] = []
  for (const gap of gaps) {
    try {
      all.push(await ask(desk, id, gap.id))
    } catch (error) {
      if (!(error instanceof CliFailure && error.exit === EXIT.notFound)) throw error
    }
  }
  return all
}

function exitOf(all: readonly Explained[]): ExitCode {
  return all.some(({ value }) => value.gap.blocking) ? EXIT.finding : EXIT.ok
}

/** `portfolio explain <id> [<gapId>]`: why each gap is there. A finding where one of those shown blocks. */
export async function explainGaps(desk: Desk, id: string, gapId: string | null): Promise<ExitCode> {
  const { value: portfolio } = await readPortfolio(desk, id)
  const all = gapId === null ? await askAll(desk, id, portfolio.gaps) : [await ask(desk, id, gapId)]
  const texts = all.map(({ text }) => text)
  if (desk.json) desk.out(gapId === null ? `{"items":[${texts.join(',')}]}` : texts.join(''))
  else if (all.length === 0) desk.out(words.noGaps[desk.language])
  else desk.out(all.map(({ value }) => screenOf(value, titleOf(portfolio, value.gap.section, desk), desk)).join('\n'))
  return exitOf(all)
}

function titleOf({ sections }: Told, section: string, { language }: Desk): string {
  return sections.find(({ id }) => id === section)?.title[language] ?? section
}
