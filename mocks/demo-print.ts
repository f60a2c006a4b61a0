import { type Language, WORDS } from './demo-words.ts'

/** What the demo reads of a portfolio. */
interface Printed {
  readonly id: string
  readonly version: number
  readonly channel: string
  readonly edition: string
  readonly claimed: { readonly category: string; readonly post: string }
  readonly teacher: { readonly iinMasked: string; readonly names: Readonly<Record<string, string | null>> | null }
  readonly sections: readonly {
    readonly title: Readonly<Record<string, string>>
    readonly status: string
    readonly rule: string
    readonly facts: readonly { readonly provenance: { readonly source: string; readonly origin: string } }[]
  }[]
  readonly gaps: readonly {
    readonly code: string
    readonly actor: string
    readonly rule: string
    readonly blocking: boolean
    readonly manualEntry: boolean
    readonly text: Readonly<Record<string, string>>
  }[]
  readonly sources: readonly {
    readonly source: string
    readonly outcome: string
    readonly reason: string | null
    readonly durationMs: number
  }[]
  readonly completeness: {
    readonly complete: boolean
    readonly ready: boolean
    readonly readyToApply: boolean
    readonly because: readonly string[]
  }
}

const MARK: Readonly<Record<string, string>> = { found: '✔', partial: '◐', pending: '…', empty: '∅', not_asked: '–', not_applicable: '·' }

/** Where the facts of a section come from, each source once. */
function origins(facts: Printed['sections'][number]['facts']): string {
  return [...new Set(facts.map(({ provenance }) => `${provenance.source} (${provenance.origin})`))].join(', ')
}

function lines(portfolio: Printed, language: Language, title: string): readonly string[] {
  const words = WORDS[language]
  const yesNo = (is: boolean) => (is ? words.yes : words.no)
  const { teacher, claimed, sections, gaps, sources, completeness } = portfolio
  const names = Object.values(teacher.names ?? {})
    .filter(Boolean)
    .join(' ')
  const told = gaps.filter(({ code }) => code !== 'not_integrated')
  const notConnected = gaps.length - told.length
  return [
    '',
    `━━ ${title}`,
    `   ${names} ${teacher.iinMasked} · ${claimed.category}, ${claimed.post} · ${words.channel} ${portfolio.channel} · ${portfolio.edition} · ${portfolio.id} v${portfolio.version}`,
    '',
    ...sections.map(({ title: name, status, facts, rule }) => {
      const from = facts.length > 0 ? `  ${facts.length} × ${origins(facts)}` : ''
      return `   ${MARK[status] ?? '?'} ${status.padEnd(14)} ${(name[language] ?? '').padEnd(40)} [${rule}]${from}`
    }),
    '',
    ...told.map(({ code, actor, rule, blocking, manualEntry, text }) => {
      const act = `${actor}, ${manualEntry ? words.typed : words.notTyped}`
      return `   ${blocking ? '✖' : '○'} ${code} → ${act} [${rule}]\n     ${text[language] ?? ''}`
    }),
    ...(notConnected > 0 ? [`   … ${words.notConnected} (not_integrated): ${notConnected}`] : []),
    '',
    `   ${words.sources}: ${sources
      .filter(({ outcome }) => outcome !== 'not_asked')
      .map((one) => `${one.source} ${one.outcome}${one.reason ? `/${one.reason}` : ''} ${one.durationMs} ms`)
      .join(' · ')}`,
    `   ${words.complete}: ${yesNo(completeness.complete)} · ${words.readyToApply}: ${yesNo(completeness.readyToApply)} · ${words.because}: ${completeness.because.join(', ') || '–'}`,
    '',
  ]
}

/** Prints every gap of a portfolio in the three languages: what is missing, why, who must act, and by which document. */
export function printGaps(portfolio: unknown, title: string): void {
  const told = (portfolio as Printed).gaps.filter(({ code }) => code !== 'not_integrated')
  const texts = told.flatMap(({ code, rule, text }) => [
    `   ${code} [${rule}]`,
    ...['kk', 'ru', 'en'].map((one) => `     ${one}  ${text[one] ?? ''}`),
  ])
  process.stdout.write(`${['', `━━ ${title}`, ...texts, ''].join('\n')}\n`)
}

/** Prints a portfolio for people: sections with where their facts come from, gaps with who must act and by which paragraph. */
export function printPortfolio(portfolio: unknown, language: Language, title: string): void {
  process.stdout.write(`${lines(portfolio as Printed, language, title).join('\n')}\n`)
}
