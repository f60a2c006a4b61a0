import { describe, expect, test } from 'vitest'
import { diplomas } from '../../adapters/diplomas/index.ts'
import { teacherAchievements } from '../../adapters/teacher-achievements/index.ts'
import { settled, told, USUAL } from '../../test/support/drifted.ts'
import { fieldsOf } from './shape-fields.ts'
import { decide } from './shape-findings.ts'
import { createShapes } from './shapes.ts'

const word = { decision: 'accept', reason: 'Known', by: 'operator-1', at: '2026-11-24T05:00:00.000Z' } as const

function known() {
  let now = 1e12
  const shapes = createShapes({ now: () => (now += 1000) })
  settled(shapes)
  const events = () => shapes.drift('diplomas').events.map(({ field, kind, severity }) => `${field} ${kind} ${severity}`)
  /** An operator accepts the changes of a field. */
  const accept = (field: string) => {
    const decided = decide(shapes.of('diplomas').shape, fieldsOf(diplomas), { ...word, field })
    if (decided.state === 'decided') shapes.take('diplomas', decided.shape, 1)
    return decided.state
  }
  return { shapes, events, accept }
}

test('takes the keys from the schema, with lists, objects and unions on the way', () => {
  expect([...fieldsOf(diplomas).byPath.keys()]).toContain('institution.nameKz')
  expect(fieldsOf(diplomas).byPath.get('holder.surname')?.isPersonal).toBe(true)
  expect(fieldsOf(diplomas).byPath.get('level.code')?.isPersonal).toBe(false)
})

describe('a change', () => {
  test.each([
    ['another code', { status: { code: '9' } }, ['status.code new_enum warning']],
    ['a value that cannot be read', { issueDate: 'nobody knows' }, ['issueDate retyped breaking']],
    ['an object in the place of a text', { registrationNumber: { value: '145' } }, ['registrationNumber retyped breaking']],
    ['a number that is read as well as the text', { graduationYear: 2012 }, []],
    ['a key that nobody reads', { colour: 'blue' }, ['colour new_field info']],
    ['a value that is empty', { issueDate: null }, ['issueDate null_rate warning']],
  ])('is told of %s', (_, change, changes) => {
    const { shapes, events } = known()
    told(shapes, change)
    expect(events()).toEqual(changes)
  })

  test('is told once of what only another record lacks', () => {
    const { shapes, events } = known()
    const { registrationNumber: _, ...without } = USUAL
    const watch = shapes.begin(diplomas, () => {})
    for (const record of [without, USUAL]) watch.see(record)
    expect([watch.end(), events()]).toEqual([[], []])
  })

  test('ends by itself after twenty answers without it', () => {
    const { shapes, events } = known()
    told(shapes, { status: { code: '9' } })
    for (let answer = 0; answer < 19; answer++) told(shapes)
    expect(events()).toEqual(['status.code new_enum warning'])
    told(shapes)
    expect(events()).toEqual([])
    expect(shapes.drift('diplomas')).toMatchObject({ state: 'none', since: null })
  })

  test('keeps a key under which a person could stand out of names', () => {
    const { shapes, events } = known()
    told(shapes, { 'Айгүл Серікова': 1, '850312240005': 2 })
    expect(events()).toEqual(['* new_field info'])
  })

  test('tells a risen share of empty values where some always were empty', () => {
    const { shapes, events } = known()
    const answers = (change: Readonly<Record<string, unknown>>, times: number) => {
      for (let answer = 0; answer < times; answer++) told(shapes, change)
    }
    for (let round = 0; round < 30; round++) {
      answers({ series: 'BD' }, 4)
      answers({ series: null }, 1)
    }
    expect(events()).toEqual([])
    answers({ series: null }, 80)
    expect(events()).toEqual(['series null_rate warning'])
  })
})

describe('accepting', () => {
  test('lets a mandatory key be gone: its records are incomplete, not unusable', () => {
    const { shapes, accept } = known()
    const gone = () => {
      const { number: _, ...rest } = USUAL
      const watch = shapes.begin(diplomas, () => {})
      watch.see(rest)
      return watch.end()
    }
    expect(gone()).toEqual(['number'])
    expect(accept('number')).toBe('decided')
    expect(gone()).toEqual([])
  })

  test('is refused for a key by which people are found', () => {
    const shapes = createShapes({ now: () => 1e12 })
    const watch = shapes.begin(teacherAchievements, () => {})
    watch.see({ id: 'a', award: { nameKz: 'b' }, date: '2025-01-01' })
    expect(watch.end()).toEqual(['iin'])
    const { shape } = shapes.of('teacher-achievements')
    expect(decide(shape, fieldsOf(teacherAchievements), { ...word, field: 'iin' }).state).toBe('unreadable')
  })

  test.each([
    ['status.code', { status: { code: '9' } }],
    ['issueDate', { issueDate: null }],
    ['colour', { colour: 'blue' }],
  ])('makes what came under %s usual', (field, change) => {
    const { shapes, events, accept } = known()
    told(shapes, change)
    expect(accept(field)).toBe('decided')
    told(shapes, change)
    expect(events()).toEqual([])
    expect(accept(field)).toBe('no_such_field')
  })
})
