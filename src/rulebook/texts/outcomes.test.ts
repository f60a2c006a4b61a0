import { describe, expect, test } from 'vitest'
import { adapters } from '../../../adapters/index.ts'
import { OutcomeReasons, type SourceOutcome, type Verdict } from '../../../schemas/source-outcome.ts'
import { sourceTitles } from '../../../schemas/source-titles.ts'
import { askedText } from './asked.ts'
import { outcomeSentence, outcomeWord } from './outcomes.ts'

const verdicts = Object.entries(OutcomeReasons).flatMap(([outcome, reasons]) =>
  (reasons.length === 0 ? [null] : reasons).map((reason) => ({ outcome, reason }) as Verdict),
)

test.each(verdicts.map((verdict) => [outcomeWord(verdict), verdict] as const))('says %s in three languages', (word, verdict) => {
  const { kk, ru, en } = outcomeSentence(verdict)
  expect([kk, ru, en]).not.toContain(word)
  expect(kk).toMatch(/[әғқңөұүһі]/iu)
  expect(ru).toMatch(/^[А-Я][^әғқңөұүһі]+\.$/iu)
  expect(en).toMatch(/^[A-Z][^а-яё]+\.$/u)
})

test('calls a source as its adapter does', () => {
  for (const { id, title } of adapters) expect(sourceTitles[id]).toEqual(title)
})

describe('a copy and an answer that stands in', () => {
  const status: SourceOutcome = {
    ...{ source: 'courses', outcome: 'answered', reason: null, attempts: 1, durationMs: 4, exchangeId: null },
    ...{ askedAt: '2026-11-24T05:00:00Z', asOf: '2026-11-24T04:20:00Z', stale: false, retryAfter: null },
  }

  test('are told apart, each with its age', () => {
    expect(askedText(status).en).toContain(
      'The answer is from a kept copy of the list of the source, as of: 2026-11-24 09:20 (Almaty time), age: 40 min.',
    )
    expect(askedText({ ...status, stale: true }).en).toContain(
      'An earlier answer stands in for it, as of: 2026-11-24 09:20 (Almaty time), age: 40 min.',
    )
  })

  test('come with the attempts and the time after which to ask again', () => {
    const later = askedText({ ...status, attempts: 3, retryAfter: '2026-11-24T05:10:00Z' })
    expect(later.ru).toContain('Попыток: 3. Повторить запрос можно с: 24.11.2026 10:10 (время Алматы).')
  })
})

test('shows an outcome that it has no words for as it is', () => {
  const word = 'unavailable/weather'
  expect(outcomeSentence({ outcome: 'unavailable', reason: 'weather' } as never)).toEqual({ kk: word, ru: word, en: word })
})

test('tells the age of a copy by which nobody was asked', () => {
  const status: SourceOutcome = {
    ...{ source: 'courses', outcome: 'answered', reason: null, attempts: 0, durationMs: 0, exchangeId: null },
    ...{ askedAt: null, asOf: '2026-11-24T04:20:00Z', stale: false, retryAfter: null },
  }
  expect(askedText(status).en).toContain('2026-11-24 09:20 (Almaty time), age: 0 s.')
})
