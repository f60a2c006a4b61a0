import { describe, expect, test } from 'vitest'
import { readSettings } from './settings.ts'

describe('settings', () => {
  test('have a value where nothing is said', () => {
    const usual = { seed: 'demo', delayMs: 0, portalDelayMs: 0, scenarios: {}, delays: {}, rates: {} }
    expect(readSettings({ MOCKS_SEED: '', MOCKS_DELAY_COURSES: '' })).toEqual({ options: usual })
  })

  test('read scenario, delay and rate of a source', () => {
    const environment = {
      MOCKS_SCENARIO_DIPLOMAS: 'Q33*1; slow@500*2; @drip(8,5)',
      MOCKS_DELAY_EGOV_PORTAL: '5-9',
      MOCKS_RATE_COURSES: '0.5',
    }
    expect(readSettings(environment)).toMatchObject({
      options: {
        scenarios: {
          diplomas: [
            { scenario: 'http-503', delay: null, times: 1 },
            { scenario: 'slow', delay: { kind: 'fixed', ms: 500 }, times: 2 },
            { scenario: 'ok', delay: { kind: 'drip', bytes: 8, everyMs: 5 }, times: null },
          ],
        },
        delays: { 'egov-portal': { kind: 'uniform', from: 5, to: 9 } },
        rates: { courses: 0.5 },
      },
    })
  })

  test.each([
    ['htp-503', 'the closest is http-503; all of them: npm run -s mocks -- --list'],
    ['cursor-loop', 'it fits courses; all of them: npm run -s mocks -- --list'],
    ['no-such-thing-at-all-anywhere', 'plays no such scenario; all of them: npm run -s mocks -- --list'],
  ])('say of the scenario %s which is meant and where all stand', (name, said) => {
    const read = readSettings({ MOCKS_SCENARIO_DIPLOMAS: name })
    expect(read).toEqual({ faults: [expect.stringMatching(/^MOCKS_SCENARIO_DIPLOMAS: /)] })
    expect(JSON.stringify(read)).toContain(said)
  })

  test('name every variable that is wrong', () => {
    const wrong = {
      MOCKS_SCENARIO_DIPLOMAS: 'cursor-loop',
      MOCKS_SCENARIO_COURSES: 'slow slow',
      MOCKS_DELAY_COURSES: 'soon',
      MOCKS_RATE_COURSES: '0',
      MOCKS_DELAY_MS: '-1',
    }
    const read = readSettings(wrong)
    const named = 'faults' in read ? read.faults.map((fault) => fault.split(':')[0]) : []
    expect(named.sort()).toEqual(Object.keys(wrong).sort())
  })
})
