import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FAULTS, isCatalogueId, NOT_PLAYED, QUIRKS } from './catalogue.ts'
import { mocks } from './mocks.ts'
import { scenarioRows, scenarioTable } from './scenario-table.ts'
import { idsOf, SCENARIOS, scenarioFor } from './scenarios.ts'

const played = new Set(SCENARIOS.flatMap(idsOf))
const ids = [...Object.keys(QUIRKS), ...Object.keys(FAULTS)]

describe('the catalogue', () => {
  test('holds every quirk and every upstream fault', () => {
    const quirks = Array.from({ length: 45 }, (_, place) => `Q${String(place + 1).padStart(2, '0')}`)
    expect(Object.keys(QUIRKS).sort()).toEqual([...quirks, 'Q06b'].sort())
    expect(Object.keys(FAULTS)).toEqual(Array.from({ length: 48 }, (_, place) => `U${place + 1}`))
  })

  test('has each id played by a scenario or told why it is not, never both', () => {
    expect(ids.filter((id) => played.has(id) === Object.hasOwn(NOT_PLAYED, id))).toEqual([])
  })

  test('knows every id that a scenario names', () => {
    expect([...played].filter((id) => !isCatalogueId(id))).toEqual([])
  })

  test('reaches a scenario by its id at each source that plays it', () => {
    for (const { id: source } of mocks) {
      const own = SCENARIOS.filter(({ sources }) => sources.includes(source))
      for (const id of own.flatMap(idsOf)) expect(scenarioFor(source, id)).toBe(own.find((one) => idsOf(one).includes(id)))
    }
  })

  test('tells an id apart from a name, and a source that does not play it', () => {
    expect(scenarioFor('diplomas', 'Q05')?.name).toBe('mojibake')
    expect([scenarioFor('knowledge-test', 'Q05'), scenarioFor('diplomas', 'Q99'), scenarioFor('nowhere', 'ok')]).toEqual([null, null, null])
  })
})

describe('the table', () => {
  test('has a line for each scenario and a mark for each source that it fits', () => {
    const lines = scenarioTable().split('\n')
    for (const { name, sources } of SCENARIOS) {
      const [line = ''] = lines.filter((one) => one.startsWith(`${name} `))
      expect([name, line.split('●').length - 1]).toEqual([name, sources.length])
    }
  })

  test('stands in the README as it is, and so does what is not played', () => {
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    expect(readme).toContain(scenarioRows().join('\n'))
    for (const [id, reason] of Object.entries(NOT_PLAYED)) expect(readme).toContain(`| ${id} | ${reason} |`)
  })
})
