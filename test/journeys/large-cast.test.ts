import { describe, expect, test } from 'vitest'
import { createCrowd } from '../../mocks/cast/crowd.ts'
import { rowsOf } from '../../mocks/cast/rows.ts'
import { createPretendGovernment } from '../../mocks/host.ts'
import { awardsOf } from '../../mocks/teacher-achievements/records.ts'

const TODAY = '2026-11-24'
const PEOPLE = 2500
const crowd = createCrowd('test', TODAY, PEOPLE)
const BASIC = `Basic ${btoa('mock-gateway:mock-only-awards')}`

describe('rows', () => {
  const rows = rowsOf(crowd, (person) => awardsOf(person, TODAY))
  const whole = [...crowd.people()].flatMap((person) => awardsOf(person, TODAY))

  test('are as many as the whole list has, though nobody was drawn to be counted', () => {
    expect(rows.length).toBe(whole.length)
  })

  test('are those of the whole list, wherever it is cut', () => {
    for (const [start, end] of [
      [0, 7],
      [1, 2],
      [1990, 2010],
      [whole.length - 3, whole.length + 9],
      [whole.length, whole.length + 5],
    ] as const) {
      expect(rows.slice(start, end)).toEqual(whole.slice(start, end))
    }
    const pages = Array.from({ length: Math.ceil(whole.length / 333) }, (_, page) => rows.slice(page * 333, page * 333 + 333))
    expect(pages.flat()).toEqual(whole)
  })
})

describe('lists of a large cast', () => {
  const government = createPretendGovernment({ seed: 'test', today: TODAY, people: PEOPLE })
  async function get(path: string, authorization: string, scenario = 'ok'): Promise<string> {
    const headers = { authorization, 'x-mock-scenario': scenario }
    return (await government.fetch(new Request(`http://government.test/${path}`, { headers }))).text()
  }
  const later = [...crowd.people()].slice(crowd.published.length)

  test.each([
    ['ok', (all: number) => all],
    ['duplicates', (all: number) => 2 * all],
    ['empty', () => 0],
  ])('page the awards of everybody under %s', async (scenario, expected) => {
    const awards = later.concat(crowd.published).flatMap((person) => awardsOf(person, TODAY)).length + 1
    const page = async (number: number) => {
      const path = `teacher-achievements/org-data/TUTOR_AWARDS/find-all-pageable?page=${number}&size=500`
      return JSON.parse(await get(path, BASIC, scenario)) as { content: unknown[]; totalElements: number; totalPages: number }
    }
    const { totalElements, totalPages } = await page(0)
    const pages = await Promise.all(Array.from({ length: totalPages }, (_, number) => page(number)))
    expect(pages.flatMap(({ content }) => content)).toHaveLength(totalElements)
    expect(totalElements).toBe(expected(awards))
  })

  test('hold the learners of a school whose teachers come later', async () => {
    const { bin, iin } = later.find(({ archetype }) => archetype === 'expert-complete')!
    const text = await get(
      `student-achievements/api/v2/achievements?mentorBin=${bin}`,
      `Basic ${btoa('mock-gateway:mock-only-achievements')}`,
    )
    expect(text).toContain(iin)
  })

  test('hold every head who was ever in the reserve', async () => {
    const heads = later.filter(({ archetype }) => archetype === 'head-first')
    const text = await get('leadership-reserve/reserve/1000-leaders/2024.json', 'Bearer mock-only-reserve')
    expect(heads.length).toBeGreaterThan(2)
    expect(heads.filter(({ iin }) => !text.includes(iin))).toEqual([])
  })

  test('hold everybody with generalised experience once, in the file of some region', async () => {
    const drops = (name: string) => get(`experience-generalisation/drops/${name}`, 'Token mock-only-drops')
    const manifest = JSON.parse(await drops('manifest.json')) as { file: string; region: string }[]
    const files = await Promise.all(manifest.map(({ file }) => drops(file)))
    const text = files.join('')
    const times = (iin: string) => text.split(iin).length - 1
    const plain = later.filter(({ archetype }) => ['expert-complete', 'expert-other-region'].includes(archetype))
    expect(plain.filter(({ iin }) => times(iin) !== 1)).toEqual([])
    const moved = later.filter(({ archetype }) => archetype === 'expert-other-region')
    const own = ({ region }: (typeof moved)[number]) => files[manifest.findIndex((one) => one.region === region)] ?? ''
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.filter((person) => own(person).includes(person.iin))).toEqual([])
  })
})
