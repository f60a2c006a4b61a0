import { expect, test } from 'vitest'
import { ProblemCode } from '../../schemas/problem.ts'
import { problemKind } from './catalogue.ts'

test.each(ProblemCode.options)('explains %s in three languages', (code) => {
  const { title, detail, status } = problemKind(code)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(detail.kk).toMatch(/[әіңғүұқөһ]/i)
  for (const text of [title, detail]) {
    expect(text.ru).toMatch(/^[А-ЯЁA-Z]/)
    expect(text.en).toMatch(/^[A-Z]/)
    expect(new Set(Object.values(text)).size).toBe(3)
  }
})
