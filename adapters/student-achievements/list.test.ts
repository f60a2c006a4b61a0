import { expect, test } from 'vitest'
import { invented, teacher } from '../../test/support/ask-rig.ts'
import { scriptedSource } from '../../test/support/scripted-source.ts'
import { loadList } from './list.ts'
import { mentorKeys, teacherKeys } from './mentors.ts'

/** Loads from answers that come one after the other; the last one again and again. */
async function loaded(...answers: readonly unknown[]) {
  let next = 0
  const { source, calls } = scriptedSource({ json: () => answers[Math.min(next++, answers.length - 1)] })
  const rows: unknown[] = []
  for await (const part of loadList('000140000002', source)) rows.push(...part.map(({ value }) => value))
  return { rows, calls }
}

test.each([
  ['an empty list', [{ total: 0, items: [] }], []],
  ['one page', [{ total: 2, items: [1, 2] }], [1, 2]],
  [
    'several pages',
    [
      { total: 3, items: [1, 2] },
      { total: 3, items: [3] },
    ],
    [1, 2, 3],
  ],
  ['a row twice on the only page once', [{ total: 3, items: [1, 2, 2] }], [1, 2]],
])('returns %s', async (_, answers, rows) => {
  expect(await loaded(...answers)).toMatchObject({ rows })
})

test('asks for the list of a school, page after page', async () => {
  const { calls } = await loaded({ total: 3, items: [1, 2] }, { total: 3, items: [3] })
  const query = { mentorBin: '000140000002', limit: 200 }
  expect(calls).toMatchObject([{ query: { ...query, offset: 0 } }, { query: { ...query, offset: 2 } }])
})

test('finds in a second sweep what vanished at the border of a page', async () => {
  const pages = [[1, 2], [2], [1, 2], [3]].map((items) => ({ total: 3, items }))
  expect(await loaded(...pages)).toMatchObject({ rows: [1, 2, 3] })
})

test.each([
  ['no list', [{ content: [] }]],
  ['an answer that is nothing', [null]],
  ['the same page whatever the offset', [{ total: 100, items: [1, 2] }]],
  [
    'fewer rows than announced',
    [
      { total: 3, items: [1] },
      { total: 3, items: [] },
    ],
  ],
])('fails at %s', async (_, answers) => {
  await expect(loaded(...answers)).rejects.toMatchObject({ verdict: { outcome: 'unreadable', reason: 'protocol' } })
})

test('notes the leading zeros that it puts back', async () => {
  const padded = { mentors: [{ iin: 115100012 }] }
  const { source } = scriptedSource({ json: () => ({ total: 2, items: [padded, { mentors: [{ iin: '000115100012' }] }] }) })
  const [page] = await Array.fromAsync(loadList('000140000002', source))
  expect(page).toMatchObject([{ repairs: ['iin.leading-zero'] }, {}])
  expect(mentorKeys(padded)).toEqual(['000115100012'])
})

test.each([
  ['by number', [{ iin: invented(7), fio: 'Мысалов Т.' }], [invented(7)]],
  ['by name where there is no number', { fio: 'Мысалов Т.' }, ['name:МИСАЛОВ Т.']],
  ['not at all where there is neither', [{ fio: '-' }], []],
  ['not at all where there are none', null, []],
  ['as unreadable where a name lost letters', [{ fio: '?ысалов' }], ['unreadable']],
  ['as unreadable where something else stands', ['Мысалов'], ['unreadable']],
])('keys mentors %s', (_, mentors, keys) => {
  expect(mentorKeys({ mentors })).toEqual(keys)
})

test('looks for a teacher by number, by both names, and among the unreadable rows', () => {
  const names = { surname: 'Үлгібаева', name: 'Айша', patronymic: 'Мысалқызы' }
  expect(teacherKeys(teacher({ names }))).toEqual([teacher().iin, 'name:УЛГИБАЕВА АИША', 'name:УЛГИБАЕВА АИША МИСАЛ', 'unreadable'])
  expect(teacherKeys(teacher())).toEqual([teacher().iin, 'unreadable'])
})
