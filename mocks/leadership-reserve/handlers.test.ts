import { expect, test } from 'vitest'
import { createPretendGovernment } from '../host.ts'

const governmentOn = (today: string) => createPretendGovernment({ seed: 'test', today })
const government = governmentOn('2026-11-24')

function get(year: number | string, headers: Record<string, string> = {}, from = government) {
  return from.fetch(new Request(`http://government.test/leadership-reserve/reserve/1000-leaders/${year}.json`, { headers }))
}

test('sends the list of each year with a tag, and nothing to whoever has it', async () => {
  const answer = await get(2025)
  expect(await answer.json()).toMatchObject({
    year: 2025,
    rows: expect.arrayContaining([expect.objectContaining({ status: 'in_reserve' })]),
  })
  const again = await get(2025, { 'if-none-match': answer.headers.get('etag') ?? '' })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await get(2024, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(200)
})

test.each([
  ['etag-weak', /^W\/"/],
  ['etag-absent', /^none$/],
])('tags the list under %s so', async (scenario, tag) => {
  const answer = await get(2025, { 'x-mock-scenario': scenario })
  expect(answer.headers.get('etag') ?? 'none').toMatch(tag)
})

test('publishes the list of a year in its December', async () => {
  expect((await get(2026)).status).toBe(404)
  expect((await get(2026, {}, governmentOn('2026-12-01'))).status).toBe(200)
  expect((await get(2022)).status).toBe(404)
})

test('bears in 2025 the name of a head, with another patronymic and without a number', async () => {
  const { rows } = (await (await get(2025)).json()) as { rows: { iin?: string; fio: string }[] }
  const head = government.cast.find(({ archetype }) => archetype === 'head-first')!
  const namesake = rows.find(({ iin }) => iin === undefined)
  expect(namesake?.fio.toUpperCase()).toContain(`${head.surname} ${head.name}`)
  expect(head.patronymic).not.toBeNull()
  expect(namesake?.fio.toUpperCase()).not.toContain(head.patronymic)
  expect(JSON.stringify(rows)).not.toContain(head.iin)
})

test('writes under trailing-comma what is no JSON', async () => {
  await expect(get(2025, { 'x-mock-scenario': 'trailing-comma' }).then((answer) => answer.json())).rejects.toThrow(SyntaxError)
})

test('refuses another token, and wants none', async () => {
  expect((await get(2025, { authorization: 'Bearer x' })).status).toBe(401)
  expect((await get(2025, { authorization: 'Bearer mock-only-reserve' })).status).toBe(200)
})
