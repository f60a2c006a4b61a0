import { expect, test } from 'vitest'
import { invented, teacher } from '../../test/support/ask-rig.ts'
import { scriptedSource } from '../../test/support/scripted-source.ts'
import type { HttpCall, RawRecord, Snapshot } from '../adapter.ts'
import { teacherAchievements } from './index.ts'
import { awardKeys, loadAwards } from './list.ts'

const ENTRY = { id: 'A-1', nameKz: 'Байқау', nameRu: 'Конкурс', listed: true }
const row = (more: Record<string, unknown> = {}) => ({ id: 'r-1', iin: invented(7), awardId: 'A-1', ...more })
const pageOf = (...content: readonly unknown[]) => ({ content, totalElements: content.length })
const isDictionary = ({ path }: HttpCall) => path.startsWith('/common-dictionary')

/** Loads a list with its dictionary; a verdict stands among the records. */
async function loaded(list: unknown, dictionary: unknown = [ENTRY]) {
  const { source, calls } = scriptedSource({ json: (call) => (isDictionary(call) ? dictionary : list) })
  return { calls, steps: (await Array.fromAsync(loadAwards(source))).flat() }
}
const awardsIn = ({ steps }: { readonly steps: readonly unknown[] }) =>
  steps.map((record) => ((record as RawRecord).value as { award?: unknown }).award)

test('asks for the dictionary and then for the list, and for nobody', async () => {
  const { calls } = await loaded(pageOf(row()))
  expect(calls).toMatchObject([
    { method: 'GET', path: '/common-dictionary/AWARDS/find-all' },
    { method: 'GET', path: '/org-data/TUTOR_AWARDS/find-all-pageable', query: { page: 0, size: 500 } },
  ])
})

test.each([
  ['a bare list', [ENTRY]],
  ['a page', { content: [ENTRY], totalElements: 1 }],
  ['a page that does not count itself', { content: [ENTRY] }],
  ['a list with entries that are none', [null, 'A-1', { nameKz: 'Байқау' }, ENTRY]],
])('joins a row with a dictionary that is %s', async (_, dictionary) => {
  expect(awardsIn(await loaded(pageOf(row()), dictionary))).toEqual([ENTRY])
})

test.each([
  ['numbers on both sides', 7, 7],
  ['a number here and text there', 7, '7'],
  ['text here and a number there', '7', 7],
])('joins ids that are %s', async (_, awardId, id) => {
  expect(awardsIn(await loaded(pageOf(row({ awardId })), [{ ...ENTRY, id }]))).toEqual([{ ...ENTRY, id }])
})

test.each([
  ['an id that is nowhere', { awardId: 'A-99' }],
  ['no id', { awardId: null }],
  ['an id of a wrong type', { awardId: {} }],
  ['the name of a thing that every object has', { awardId: 'constructor' }],
])('leaves a row with %s without an entry', async (_, more) => {
  expect(awardsIn(await loaded(pageOf(row(more))))).toEqual([undefined])
})

test.each([
  ['an object', { entries: [] }],
  ['nothing', null],
  ['a page that does not hold all of it', { content: [ENTRY], totalElements: 2 }],
])('gives a verdict and does not ask for the list where the dictionary is %s', async (_, dictionary) => {
  const { steps, calls } = await loaded(pageOf(row()), dictionary)
  expect(steps).toEqual([{ outcome: 'unreadable', reason: 'protocol' }])
  expect(calls).toHaveLength(1)
})

test('returns nothing of an empty list', async () => {
  expect((await loaded(pageOf())).steps).toEqual([])
})

test.each([
  ['no page', [row()]],
  ['a count that is none', { content: [row()], totalElements: 'all' }],
  ['fewer rows than announced', { content: [], totalElements: 1 }],
])('fails at a list that is %s', async (_, list) => {
  await expect(loaded(list)).rejects.toMatchObject({ verdict: { outcome: 'unreadable', reason: 'protocol' } })
})

test('reads 300 000 rows also at the smaller size, and no list without an end', async () => {
  const listOf = (totalElements: number) => {
    const list = ({ query }: HttpCall) => ({ content: [row({ id: query?.page })], totalElements })
    return loadAwards(scriptedSource({ json: (call) => (isDictionary(call) ? [ENTRY] : list(call)) }).source)
  }
  expect(await Array.fromAsync(listOf(300_000 / 100))).toHaveLength(3000)
  await expect(Array.fromAsync(listOf(1_000_000))).rejects.toThrow('protocol')
})

test('gives a verdict at the end of a list of which most rows name nobody readably', async () => {
  const masked = row({ id: 'r-2', iin: '************' })
  for (const rows of [[masked], [row(), masked, { ...masked, id: 'r-3' }]]) {
    expect((await loaded(pageOf(...rows))).steps.at(-1)).toEqual({ outcome: 'unreadable', reason: 'drift' })
  }
  expect((await loaded(pageOf(row(), masked))).steps).toHaveLength(2)
})

test.each([
  ['the number', '000115100012', ['000115100012']],
  ['a number that lost its zeros', 115100012, ['000115100012']],
  ['nobody by a number whose check digit is wrong', '000115100013', []],
  ['nobody by a number of no day', '001315100012', []],
  ['nobody by a masked number', '0001****0012', []],
  ['nobody where there is none', null, []],
])('finds a row by %s', (_, iin, keys) => {
  expect(awardKeys(row({ iin }))).toEqual(keys)
})

test.each([null, 'text', 7, []])('finds %j by nothing', (sent) => {
  expect(awardKeys(sent)).toEqual([])
})

test('echoes the number as it was sent, for the repair to be noted where it is compared', async () => {
  const { steps } = await loaded(pageOf(row({ iin: 115100012 }), row(), row({ iin: ' ' }), 'no row'))
  expect(steps).toMatchObject([{ iin: '115100012' }, { iin: row().iin }, { iin: null }, { iin: null, value: 'no row' }])
})

test('looks for a teacher by his number in the one part that there is', async () => {
  const { asked, only, home, parts } = teacherAchievements.delivery as Snapshot
  expect([asked(teacher()), only(teacher()), home(teacher())]).toEqual([[teacher().iin], null, null])
  const { source, calls } = scriptedSource({})
  expect(await parts(null, '2026-11-24', source)).toHaveLength(1)
  expect(calls).toEqual([])
})
