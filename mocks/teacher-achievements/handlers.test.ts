import { expect, test } from 'vitest'
import { createPretendGovernment } from '../host.ts'

const government = createPretendGovernment({ seed: 'test', today: '2026-11-24' })
const BASIC = `Basic ${btoa('mock-gateway:mock-only-awards')}`
const LIST = '/org-data/TUTOR_AWARDS/find-all-pageable'
const DICTIONARY = '/common-dictionary/AWARDS/find-all'

function ask(path: string, scenario = 'ok', authorization = BASIC) {
  const headers = { authorization, 'x-mock-scenario': scenario }
  return government.fetch(new Request(`http://government.test/teacher-achievements${path}`, { headers }))
}

async function pageAt(query: string, scenario = 'ok') {
  return (await (await ask(`${LIST}?${query}`, scenario)).json()) as { content: { id: string; awardId: string }[]; totalElements: number }
}

test.each([LIST, DICTIONARY])('refuses other credentials at %s', async (path) => {
  const answer = await ask(path, 'ok', 'Basic eDp5')
  expect([answer.status, await answer.json()]).toMatchObject([401, { status: 401, error: 'Unauthorized', path }])
})

test.each([
  ['a size without a page', 'size=100', 500],
  ['a page that is none', 'page=x&size=100', 400],
  ['a size of nothing', 'page=0&size=0', 400],
  ['neither page nor size', '', 200],
])('answers %s with %s: %i', async (_, query, status) => {
  expect((await ask(`${LIST}?${query}`)).status).toBe(status)
})

test('gives the rows of everybody in pages', async () => {
  const [first, second, all] = [await pageAt('page=0&size=7'), await pageAt('page=1&size=7'), await pageAt('page=0&size=500')]
  expect([...first.content, ...second.content]).toEqual(all.content.slice(0, 14))
  expect(all.content).toHaveLength(all.totalElements)
})

test('repeats a row at the border of two pages that change their order', async () => {
  const [first, second] = [await pageAt('page=0&size=500', 'page-order'), await pageAt('page=1&size=500', 'page-order')]
  expect(second.content[0]).toEqual(first.content.at(-1))
})

test('refuses large pages alone where it is to', async () => {
  const statuses = ['page=0&size=500', 'page=0&size=100'].map(async (query) => (await ask(`${LIST}?${query}`, 'page-size-500')).status)
  expect(await Promise.all(statuses)).toEqual([500, 200])
})

test('knows every award in its dictionary, unless it is to be without some', async () => {
  const known = ((await (await ask(DICTIONARY)).json()) as { id: string }[]).map(({ id }) => id)
  const unknownIn = async (scenario: string) =>
    (await pageAt('page=0&size=500', scenario)).content.filter(({ awardId }) => !known.includes(awardId))
  expect(await unknownIn('ok')).toEqual([])
  expect((await unknownIn('award-unknown')).length).toBeGreaterThan(1)
})

test('wraps its dictionary into a page where it is to', async () => {
  expect(await (await ask(DICTIONARY, 'dictionary-page')).json()).toMatchObject({ content: await (await ask(DICTIONARY)).json() })
})
