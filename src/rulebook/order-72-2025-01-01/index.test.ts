import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Edition } from '../edition.ts'
import { editionById } from '../index.ts'
import { order32 } from '../order-32-2025-02-25/index.ts'
import { order72 } from '../order-72-2024-04-08/index.ts'
import { order72Platform } from './index.ts'

type Node = Readonly<Record<string, unknown>>
const members = (node: unknown): Node => (typeof node === 'object' && node !== null ? (node as Node) : {})
const OWN_SOURCE = /^(?:letter|order 72)/
const OWN_PARTS = ['id', 'title', 'validFrom', 'validUntil', 'takenOver']

/** The paths where an edition neither names what it took over nor has a source of its own; `taken` are the paths that it names. */
function unexplained(own: unknown, later: unknown, path: string, taken: readonly string[], cited: boolean): string[] {
  if (taken.includes(path)) return isDeepStrictEqual(own, later) ? [] : [`${path}: named, but differs`]
  const sourced = cited || OWN_SOURCE.test(String(members(own).rule))
  const keys = Object.keys(members(own))
  const inside = taken.some((part) => part.startsWith(`${path}.`))
  if (sourced && !inside) return []
  if (keys.length === 0 || (!inside && isDeepStrictEqual(own, later))) return sourced ? [] : [path]
  return keys.flatMap((key) => unexplained(members(own)[key], members(later)[key], `${path}.${key}`, taken, sourced))
}

function unexplainedIn(edition: Edition): string[] {
  const taken = edition.takenOver.map(({ part }) => part)
  const channelsCited = OWN_SOURCE.test(edition.channelRule)
  return Object.entries(edition)
    .filter(([part]) => !OWN_PARTS.includes(part))
    .flatMap(([part, own]) => unexplained(own, members(order32)[part], part, taken, part.startsWith('channel') && channelsCited))
}

const at = (edition: Edition, part: string) => part.split('.').reduce<unknown>((node, key) => members(node)[key], edition)

describe.each([order72, order72Platform])('$id', (edition) => {
  test('names everything that it takes over, and has a source for everything else', () => {
    expect(unexplainedIn(edition)).toEqual([])
  })

  test('takes over only parts that there are, from an edition that there is', () => {
    const parts = edition.takenOver.map(({ part }) => part)
    expect(new Set(parts).size).toBe(parts.length)
    expect(parts.filter((part) => at(edition, part) === undefined)).toEqual([])
    expect(edition.takenOver.filter(({ from }) => editionById(from) === null)).toEqual([])
  })

  test('would not pass with one name less, nor with a number that was changed', () => {
    expect(unexplainedIn({ ...edition, takenOver: edition.takenOver.filter(({ part }) => part !== 'term') })).toContain('term')
    expect(unexplainedIn({ ...edition, essay: { ...edition.essay, words: { least: 1, most: 2 } } })).toEqual(['essay: named, but differs'])
  })
})

test('holds of 2025 what the letter of 10.12.2024 announced', () => {
  const { test: knowledge, channels, exemptions } = order72Platform
  expect(Object.keys(knowledge.content.groups)).toEqual(['all'])
  expect(knowledge.attempts.leaders).toMatchObject({ most: 4 })
  expect(channels).toMatchObject({ moderator: 'platform', expert: 'platform', researcher: 'portal', head_3: 'portal' })
  expect(exemptions.confirming).toMatchObject({ categories: ['researcher', 'master'], rule: expect.stringMatching(/^letter/) })
})

test('frees nobody of 2024 from the test for confirming a category', () => {
  expect(order72.exemptions.confirming.categories).toEqual([])
})
