import { expect, test } from 'vitest'
import { lineNow } from '../../../test/support/line-now.ts'
import { faultText } from './faults.ts'
import { verdictText } from './verdicts.ts'

const [gap] = lineNow().portfolio.gaps
const verdict = (change: object) => gap && verdictText({ ...gap, ...change }, { basis: null, nobodyActs: false }).en

test('names the day by which something is due, where there is one', () => {
  expect(verdict({ deadline: '2026-12-01' })).toMatch(/: 2026-12-01\.$/)
  expect(verdict({ deadline: null })).not.toMatch(/\d{4}-\d\d-\d\d/)
})

test('tells a wrong signature from a person found by name', () => {
  expect(faultText('unverifiable', null)?.en).toMatch(/signature/)
  expect(faultText('unverifiable', '/mentorMatch')?.en).toMatch(/name/)
  expect(faultText('source_unavailable', null)).toBeNull()
})
