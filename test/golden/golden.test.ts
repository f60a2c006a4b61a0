import { describe, expect, test } from 'vitest'
import { ClaimedCategory, OrganisationKind, Post } from '../../schemas/category.ts'
import { GapCode } from '../../schemas/gap.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import { ALL, claim, runLine, type Said } from '../support/line.ts'
import type { Answer, GoldenCase, Told } from './case.ts'
import { all, themes } from './cases.ts'
import { expected, seen } from './compare.ts'
import { completeFile } from './complete.ts'
import { NOT_COVERED } from './not-covered.ts'

const requestOf = ({ claim: change }: GoldenCase) => claim(change)

function said(told: Told, request: PortfolioRequest): Partial<Record<SourceId, Said>> {
  const answers: Record<string, Answer> = { ...completeFile(request), ...told }
  return Object.fromEntries(Object.entries(answers).flatMap(([id, answer]) => (answer === 'not connected' ? [] : [[id, answer]])))
}

async function portfolioOf(golden: GoldenCase): Promise<Portfolio> {
  const request = requestOf(golden)
  const { told = {}, before } = golden
  const today = golden.today === undefined ? {} : { today: golden.today }
  const adapters = ALL.filter(({ id }) => told[id] !== 'not connected')
  const held = before ? (await runLine({ request, ...today, said: said(before, request) })).held : null
  return (await runLine({ request, ...today, adapters, held, said: said(told, request) })).portfolio
}

async function judge(golden: GoldenCase): Promise<void> {
  const portfolio = await portfolioOf(golden)
  const request = requestOf(golden)
  expect(seen(portfolio, golden, request)).toEqual(expected(golden, request))
  const codes = portfolio.gaps.map(({ section, code }) => `${section}: ${code}`)
  expect(codes.filter((code) => golden.expect.without?.some((unwanted) => unwanted === code))).toEqual([])
}

/** A title of its own for each case: the runner would cut long ones. */
const titled = (cases: readonly GoldenCase[]) => cases.map((golden) => [`${golden.title} (${golden.paragraph})`, golden] as const)

describe.each(themes)('$name', ({ cases }) => {
  const holding = titled(cases.filter(({ todo }) => todo === undefined))
  const waiting = titled(cases.filter(({ todo }) => todo !== undefined))

  test.for(holding)('judges %s', ([, golden]) => judge(golden))

  // Fails as soon as the expectation holds: then its `todo` goes away.
  test.fails.for(waiting)('will judge %s', ([, golden]) => judge(golden))
})

describe('the table', () => {
  const used = <Value>(pick: (request: PortfolioRequest) => Value) => new Set(all.map((golden) => pick(requestOf(golden))))

  test('holds at least a hundred and thirty cases, each with its paragraph and a title of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(130)
    expect(all.filter(({ paragraph }) => !/^(?:p\. \d|annex \d)/.test(paragraph))).toEqual([])
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
  })

  test('claims only what the platform may send', () => {
    expect(all.filter((golden) => !PortfolioRequest.safeParse(requestOf(golden)).success).map(({ title }) => title)).toEqual([])
  })

  test('raises every gap code', () => {
    const lines = all.flatMap((golden) => Object.values(golden.expect.gaps ?? {}).flat())
    const raised = new Set(lines.map((line) => line.split(/[ :]/)[0]))
    expect(GapCode.options.filter((code) => !raised.has(code))).toEqual([])
  })

  test('waits for a handful of cases only', () => {
    expect(all.filter(({ todo }) => todo !== undefined).length).toBeLessThanOrEqual(6)
  })

  test('meets every category, every post and every kind of organisation', () => {
    expect(ClaimedCategory.options.filter((category) => !used((request) => request.claimedCategory).has(category))).toEqual([])
    expect(Post.options.filter((post) => !used((request) => request.post).has(post))).toEqual([])
    expect(OrganisationKind.options.filter((kind) => !used((request) => request.organisationKind).has(kind))).toEqual([])
  })

  test('names what it does not cover, with a reason and a paragraph', () => {
    expect(NOT_COVERED.filter(({ reason, paragraph }) => reason === '' || !/^(?:p\. \d|annex \d)/.test(paragraph))).toEqual([])
  })
})
