import { Portfolio } from '../../schemas/portfolio.ts'
import { EXIT, type ExitCode } from './failure.ts'
import { columns, labelled } from './layout.ts'
import type { Desk, Screen } from './terminal.ts'
import { actorWords, statusWords, words } from './words.ts'

/** A portfolio as the gateway tells it. */
export type Told = ReturnType<typeof Portfolio.parse>

/** The portfolio of an id. */
export function readPortfolio({ gateway }: Pick<Desk, 'gateway'>, id: string) {
  return gateway.get(`/v1/portfolios/${id}`, Portfolio)
}

function head({ id, version, edition, channel, collectedAt, teacher, claimed }: Told, { language, paint }: Screen): readonly string[] {
  const names = Object.values(teacher.names ?? {}).filter(Boolean)
  const { category, post, attestation, organisationBin, region } = claimed
  return [
    paint('bold', `${id} · v${version} · ${edition} · ${channel} · ${collectedAt}`),
    `${words.teacher[language]}: ${[...names, teacher.iinMasked].join(' ')}`,
    `${words.claimed[language]}: ${[category, post, attestation, organisationBin, region].join(' · ')}`,
  ]
}

function sectionRows({ sections }: Told, { language }: Screen): readonly string[] {
  const rows = sections.map(({ status, title, facts, rule }) => {
    const word = statusWords[status]
    return [`  ${word.mark} ${word[language]}`, title[language], facts.length === 0 ? '' : `${facts.length}`, `[${rule}]`]
  })
  return columns(rows)
}

/** The line over a gap: whether it blocks, its code, who acts and how. */
export function gapHead(gap: Told['gaps'][number], { language, paint }: Screen): string {
  const act = gap.manualEntry ? words.typed[language] : words.untyped[language]
  const parts = [gap.code, actorWords[gap.actor][language], act, ...(gap.blocking ? [words.blocking[language]] : [])]
  return paint(gap.blocking ? 'red' : 'yellow', `${gap.blocking ? '✖' : '○'} ${parts.join(' · ')}`)
}

function gapLines(portfolio: Told, desk: Screen): readonly string[] {
  const { language, paint, width } = desk
  if (portfolio.gaps.length === 0) return [`  ${words.noGaps[language]}`]
  return portfolio.gaps.flatMap((gap) => [
    `  ${gapHead(gap, desk)}`,
    labelled('    ', gap.text[language], width),
    `    ${paint('dim', gap.id)}`,
  ])
}

function sourceRows({ sources }: Told): readonly string[] {
  const asked = sources.filter(({ outcome }) => outcome !== 'not_asked')
  return columns(
    asked.map(({ source, outcome, reason, askedAt, stale }) => {
      const word = reason === null ? outcome : `${outcome}/${reason}`
      return [`  ${source}`, stale ? `${word} (stale)` : word, askedAt ?? '']
    }),
  )
}

function verdict({ completeness }: Told, { language }: Screen): readonly string[] {
  const said = (yes: boolean) => (yes ? words.yes[language] : words.no[language])
  return [
    `${words.readyToApply[language]}: ${said(completeness.readyToApply)} · ${words.ready[language]}: ${said(completeness.ready)}`,
    ...(completeness.because.length > 0 ? [`${words.because[language]}: ${completeness.because.join(', ')}`] : []),
  ]
}

/** A portfolio on one screen: sections, gaps and sources, as lines. */
export function portfolioScreen(portfolio: Told, screen: Screen): readonly string[] {
  const title = (key: 'sections' | 'gaps' | 'sources') => ['', screen.paint('bold', words[key][screen.language])]
  return [
    ...head(portfolio, screen),
    ...title('sections'),
    ...sectionRows(portfolio, screen),
    ...title('gaps'),
    ...gapLines(portfolio, screen),
    ...title('sources'),
    ...sourceRows(portfolio),
    '',
    ...verdict(portfolio, screen),
  ]
}

/** `portfolio show <id>`. */
export async function showPortfolio(desk: Desk, id: string): Promise<ExitCode> {
  const { value, text } = await readPortfolio(desk, id)
  desk.out(desk.json ? text : portfolioScreen(value, desk).join('\n'))
  return EXIT.ok
}
