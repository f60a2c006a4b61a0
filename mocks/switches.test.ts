import { describe, expect, test } from 'vitest'
import { choose, createSwitches, type Step, type Switches } from './switches.ts'

const USUAL = { delays: { courses: { kind: 'fixed', ms: 9 } }, delayMs: 0, slowMs: 50 } as const
const step = (scenario: string, times: number | null = null, delay: Step['delay'] = null): Step => ({ scenario, times, delay })
const asked = (headers: Readonly<Record<string, string>> = {}) => new Request('http://government.test/', { headers })

function playedBy(switches: Switches, iin: string | null = null, source = 'diplomas'): string {
  return choose(source, asked(), iin, [switches], USUAL).scenario
}

describe('switches', () => {
  test('play a sequence step by step, then the last one for good', () => {
    const switches = createSwitches()
    switches.set({ source: 'diplomas', person: null, steps: [step('http-503', 1), step('slow', 2), step('ok')] })
    expect(Array.from({ length: 5 }, () => playedBy(switches))).toEqual(['http-503', 'slow', 'slow', 'ok', 'ok'])
  })

  test('say what is left of a sequence', () => {
    const switches = createSwitches()
    switches.set({ source: 'diplomas', person: null, steps: [step('http-503', 1), step('slow', 3)] })
    for (const left of [[step('http-503', 1), step('slow', 3)], [step('slow', 3)], [step('slow', 2)]]) {
      expect(switches.list()[0]?.steps).toEqual(left)
      playedBy(switches)
    }
  })

  test('prefer the person, and fall back to everybody when his steps are over', () => {
    const switches = createSwitches()
    switches.set({ source: 'diplomas', person: null, steps: [step('down')] })
    switches.set({ source: 'diplomas', person: '1', steps: [step('slow', 1)] })
    expect([playedBy(switches, '1'), playedBy(switches, '1'), playedBy(switches, '2')]).toEqual(['slow', 'down', 'down'])
  })

  test('leave another source alone', () => {
    const switches = createSwitches()
    switches.set({ source: 'diplomas', person: null, steps: [step('down')] })
    expect(playedBy(switches, null, 'courses')).toBe('ok')
  })
})

describe('choosing', () => {
  const levels = () =>
    [step('slow', 1), step('down')].map((one) => {
      const switches = createSwitches()
      switches.set({ source: 'diplomas', person: null, steps: [one] })
      return switches
    })

  test('lets the header win and uses no step up for it', () => {
    const both = levels()
    const header = choose('diplomas', asked({ 'x-mock-scenario': 'Q05', 'x-mock-delay': '3-5' }), null, both, USUAL)
    expect(header).toEqual({ scenario: 'mojibake', delay: { kind: 'uniform', from: 3, to: 5 } })
    expect(choose('diplomas', asked(), null, both, USUAL).scenario).toBe('slow')
  })

  test('asks the levels in their order', () => {
    const both = levels()
    expect(Array.from({ length: 2 }, () => choose('diplomas', asked(), null, both, USUAL).scenario)).toEqual(['slow', 'down'])
  })

  test('passes over headers that say nothing for this source', () => {
    const headers = { 'x-mock-scenario': 'cursor-loop', 'x-mock-delay': 'soon' }
    expect(choose('diplomas', asked(headers), null, levels(), USUAL)).toEqual({ scenario: 'slow', delay: { kind: 'fixed', ms: 50 } })
  })

  test('takes the delay of the step before that of the scenario, of the environment and of all', () => {
    const switches = createSwitches()
    switches.set({ source: 'courses', person: null, steps: [step('slow', 1, { kind: 'fixed', ms: 1 }), step('slow', 1)] })
    const delays = Array.from({ length: 3 }, () => choose('courses', asked(), null, [switches], USUAL).delay)
    expect([...delays, choose('diplomas', asked(), null, [], USUAL).delay]).toMatchObject([{ ms: 1 }, { ms: 50 }, { ms: 9 }, { median: 0 }])
  })
})
