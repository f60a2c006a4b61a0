import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turnsDuring } from '../../test/support/turns.ts'
import { timedOut } from './deadline.ts'
import { SourceFailure } from './failure.ts'
import { parseXml, parseXmlInTurns, SLICE } from './xml.ts'

const CAP = 1024 * 1024
const inTurns = (text: string, signal: AbortSignal | null = null) => parseXmlInTurns(text, { maxChars: CAP, signal })
const siblings = (count: number, name = 'b') => `<a>${`<${name}/>`.repeat(count)}</a>`
const PIECES = ['<b x="1&amp;2" p:y="ү">', '</b>', '<!-- <c> -->', '<![CDATA[<d>]]>', '&lt;', '&#1178;', '𝒜', 'мәтін', '\r\n', '<e/>', ']]']

/** The same of a text that is refused: why. */
function outcomeOf(text: string): unknown {
  try {
    return parseXml(text, CAP)
  } catch (error) {
    return error
  }
}

describe('parseXmlInTurns', () => {
  it('gives the same as in one go, wherever a turn falls', async () => {
    const Pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(Pieces, fc.integer({ min: 0, max: 60 }), async (pieces, before) => {
        const text = `<a xmlns:p="u">${'x'.repeat(SLICE - 15 - before)}${pieces.join('')}</a>`
        expect(await inTurns(text).catch((error: unknown) => error)).toEqual(outcomeOf(text))
      }),
    )
  })

  it('parses what is short without a turn', async () => {
    let isOver = false
    const later = turn().then(() => (isOver = true))
    await inTurns(`<a>${'x'.repeat(SLICE - 7)}</a>`)
    expect(isOver).toBe(false)
    await later
  })

  it('lets others have their turn after each slice', async () => {
    const [few, many] = [await turnsDuring(inTurns(siblings(40_000))), await turnsDuring(inTurns(siblings(5_000, 'b'.repeat(200))))]
    expect(few).toBeGreaterThanOrEqual(10)
    expect(many).toBeGreaterThanOrEqual(60)
  })

  it('refuses what is too much where it becomes too much', async () => {
    const all = await turnsDuring(inTurns(`<a>${'x'.repeat(CAP - 7)}</a>`))
    expect(await turnsDuring(inTurns(siblings(200_000)))).toBeLessThan(all / 2)
    await expect(inTurns(siblings(200_000))).rejects.toThrow('too many elements')
  })

  it('ends with its cause when the signal fires, and reads no further', async () => {
    const controller = new AbortController()
    const cause = timedOut()
    const parsing = inTurns(`${siblings(40_000)}<`, controller.signal)
    setImmediate(() => controller.abort(cause))
    await expect(parsing).rejects.toBe(cause)
    await expect(inTurns(`${siblings(40_000)}<`)).rejects.toThrow('not well-formed')
  })

  it('ends as out of time where the signal says nothing of a source', async () => {
    await expect(inTurns(siblings(40_000), AbortSignal.abort())).rejects.toMatchObject({ verdict: { reason: 'timeout' } })
  })

  it('keeps documents apart that are parsed at the same time', async () => {
    const names = ['b', 'c', 'd']
    const parsed = await Promise.all(names.map((name) => inTurns(siblings(40_000, name))))
    const found = parsed.map(({ children }) => [...new Set(children.map(({ local }) => local))])
    expect(found).toEqual(names.map((name) => [name]))
  })

  it('parses a short document while a long one takes its turns', async () => {
    const order: string[] = []
    const long = inTurns(siblings(40_000)).then(() => order.push('long'))
    await turn()
    await inTurns('<a/>').then(() => order.push('short'))
    await long
    expect(order).toEqual(['short', 'long'])
  })

  it('accepts no prefix of a long document', async () => {
    const whole = siblings(20_000)
    for (const length of [SLICE - 1, SLICE, SLICE + 1, whole.length - 1])
      await expect(inTurns(whole.slice(0, length))).rejects.toThrow(SourceFailure)
  })
})
