import { expect } from 'vitest'
import { Explanation } from '../../schemas/explanation.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { explain } from '../../src/portfolio/explain.ts'
import { editionById } from '../../src/rulebook/index.ts'
import { momentText } from '../../src/rulebook/texts/moments.ts'
import { outcomeSentence, outcomeWord } from '../../src/rulebook/texts/outcomes.ts'

/* What every chain promises, whatever the gap. */

type Chain = Explanation['chain']
const ORDER = ['rule', 'item', 'asked', 'records', 'verdict']

/** Codes of records: their gaps always name one. */
const OF_RECORDS: ReadonlySet<string> = new Set([
  ...['unverifiable', 'conflict', 'expired', 'identity_mismatch', 'revoked', 'out_of_period'],
  ...['not_on_list', 'programme_not_agreed', 'duplicate'],
])

/** The chain of a gap of this portfolio. */
export function chainOf(portfolio: Portfolio, gapId: string): Chain {
  const edition = editionById(portfolio.edition)
  const explanation = edition && explain(portfolio, gapId, edition)
  if (!explanation) throw new Error('the gap has no explanation')
  expect(Explanation.safeParse(explanation).success).toBe(true)
  return explanation.chain
}

/** The words of a reference by what stands before the colon. */
export function refOf(ref: string): Readonly<Record<string, string>> {
  return Object.fromEntries(ref.split(' ').map((word) => [word.slice(0, word.indexOf(':')), word.slice(word.indexOf(':') + 1)]))
}

function expectAsked({ sources }: Portfolio, { ref, text }: Chain[number]): void {
  const told = refOf(ref)
  const status = sources.find(({ source }) => source === told.source)
  if (!status) {
    expect(told.source).toMatch(/^(?:none|platform)$/)
    return
  }
  const { askedAt, asOf, exchangeId } = status
  expect(told).toEqual({
    ...{ source: status.source, outcome: outcomeWord(status) },
    ...(askedAt && { asked: askedAt }),
    ...(asOf && { asof: asOf }),
    ...(exchangeId && { exchange: exchangeId }),
  })
  for (const language of ['kk', 'ru', 'en'] as const) {
    expect(text[language]).toContain(outcomeSentence(status)[language])
    if (askedAt) expect(text[language]).toContain(momentText(askedAt)[language])
  }
}

/** Every gap of a portfolio has its whole chain, in order, in three languages, true to the portfolio and without a person. */
export function expectExplained(portfolio: Portfolio): void {
  for (const gap of portfolio.gaps) {
    const chain = chainOf(portfolio, gap.id)
    const steps = [...new Set(chain.map(({ step }) => step))]
    expect(steps).toEqual(ORDER.filter((step) => step !== 'records' || steps.includes('records')))
    if (OF_RECORDS.has(gap.code)) expect(chain.at(-2)?.ref, gap.code).toMatch(/^fact:/)
    for (const { text, ref } of chain) {
      expect(text.kk).toMatch(/[әғқңөұүһі]/iu)
      expect(text.ru).toMatch(/[а-я]/)
      expect(text.en).toMatch(/^[^а-я]+[.!]$/u)
      for (const said of Object.values(text)) expect(said).not.toMatch(/\b(?:undefined|null|NaN)\b|\[object| {2}/)
      expect(ref).toMatch(/^\S.*\S$/)
    }
    for (const step of chain.filter(({ step: name }) => name === 'asked')) expectAsked(portfolio, step)
    expectNobodyNamed(portfolio, JSON.stringify(chain))
  }
}

function expectNobodyNamed({ teacher }: Portfolio, chain: string): void {
  for (const name of Object.values(teacher.names ?? {})) if (name) expect(chain.toUpperCase()).not.toContain(name.toUpperCase())
  expect(chain.replaceAll(/(?:fact|gap|ex|pf)_\w+/g, '')).not.toMatch(/\d{4}[0-3]\d{7}/)
}
